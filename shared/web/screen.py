"""One floor's pages: a Flask blueprint that knows its words, its name and its footer."""

from flask import Blueprint, current_app, request

from shared.words import WORDS, Words


class Screen(Blueprint):
    """The pages of one floor, to mount under any prefix, several in one app."""

    def __init__(
        self,
        name: str,
        import_name: str,
        *,
        words: Words,
        brand: str,
        footer: tuple[tuple[str, str], ...] = (),
        for_programs: frozenset[str] = frozenset(),
    ) -> None:
        """
        Make a screen; its templates are in ``templates/`` beside ``import_name``.

        Args:
            name: the prefix of its endpoints, ``verifier`` for ``verifier.start``.
            import_name: the package that holds ``templates/``.
            words: the sentences of the floor and of those below.
            brand: code of the name shown at the top left.
            footer: pairs (endpoint such as ``.help``, code of the link's words).
            for_programs: view names answered without a form token; they must use no cookie.

        An endpoint ``start`` must exist: the name at the top leads to it.
        """
        super().__init__(name, import_name, template_folder="templates")
        self.words = words
        self.brand = brand
        self.footer = footer
        self.for_programs = for_programs

    def is_for_programs(self, endpoint: str | None) -> bool:
        """Whether an endpoint, ``verifier.api_verify``, is one of those for programs."""
        return (endpoint or "").rpartition(".")[2] in self.for_programs


def current_screen() -> Screen | None:
    """Give the screen that answers this request; ``None`` for an address nobody has."""
    screen = current_app.blueprints.get(request.blueprint or "")
    return screen if isinstance(screen, Screen) else None


def current_words() -> Words:
    """Give the words of the screen in use, else those of the ground floor."""
    screen = current_screen()
    return screen.words if screen else WORDS
