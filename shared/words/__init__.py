"""
Words: every sentence a person reads, by code, in French and in English.

Sentences live in ``fr.ftl`` and ``en.ftl`` (Fluent); the message id is the code
with dots as dashes.  Each floor keeps its own files and builds its ``Words`` on
those of the floor below, so that ``shared`` says nothing about the region.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from shared.words.plain import plain_texts

LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = "fr"
MAX_FACT_LETTERS = 2000
"""Of one fact in a sentence: what somebody typed may be longer, and Fluent refuses 2 500."""


class WordMissing(KeyError):
    """A code without words: a fault of the program, caught by the tests of the house."""


class Words:
    """The sentences of one floor and of those below it."""

    def __init__(self, package: str, *, below: "Words | None" = None) -> None:
        """``package`` holds ``fr.ftl`` and ``en.ftl``, e.g. ``verifier.words``."""
        self.package = package
        self.below = below

    def _text(self, lang: str) -> str:
        return files(self.package).joinpath(f"{lang}.ftl").read_text(encoding="utf-8")

    @cache  # noqa: B019 - one instance a floor, for the life of the program
    def _plain(self, lang: str) -> Mapping[str, str]:
        return plain_texts(self._text(lang))

    @cache  # noqa: B019 - the same
    def _bundle(self, lang: str) -> Any:
        # Imported on first use: it takes a tenth of a second, and most texts do without.
        from fluent.runtime import FluentBundle, FluentResource

        bundle = FluentBundle([lang], use_isolating=True)
        bundle.add_resource(FluentResource(self._text(lang)))
        return bundle

    def _said_plainly(self, key: str, lang: str) -> str | None:
        """A text that holds no fact and makes no choice, of this floor or one below it."""
        found = self._plain(lang).get(key)
        if found is None and self.below is not None:
            return self.below._said_plainly(key, lang)  # noqa: SLF001 - same class
        return found

    def has(self, code: str, lang: str, part: str | None = None) -> bool:
        """Whether this floor or one below has words for ``code`` (and its ``part``)."""
        return self._find(code.replace(".", "-"), lang, part) is not None

    def _find(self, message_id: str, lang: str, part: str | None) -> tuple[Any, Any] | None:
        bundle = self._bundle(lang)
        if bundle.has_message(message_id):
            message = bundle.get_message(message_id)
            if part is not None:
                pattern = message.attributes.get(part)
            else:
                pattern = message.value or message.attributes.get("title")
            return (bundle, pattern) if pattern is not None else None
        below = self.below
        return below._find(message_id, lang, part) if below else None  # noqa: SLF001 - same class

    def say(
        self,
        code: str,
        facts: Mapping[str, Any] | None = None,
        *,
        lang: str = DEFAULT_LANGUAGE,
        part: str | None = None,
    ) -> str:
        """
        Give the sentence for a code.

        Args:
            code: stable code, e.g. ``status.unreachable``.
            facts: values named by the sentence; ``datetime`` and ``int`` follow the locale.
            lang: ``fr`` or ``en``.
            part: an attribute such as ``help``; ``None``: the value, else ``.title``.

        Returns:
            The sentence; the empty string when a *part* is asked for and does not exist.

        Raises:
            WordMissing: no floor has words for this code.
        """
        message_id = code.replace(".", "-")
        plain = self._said_plainly(message_id if part is None else f"{message_id}.{part}", lang)
        if plain is not None:
            return plain
        found = self._find(message_id, lang, part)
        if found is None:
            if part is not None:
                return ""
            raise WordMissing(code)
        bundle, pattern = found
        text, errors = bundle.format_pattern(pattern, _printable(facts or {}, lang))
        if errors:
            raise WordMissing(f"{code}: {errors}")
        return str(text)


def _printable(facts: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Dates become words of the language, a text that is too long is cut; the rest is Fluent's."""
    return {name: _fact(value, lang) for name, value in facts.items()}


def _fact(value: Any, lang: str) -> Any:
    if isinstance(value, date):
        return day_in_words(value, lang)
    if isinstance(value, str) and len(value) > MAX_FACT_LETTERS:
        return f"{value[: MAX_FACT_LETTERS - 1]}…"
    return value


def day_in_words(day: date | datetime, lang: str) -> str:
    """``3 mars 2026`` / ``March 3, 2026``, with unbreakable spaces; ``1er`` in French."""
    from babel.dates import format_date

    words = str(format_date(day, format="long", locale=lang))
    if lang == "fr" and day.day == 1:
        words = words.replace("1 ", "1er ", 1)
    return words.replace(" ", "\N{NO-BREAK SPACE}")


WORDS = Words("shared.words")
