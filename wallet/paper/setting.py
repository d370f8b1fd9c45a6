"""
Type-setting: facts and a sheet in, a PDF out; the only place that knows how.

Whatever somebody else wrote reaches the sheet as a value, never as a part of it: it gives no
orders there.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any, Final

from wallet.sharing.errors import PaperMissing

ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with a language, a title and words for each picture."""


def typeset(sheet: str, facts: Mapping[str, Any], *, lang: str, now: datetime) -> bytes:
    """
    Lay a sheet out.

    Args:
        sheet: the name of one of ``wallet/paper/sheets``.
        facts: what it shows; a drawing is the text of an SVG.
        now: the date of the file.

    Raises:
        PaperMissing: the extra ``pdf`` is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise PaperMissing from error
    sheets = files("wallet").joinpath("paper/sheets")
    return typst.compile(
        str(sheets.joinpath(f"{sheet}.typ")),
        root=str(sheets),
        ignore_system_fonts=True,
        sys_inputs={"facts": json.dumps({**facts, "lang": lang}, ensure_ascii=False)},
        pdf_standards=ACCESSIBLE,
        timestamp=now.replace(microsecond=0),
        format="pdf",
    )
