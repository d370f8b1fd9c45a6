"""
The child process that decodes pixels: picture or PDF on stdin, one JSON object on stdout.

It runs as a plain script and knows nothing of this project, so that a fault in a decoder
written in C costs this process only.  It takes its own limits before it reads anything.

    worker.py {PNG|JPEG|WEBP|AVIF|HEIF|PDF}   MAX_PIXELS MEMORY_BYTES CPU_SECONDS

Answers: ``{"codes": [...], "entries": {...}}``, or
``{"error": "damaged"|"locked"|"pixels"|"missing"}``.
"""

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
PDF_PIXELS_A_POINT = 2.5
"""180 dots an inch; a badge code on paper is some 3 cm wide."""
MAX_PDF_SIDE = 3000

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
        answer = _of_pdf(received) if kind == "PDF" else _of_picture(received, kind, max_pixels)
    except ImportError as error:
        answer = {"error": "missing", "what": str(error.name)}
    except MemoryError:
        answer = {"error": "pixels"}
    json.dump(answer, sys.stdout)


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
