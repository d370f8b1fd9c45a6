"""
The child process that decodes pixels: picture or PDF on stdin, one JSON object on stdout.

It runs as a plain script and knows nothing of this project, so that a fault in a decoder
written in C costs this process only.  It takes its own limits before it reads anything.

    worker.py {PNG|JPEG|WEBP|AVIF|HEIF|PDF}   MAX_PIXELS MEMORY_BYTES CPU_SECONDS

Answers: ``{"codes": [...], "notes": {...}}``, or ``{"error": "damaged"|"pixels"|"missing"}``.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

BIG_SIDE = 2000
"""Above, a code is worth looking for in smaller copies; below, in a larger one."""
DRAFT_PIXELS = 24_000_000
"""Above, a JPEG is decoded at half its sides: a code that needs more was not printed to be read."""
MAX_PDF_PAGES = 8
PDF_PIXELS_A_POINT = 2.5
"""180 dots an inch; a badge code on paper is some 3 cm wide."""
MAX_PDF_SIDE = 3000

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
            if picture.width * picture.height > DRAFT_PIXELS:
                picture.draft("L", (picture.width // 2, picture.height // 2))
            return {"codes": _codes(_grey(picture))}
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
        return ImageOps.exif_transpose(paper.convert("L"))
    return ImageOps.exif_transpose(picture).convert("L")


def _codes(grey: "Image.Image") -> list[str]:
    """The texts of all QR codes, from the first copy of the picture that shows any."""
    readers = _readers()
    for reader in readers:
        for copy in _ladder(grey):
            texts = reader(copy)
            if texts:
                return list(dict.fromkeys(texts))
    return []


def _readers() -> list[Any]:
    """zxing-cpp, then zbar, as far as they are on this computer."""
    readers: list[Any] = []
    try:
        import zxingcpp  # noqa: F401

        readers.append(_by_zxing)
    except ImportError:
        pass
    try:
        import pyzbar.pyzbar  # noqa: F401

        readers.append(_by_zbar)
    except ImportError:
        pass
    if not readers:
        raise ImportError(name="zxingcpp")
    return readers


def _ladder(grey: "Image.Image") -> Iterator["Image.Image"]:
    """As it is; more contrast; sharper; then larger when small, smaller when big."""
    from PIL import ImageFilter, ImageOps

    yield grey
    plain = ImageOps.autocontrast(grey, cutoff=2)
    yield plain
    yield plain.filter(ImageFilter.UnsharpMask(radius=3, percent=200))
    if max(grey.size) <= BIG_SIDE:
        yield plain.resize((plain.width * 2, plain.height * 2))
    else:
        for part in (2, 4):
            yield plain.reduce(part)


def _by_zxing(grey: "Image.Image") -> list[str]:
    import zxingcpp

    found = zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormat.QRCode, text_mode=zxingcpp.TextMode.Plain
    )
    return [_text(code.bytes, code.text) for code in found if code.text]


def _by_zbar(grey: "Image.Image") -> list[str]:
    from pyzbar import pyzbar

    found = pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [_text(code.data, code.data.decode("latin-1")) for code in found if code.data]


def _text(raw: bytes, guessed: str) -> str:
    """UTF-8 when it is, whatever alphabet the reader guessed."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return guessed


def _of_pdf(received: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(received)
    except pypdfium2.PdfiumError:
        return {"error": "damaged"}
    notes = {
        name: value
        for name in ("openbadges", "openbadge", "openbadgecredential")
        if (value := document.get_metadata_value(name))
    }
    codes: list[str] = []
    for number in range(min(len(document), MAX_PDF_PAGES)):
        page = document[number]
        scale = min(PDF_PIXELS_A_POINT, MAX_PDF_SIDE / max(*page.get_size(), 1))
        codes += _codes(page.render(scale=scale, grayscale=True).to_pil().convert("L"))
    return {"codes": list(dict.fromkeys(codes)), "notes": notes}


if __name__ == "__main__":
    main()
