"""A badge of the catalogue as an Open Badges 3.0 ``Achievement``, to put in an award."""

from typing import Any

from shared.words import DEFAULT_LANGUAGE
from trust_registry.catalogue.model import Alignment, BadgeEntry, achievement_address

TARGET_TYPE = "ext:DigCompCompetence"
"""OB 3.0 names no type for a competence of DigComp; its list is open under ``ext:``."""


def achievement(entry: BadgeEntry, *, base: str, lang: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
    """
    Give the achievement of a badge, in one language.

    Args:
        base: the catalogue's ``base``; ``id`` is ``<base>/badges/<slug>``, and the
            image is published there as ``<base>/badges/<file name>``.
        lang: ``fr`` or ``en``; a text that is missing in it is given in French.

    Source: Open Badges 3.0, Achievement. Only terms of its context are used.
    """
    return {
        "id": achievement_address(entry, base=base),
        "type": ["Achievement"],
        "achievementType": "Badge",
        "inLanguage": lang if lang in entry.name else DEFAULT_LANGUAGE,
        "humanCode": entry.id,
        "name": entry.name[lang],
        "description": entry.summary[lang],
        # One paragraph: some readers take this text for Markdown, others drop line ends.
        "criteria": {"narrative": " ".join(entry.criteria[lang])},
        "image": {
            "id": f"{base.rstrip('/')}/badges/{entry.image_png}",
            "type": "Image",
            "caption": entry.alt[lang],
        },
        "alignment": [_alignment(one, lang=lang) for one in entry.alignments],
        "tag": list(entry.tags[lang]),
    }


def _alignment(alignment: Alignment, *, lang: str) -> dict[str, Any]:
    code = {} if alignment.code is None else {"targetCode": alignment.code}
    return {
        "type": ["Alignment"],
        "targetName": alignment.name[lang],
        "targetUrl": alignment.url,
        "targetFramework": alignment.framework,
        "targetType": TARGET_TYPE,
        **code,
    }
