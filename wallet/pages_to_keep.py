"""Pages that leave as files: they open anywhere, ask nothing of the network and run nothing."""

from functools import cache
from typing import TYPE_CHECKING, Any

from wallet import wording

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, *, lang: str, **values: Any) -> str:
    """Write a page of ``wallet/templates``; whatever somebody else wrote is plain text in it."""

    def say(code: str, facts: Any = None, part: str | None = None) -> str:
        return wording.say(code, facts, lang=lang, part=part)

    return _pages().get_template(template).render(lang=lang, say=say, **values)


@cache
def _pages() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("wallet"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
