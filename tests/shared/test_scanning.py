"""Photos and screenshots: every code they show, decoded where a crash costs nothing."""

import io
import json
import subprocess
import sys
import time

import pytest
import segno
from PIL import Image, ImageOps

from shared import scanning
from shared.errors import DamagedImage, LockedPdf, ScannerMissing, TooBig
from shared.scanning import worker
from shared.scanning.worker import MAX_PDF_PAGES, MAX_PDF_SIDE
from tests.shared.pictures import ADDRESS, BADGE, TOKEN, header
from tests.shared.pictures import png as a_png

ORIENTATION = 0x0112


def a_code(text, *, scale=6) -> Image.Image:
    made = io.BytesIO()
    segno.make(text, micro=False).save(made, kind="png", scale=scale)
    made.seek(0)
    return Image.open(made).convert("RGB")


def a_sheet(*codes: Image.Image, width=1600, height=1200) -> Image.Image:
    sheet = Image.effect_noise((width // 8, height // 8), 40).resize((width, height))
    sheet = sheet.convert("RGB")
    for number, code in enumerate(codes):
        sheet.paste(code, (100 + 700 * number, 150 + 60 * number))
    return sheet


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "HEIF"])
def test_each_kind_of_photo_is_read(kind):
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
    photo = saved(a_sheet(a_code(ADDRESS)), kind, quality=70)

    assert scanning.photo_kind(photo) == kind
    assert scanning.codes(photo) == (ADDRESS,)


def inverted(picture):
    return ImageOps.invert(picture)


def pale(picture):
    return picture.point(lambda value: 110 + value // 8)


def transparent(picture):
    dark = ImageOps.invert(picture.convert("L"))
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    clear.putalpha(dark)
    return clear


def upside_down(picture):
    return picture.rotate(188, expand=True, fillcolor="white")


def tiny(picture):
    return picture.resize((picture.width // 4, picture.height // 4))


@pytest.mark.parametrize("look", [inverted, pale, transparent, upside_down, tiny])
def test_hard_looks_are_read(look):
    assert scanning.codes(saved(look(a_code(ADDRESS)), "PNG")) == (ADDRESS,)


def test_a_photo_lying_on_its_side_is_read():
    exif = Image.Exif()
    exif[ORIENTATION] = 6

    assert scanning.codes(saved(a_sheet(a_code(ADDRESS)), "JPEG", exif=exif)) == (ADDRESS,)


@pytest.mark.parametrize("text", [BADGE, TOKEN, "Été à Besançon", '{"a":"' + "é" * 300 + '"}'])
def test_letters_come_back(text):
    assert scanning.codes(saved(a_code(text), "PNG")) == (text,)


def test_every_code_of_a_picture_is_given():
    sheet = a_sheet(a_code(ADDRESS), a_code("https://structure.example/"))

    assert set(scanning.codes(saved(sheet, "JPEG"))) == {ADDRESS, "https://structure.example/"}


def test_one_code_printed_twice_is_given_once():
    sheet = a_sheet(a_code(ADDRESS), a_code(ADDRESS))

    assert scanning.codes(saved(sheet, "JPEG")) == (ADDRESS,)


def test_of_a_moving_picture_the_first_frame_counts():
    first, second = a_code(ADDRESS), a_code(ADDRESS.replace("f7f5", "aaaa"))
    moving = saved(first, "PNG", save_all=True, append_images=[second], duration=50)

    assert b"acTL" in moving
    assert scanning.codes(moving) == (ADDRESS,)


def test_without_a_code_there_is_nothing():
    assert scanning.codes(saved(a_sheet(width=400, height=300), "JPEG")) == ()


def test_a_photo_of_twelve_million_pixels_takes_a_moment():
    photo = saved(a_sheet(a_code(ADDRESS, scale=14), width=4000, height=3000), "JPEG")
    begin = time.perf_counter()

    assert scanning.codes(photo) == (ADDRESS,)
    assert time.perf_counter() - begin < 2  # 0.3 s on a quiet machine


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(saved(a_sheet(), "JPEG")[:5000], id="a photo cut"),
        pytest.param(b"\xff\xd8\xff" + bytes(100), id="the beginning of a photo"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 " + bytes(8), id="the beginning of a webp"),
        pytest.param(bytes(4) + b"ftypavif" + bytes(40), id="the beginning of an avif"),
        pytest.param(a_png(head=header(10_000, 6_000)), id="pixels missing, just inside"),
    ],
)
def test_damage_is_said(cut):
    with pytest.raises(DamagedImage):
        scanning.codes(cut)


def test_pixels_have_one_limit():
    with pytest.raises(TooBig):
        scanning.codes(a_png(head=header(10_000, 6_001)))


def test_time_has_one_limit(monkeypatch):
    monkeypatch.setattr(scanning, "MAX_SECONDS", 0.001)

    with pytest.raises(TooBig):
        scanning.codes(saved(a_code(ADDRESS), "PNG"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_memory_of_the_child_has_one_limit():
    picture = saved(Image.new("RGB", (5000, 5000)), "PNG")
    command = [sys.executable, "-I", str(scanning.WORKER), "PNG", str(10**8)]

    def answer(memory):
        asked = [*command, str(memory), "5"]
        return json.loads(subprocess.check_output(asked, input=picture))

    assert answer(scanning.MAX_MEMORY) == {"codes": []}
    assert "error" in answer(160 * 1024 * 1024)


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF....WEBPVP8L", "WEBP"),
        (b"RIFF....WAVEfmt ", None),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIF"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIF"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "AVIF"),
        (b"\0\0\0\x18ftypisom\0\0\0\0mp41", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_photo_is_known_by_its_first_bytes(first, kind):
    assert scanning.photo_kind(first) == kind


def test_a_pdf_page_is_looked_at():
    pytest.importorskip("pypdfium2")
    pages = [a_sheet(a_code(ADDRESS)), a_sheet(a_code(TOKEN))]
    document = saved(pages[0], "PDF", save_all=True, append_images=pages[1:])

    assert scanning.pdf(document).codes == (ADDRESS, TOKEN)


def test_a_pdf_is_looked_at_for_so_many_pages():
    pytest.importorskip("pypdfium2")
    empty = Image.new("L", (40, 40))
    last = a_code(ADDRESS)

    def document(before):
        return saved(empty, "PDF", save_all=True, append_images=[*[empty] * (before - 1), last])

    assert scanning.pdf(document(MAX_PDF_PAGES - 1)).codes == (ADDRESS,)
    assert scanning.pdf(document(MAX_PDF_PAGES)).codes == ()


@pytest.mark.parametrize("side", [MAX_PDF_SIDE, 4 * MAX_PDF_SIDE])
def test_a_large_page_is_drawn_no_larger_than_a_small_one(monkeypatch, side):
    pypdfium2 = pytest.importorskip("pypdfium2")
    drawn = []
    monkeypatch.setattr(worker, "_codes", lambda picture: drawn.append(picture.size) or [])
    document = pypdfium2.PdfDocument.new()
    document.new_page(side, 40)
    made = io.BytesIO()
    document.save(made)

    worker._of_pdf(made.getvalue())

    assert drawn[0][0] == MAX_PDF_SIDE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_processor_time_of_the_child_has_one_limit():
    """The child asks the system to end it; one second here, to be quick."""
    busy = f"import runpy\nrunpy.run_path({str(scanning.WORKER)!r})['_limit'](2**40, 1)\n"
    done = subprocess.run([sys.executable, "-c", busy + "while True: pass"], check=False)

    assert -done.returncode in scanning.OUT_OF_TIME
    assert scanning.MAX_CPU_SECONDS < scanning.MAX_SECONDS


def test_a_broken_pdf_is_damaged():
    pytest.importorskip("pypdfium2")
    with pytest.raises(DamagedImage):
        scanning.pdf(b"%PDF-1.4\n1 0 obj<<>>endobj")


def ends_by(signal: str) -> str:
    return f"import os, signal; os.kill(os.getpid(), signal.{signal})"


@pytest.mark.parametrize(
    ("child", "error"),
    [
        ("""print('{"error": "missing", "what": "pillow_heif"}')""", ScannerMissing),
        ("""print('{"error": "locked"}')""", LockedPdf),
        ("""print('{"error": "damaged"}')""", DamagedImage),
        ("""print('{"error": "pixels"}')""", TooBig),
        ("raise RuntimeError", DamagedImage),
        pytest.param(ends_by("SIGXCPU"), TooBig, id="out of processor time"),
        pytest.param(ends_by("SIGSEGV"), DamagedImage, id="a crash of a decoder"),
    ],
)
def test_each_end_of_the_child_has_its_error(monkeypatch, tmp_path, child, error):
    worker = tmp_path / "worker.py"
    worker.write_text(child)
    monkeypatch.setattr(scanning, "WORKER", worker)

    with pytest.raises(error):
        scanning.pdf(b"%PDF-")
