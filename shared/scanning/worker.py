"""
The child process that decodes pixels: picture or PDF on stdin, one JSON object on stdout.

It runs as a plain script and knows nothing of this project, so that a fault in a decoder
written in C costs this process only.  It takes its own limits before it reads anything.

    worker.py {PNG|JPEG|WEBP|AVIF|HEIF|PDF|KIND+KIND}   MAX_PIXELS MEMORY_BYTES CPU_SECONDS

A pair of kinds (``PNG+SVG``) asks how alike two pictures are: the first stands on stdin
behind its length in eight bytes, the second behind it.

Answers: ``{"codes": [...], "entries": {...}}``, ``{"mean": 0, "most": 0, "same": true,
"shown": [base64 of a PNG, base64 of a PNG]}``, or
``{"error": "damaged"|"locked"|"pixels"|"missing"}``.
"""

import base64
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

BIG_SIDE = 2000
"""Above, a code is worth looking for in smaller copies; below, in a larger one."""
HUGE_PIXELS = 24_000_000
"""Above, half the sides are looked at: a code that needs more was not made to be read."""
PDF_ENTRIES = ("openbadgecredential", "openbadges", "openbadge")
MAX_PDF_PAGES = 8
"""A paper badge is one page; a file of a class has some more."""
PDF_PIXELS_A_POINT = 2.5
"""180 dots an inch; a badge code on paper is some 3 cm wide."""
MAX_PDF_SIDE = 3000
"""Points a side of a page once drawn: memory grows with the square of it."""
LIKENESS_SIDE = 64
"""Two pictures are compared as squares of this side: what a re-encoding changes is gone there."""
LIKENESS_BLOCK = 8
"""One part of such a square that differs makes two pictures different: a sign, a number."""
SHOWN_SIDE = 192
DRAWN_SIDE = 256
"""Pixels; of a picture that is shown again, and of a drawing that is compared."""
SHAPE_TOLERANCE = 0.05
"""How much wider or higher a resized picture may be, rounding to whole pixels included."""

Look = Callable[["Image.Image"], list[str]]
Copies = Callable[["Image.Image"], Iterator["Image.Image"]]

DAMAGED = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError)
"""What Pillow raises on pictures that are cut or damaged."""


def main() -> None:
    """Read the request, write the answer."""
    kind, max_pixels, memory, seconds = sys.argv[1], *map(int, sys.argv[2:5])
    _limit(memory, seconds)
    received = sys.stdin.buffer.read()
    warnings.simplefilter("ignore")
    try:
        answer = _answer(received, kind, max_pixels)
    except ImportError as error:
        answer = {"error": "missing", "what": str(error.name)}
    except MemoryError:
        answer = {"error": "pixels"}
    json.dump(answer, sys.stdout)


def _answer(received: bytes, kind: str, max_pixels: int) -> dict[str, Any]:
    if kind == "PDF":
        return _of_pdf(received)
    if "+" in kind:
        return _of_pair(received, kind, max_pixels)
    return _of_picture(received, kind, max_pixels)


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows: the deadline of the parent remains.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _of_picture(received: bytes, kind: str, max_pixels: int) -> dict[str, Any]:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = max_pixels
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    try:
        with Image.open(BytesIO(received), formats=[kind]) as picture:
            if picture.width * picture.height > HUGE_PIXELS:
                picture.draft("L", (picture.width // 2, picture.height // 2))
            grey = _grey(picture)
        return {"codes": _codes(grey)}
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return {"error": "pixels"}
    except DAMAGED:
        return {"error": "damaged"}


def _grey(picture: "Image.Image") -> "Image.Image":
    """The first frame, upright, in grey; what is transparent becomes paper."""
    from PIL import Image, ImageOps

    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        sheet = picture.convert("RGBA")
        paper = Image.new("RGBA", sheet.size, "white")
        paper.alpha_composite(sheet)
        grey = paper.convert("L")
    else:
        grey = picture.convert("L")
    if grey.width * grey.height > HUGE_PIXELS:
        grey = grey.reduce(2)
    return ImageOps.exif_transpose(grey)


def _codes(grey: "Image.Image") -> list[str]:
    """The texts of all QR codes, from the first copy of the picture that shows any."""
    for look, copies in _readers():
        for copy in copies(grey):
            texts = look(copy)
            if texts:
                return list(dict.fromkeys(texts))
    return []


def _readers() -> list[tuple[Look, Copies]]:
    """zxing-cpp, then zbar, as far as they are on this computer, with what each looks at."""
    readers: list[tuple[Look, Copies]] = []
    with suppress(ImportError):
        import zxingcpp  # noqa: F401

        readers.append((_by_zxing, _ladder))
    with suppress(ImportError):
        import pyzbar.pyzbar  # noqa: F401

        readers.append((_by_zbar, _one_copy))
    if not readers:
        raise ImportError(name="zxingcpp")
    return readers


def _ladder(grey: "Image.Image") -> Iterator["Image.Image"]:
    """As it is; more contrast; smaller when big, else larger; sharper."""
    from PIL import ImageFilter, ImageOps

    sharper = ImageFilter.UnsharpMask(radius=3, percent=200)
    yield grey
    plain = ImageOps.autocontrast(grey, cutoff=2)
    yield plain
    if max(grey.size) > BIG_SIDE:
        half = plain.reduce(2)
        yield half
        yield half.reduce(2)
        yield half.filter(sharper)
    else:
        yield plain.filter(sharper)
        yield plain.resize((plain.width * 2, plain.height * 2))


def _one_copy(grey: "Image.Image") -> Iterator["Image.Image"]:
    yield grey.reduce(2) if max(grey.size) > BIG_SIDE else grey


def _by_zxing(grey: "Image.Image") -> list[str]:
    import zxingcpp

    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(grey, formats=wanted)
    return [_text(code.bytes) for code in found if code.bytes]


def _by_zbar(grey: "Image.Image") -> list[str]:
    from pyzbar import pyzbar

    found = pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [_text(code.data) for code in found if code.data]


def _text(raw: bytes) -> str:
    """UTF-8 when it is, else what the standard of QR codes says: Latin-1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _of_pair(received: bytes, kinds: str, max_pixels: int) -> dict[str, Any]:
    """How alike two pictures are, from 0 (the same) to 255, and both drawn again, small."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = max_pixels
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    length = int.from_bytes(received[:8], "big")
    bodies = (received[8 : 8 + length], received[8 + length :])
    try:
        one, other = (
            _sheet(body, kind) for body, kind in zip(bodies, kinds.split("+"), strict=True)
        )
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return {"error": "pixels"}
    except DAMAGED:
        return {"error": "damaged"}
    mean, most = _distances(one, other)
    return {
        "mean": mean,
        "most": most,
        "same": one.size == other.size and one.tobytes() == other.tobytes(),
        "shown": [_shown(one), _shown(other)],
    }


def _sheet(received: bytes, kind: str) -> "Image.Image":
    """The first frame of a picture, upright, in colour, on white paper."""
    from PIL import Image, ImageOps

    if kind == "SVG":
        import resvg_py

        received = resvg_py.svg_to_bytes(svg_string=received.decode("utf-8"), width=DRAWN_SIDE)
        kind = "PNG"
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    with Image.open(BytesIO(received), formats=[kind]) as picture:
        sheet = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGBA", sheet.size, "white")
    paper.alpha_composite(sheet)
    return paper.convert("RGB")


def _distances(one: "Image.Image", other: "Image.Image") -> tuple[int, int]:
    """Mean difference of the whole, and of the part that differs most; 255 for another shape."""
    shapes = [picture.width / picture.height for picture in (one, other)]
    if abs(shapes[0] / shapes[1] - 1) > SHAPE_TOLERANCE:
        return 255, 255
    from PIL import Image, ImageChops

    side = (LIKENESS_SIDE, LIKENESS_SIDE)
    squares = [picture.resize(side, Image.Resampling.BOX) for picture in (one, other)]
    differences = ImageChops.difference(*squares)
    parts = differences.resize(
        (LIKENESS_SIDE // LIKENESS_BLOCK,) * 2, Image.Resampling.BOX
    ).tobytes()
    by_part = [sum(parts[at : at + 3]) / 3 for at in range(0, len(parts), 3)]
    return round(sum(by_part) / len(by_part)), round(max(by_part))


def _shown(picture: "Image.Image") -> str:
    """The pixels of a picture and nothing else of it, small, as a new PNG."""
    small = picture.copy()
    small.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    made = BytesIO()
    small.save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode("ascii")


def _of_pdf(received: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(received)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return {"error": "locked" if locked else "damaged"}
    entries = {name: document.get_metadata_value(name) for name in PDF_ENTRIES}
    codes: list[str] = []
    for number in range(min(len(document), MAX_PDF_PAGES)):
        page = document[number]
        scale = min(PDF_PIXELS_A_POINT, MAX_PDF_SIDE / max(*page.get_size(), 1))
        codes += _codes(page.render(scale=scale, grayscale=True).to_pil().convert("L"))
    return {"codes": list(dict.fromkeys(codes)), "entries": entries}


if __name__ == "__main__":
    main()
