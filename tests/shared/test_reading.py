"""The one door: whatever comes in, a token or a reason, and nothing else, soon."""

import base64
import contextlib
import io
import json
import time
from urllib.parse import quote

import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from shared import reading
from shared.baking import unbake
from shared.errors import (
    DamagedImage,
    EmptyInput,
    ForbiddenAddress,
    ImageKindNotTaken,
    MalformedToken,
    NoBadgeInImage,
    NoBadgeInPdf,
    PackedFiles,
    QrIsNoBadge,
    TooBig,
    TwoBadges,
    UnknownKind,
    Unreadable,
    UnsafeJson,
    UnsafeSvg,
    WebPage,
)
from shared.reading import MAX_UPLOAD_BYTES, read, read_each
from shared.tokens import MAX_ADDRESS_LETTERS, MAX_TOKEN_BYTES, token_of
from shared.words import LANGUAGES, WORDS
from tests.shared.pictures import (
    ADDRESS,
    ASSERTION,
    BADGE,
    OB2,
    OTHER_BADGE,
    TOKEN,
    cdata,
    chunk,
    element,
    itxt,
    text_chunk,
)
from tests.shared.pictures import png as a_png
from tests.shared.pictures import svg as a_drawing


def a_photo(*texts: str, kind: str = "PNG") -> bytes:
    sheet = Image.new("RGB", (700 * max(len(texts), 1), 700), "white")
    for number, text in enumerate(texts):
        made = io.BytesIO()
        segno.make(text, micro=False).save(made, kind="png", scale=6)
        sheet.paste(Image.open(made), (700 * number + 20, 20))
    made = io.BytesIO()
    sheet.save(made, kind)
    return made.getvalue()


def a_pdf(*entries: bytes, packet: str = "") -> bytes:
    """A PDF of one empty page, with these entries in its document information."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>",
        b"<<" + b"".join(entries) + b">>",
        b"<</Type/Metadata>>stream\n" + packet.encode() + b"\nendstream",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 4 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(body))
    )


def an_entry(name: bytes, text: str) -> bytes:
    return b"/" + name + b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


def a_packet(inside: str) -> str:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>{inside}</d></x:xmpmeta>'


@pytest.mark.parametrize(
    ("received", "kind", "container", "text"),
    [
        pytest.param(a_png(itxt(BADGE)), "json", "png", BADGE, id="png"),
        pytest.param(a_drawing(element(verify=TOKEN)), "jws", "svg", TOKEN, id="svg"),
        pytest.param(
            b"\n" + a_drawing(element(cdata(BADGE))), "json", "svg", BADGE, id="svg, a line below"
        ),
        pytest.param(BADGE.encode(), "json", "json", BADGE, id="json"),
        pytest.param(f" \n{BADGE}\n".encode(), "json", "json", f" \n{BADGE}\n", id="json, spaced"),
        pytest.param(
            b"\xef\xbb\xbf" + BADGE.encode(), "json", "json", "\ufeff" + BADGE, id="json, mark"
        ),
        pytest.param(
            f"[{BADGE}]".encode(),
            "json",
            "json",
            json.dumps(json.loads(BADGE), ensure_ascii=False),
            id="a list of one",
        ),
        pytest.param(
            b"data:application/json;base64," + base64.b64encode(BADGE.encode()),
            "json",
            "json",
            BADGE,
            id="an address that is the file itself",
        ),
        pytest.param(
            f" DATA:,{quote(BADGE)}".encode(), "json", "json", BADGE, id="the same, spelled out"
        ),
        pytest.param(TOKEN.encode(), "jws", "jwt", TOKEN, id="token"),
        pytest.param(f"\r\n {TOKEN}\t\n".encode(), "jws", "jwt", TOKEN, id="token, spaced"),
        pytest.param(b"eyJhIjoxfQ.e30.", "jws", "jwt", "eyJhIjoxfQ.e30.", id="unsigned token"),
        pytest.param(ADDRESS.encode(), "url", "url", ADDRESS, id="address"),
        pytest.param(f" {ADDRESS}\n".encode(), "url", "url", ADDRESS, id="address, spaced"),
        pytest.param(b"HTTP://a.example/?b#c", "url", "url", "https://a.example/?b#c", id="http"),
        pytest.param(a_photo(ADDRESS), "url", "qr", ADDRESS, id="code in a screenshot"),
        pytest.param(a_photo(TOKEN, kind="JPEG"), "jws", "qr", TOKEN, id="code in a photo"),
        pytest.param(a_photo(BADGE, kind="WEBP"), "json", "qr", BADGE, id="a badge in full"),
        pytest.param(a_photo(ADDRESS, TOKEN), "jws", "qr", TOKEN, id="a badge and an address"),
        pytest.param(a_photo("WIFI:S:x;;", ADDRESS), "url", "qr", ADDRESS, id="and something else"),
        pytest.param(a_photo(ADDRESS, kind="PDF"), "url", "qr", ADDRESS, id="code in a pdf"),
        pytest.param(
            a_pdf(an_entry(b"openbadges", ADDRESS)), "url", "pdf", ADDRESS, id="entry of a pdf"
        ),
        pytest.param(
            a_pdf(an_entry(b"openbadgecredential", BADGE)), "json", "pdf", BADGE, id="new entry"
        ),
        pytest.param(
            a_pdf(packet=a_packet(element(verify=ADDRESS, name="assertion", namespace=OB2))),
            "url", "pdf", ADDRESS, id="packet of a pdf",
        ),
        pytest.param(
            a_pdf(
                an_entry(b"openbadges", ADDRESS),
                packet=a_packet(element(verify=ADDRESS, name="assertion", namespace=OB2)),
            ),
            "url", "pdf", ADDRESS, id="both, alike",
        ),
    ],
)  # fmt: skip
def test_a_badge_is_found_wherever_it_is(received, kind, container, text):
    if b"%PDF" in received:
        pytest.importorskip("pypdfium2")

    token = read(received)

    assert (token.kind, token.container, token.text) == (kind, container, text)
    assert token.picture == (received if container in {"png", "svg"} else None)


@pytest.mark.parametrize(
    ("received", "error"),
    [
        pytest.param(b"", EmptyInput, id="nothing"),
        pytest.param(b" \r\n\t\0\0", EmptyInput, id="spaces"),
        pytest.param(a_png(), NoBadgeInImage, id="a plain png"),
        pytest.param(a_png(tail=b""), DamagedImage, id="a cut png"),
        pytest.param(a_png(itxt(BADGE), itxt(OTHER_BADGE)), TwoBadges, id="two in one"),
        pytest.param(a_drawing(), NoBadgeInImage, id="a plain drawing"),
        pytest.param(a_drawing()[:-3], DamagedImage, id="a cut drawing"),
        pytest.param(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', UnsafeSvg, id="entities"),
        pytest.param(a_photo(kind="JPEG"), NoBadgeInImage, id="a plain photo"),
        pytest.param(a_photo(kind="JPEG")[:300], DamagedImage, id="a cut photo"),
        pytest.param(a_photo("Bonjour"), QrIsNoBadge, id="a code that says hello"),
        pytest.param(a_photo("file:///etc/hostname"), QrIsNoBadge, id="a code of a file"),
        pytest.param(a_photo(ADDRESS, ADDRESS + "x"), TwoBadges, id="codes of two badges"),
        pytest.param(a_photo(kind="GIF"), ImageKindNotTaken, id="gif"),
        pytest.param(a_photo(kind="BMP"), ImageKindNotTaken, id="bmp"),
        pytest.param(a_photo(kind="TIFF"), ImageKindNotTaken, id="tiff"),
        pytest.param(a_photo(kind="PDF"), NoBadgeInPdf, id="a plain pdf"),
        pytest.param(b"%PDF-1.4\n", DamagedImage, id="a broken pdf"),
        pytest.param(
            a_pdf(an_entry(b"openbadges", ADDRESS), an_entry(b"openbadge", ADDRESS + "x")),
            TwoBadges, id="a pdf with two",
        ),
        pytest.param(
            a_pdf(
                an_entry(b"openbadges", ADDRESS + "x"),
                packet=a_packet(element(verify=ADDRESS, name="assertion", namespace=OB2)),
            ),
            TwoBadges, id="a pdf whose parts differ",
        ),
        pytest.param(b"PK\x03\x04" + bytes(30), PackedFiles, id="zip"),
        pytest.param(b"PK\x05\x06" + bytes(18), PackedFiles, id="an empty zip"),
        pytest.param(b"\x1f\x8b\x08" + bytes(30), PackedFiles, id="gzip"),
        pytest.param(b"<!doctype html><title>Badge</title>", WebPage, id="a page"),
        pytest.param(b"  <HTML lang=fr><p>Badge</HTML>", WebPage, id="a page, old manners"),
        pytest.param(b"Bonjour, voici mon badge.", UnknownKind, id="a sentence"),
        pytest.param(b"null", UnknownKind, id="null"),
        pytest.param(b"badges.example", UnknownKind, id="a host without https"),
        pytest.param(f"Mon badge : {ADDRESS}".encode(), UnknownKind, id="address in a sentence"),
        pytest.param(b"\x00\x01\x02\x03\xff", UnknownKind, id="bytes"),
        pytest.param("é".encode("latin-1"), UnknownKind, id="latin-1 text"),
        pytest.param(BADGE.encode("utf-16"), UnsafeJson, id="utf-16 text"),
        pytest.param(b"javascript:alert(1)", ForbiddenAddress, id="a script"),
        pytest.param(b"file:///etc/hostname", ForbiddenAddress, id="a local file"),
        pytest.param(b"data:text/html,x", UnknownKind, id="a page in an address"),
        pytest.param(b"data:;base64,=", ForbiddenAddress, id="an address of no base64"),
        pytest.param(b"data:image/png", ForbiddenAddress, id="an address without a file"),
        pytest.param(b"data:,data:,x", ForbiddenAddress, id="an address in an address"),
        pytest.param(b"ftp://a.example/b", ForbiddenAddress, id="ftp"),
        pytest.param(b"https://", ForbiddenAddress, id="no host"),
        pytest.param(b"https:///a", ForbiddenAddress, id="no host, a path"),
        pytest.param(b"https://[::1", ForbiddenAddress, id="half a host"),
        pytest.param(b"https://a.example\\@b.example/", ForbiddenAddress, id="backslash"),
        pytest.param("https://a.example/\u202e".encode(), ForbiddenAddress, id="turned around"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30", MalformedToken, id="two parts"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30.a.b", MalformedToken, id="four parts"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30=.AA", MalformedToken, id="padding"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30.A+", MalformedToken, id="another alphabet"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30.AB", MalformedToken, id="unused bits"),
        pytest.param(b"eyJhbGciOiJub25lIn0..AA", MalformedToken, id="no payload"),
        pytest.param(b"eyJhbGciOiJub25lIn0.e30.AA~e30", MalformedToken, id="disclosures behind"),
        pytest.param(b"eyJhbGciOiJub25lIn0.\ne30.AA", UnknownKind, id="line breaks inside"),
    ],
)  # fmt: skip
def test_everything_else_is_named(received, error):
    if b"%PDF" in received:
        pytest.importorskip("pypdfium2")

    with pytest.raises(Unreadable) as refused:
        read(received)

    assert type(refused.value) is error


@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_several_codes_are_several_badges_where_several_are_asked_for(kind):
    if kind == "PDF":
        pytest.importorskip("pypdfium2")
    sheet = a_photo(TOKEN, BADGE, ADDRESS, kind=kind)

    assert {token.text for token in read_each(sheet)} == {TOKEN, BADGE}
    with pytest.raises(TwoBadges):
        read(sheet)
    with pytest.raises(TwoBadges):
        read_each(a_png(itxt(BADGE), itxt(OTHER_BADGE)))
    assert read_each(TOKEN.encode()) == (read(TOKEN.encode()),)


def every_kind_of(error):
    """Those of this floor: the floors above have words of their own."""
    yield error
    for kind in error.__subclasses__():
        if kind.__module__.startswith("shared."):
            yield from every_kind_of(kind)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("error", list(every_kind_of(Unreadable)))
def test_every_reason_says_what_to_do(error, lang):
    facts = {"kind": "GIF", "what": "zxingcpp"}

    assert WORDS.say(error.code, facts, lang=lang, part="title")
    assert WORDS.say(error.code, facts, lang=lang, part="help")


def test_an_upload_has_one_limit():
    picture = a_png(itxt(BADGE))
    inside = picture + bytes(MAX_UPLOAD_BYTES - len(picture))

    assert read(inside).text == BADGE
    with pytest.raises(TooBig):
        read(inside + b"!")


def test_a_text_has_one_limit():
    inside = '{"a":"' + "a" * (MAX_TOKEN_BYTES - 8) + '"}'

    assert read(inside.encode()).text == inside
    with pytest.raises(TooBig):
        read(inside.encode() + b" ")


def test_an_address_has_one_limit():
    inside = ADDRESS + "a" * (MAX_ADDRESS_LETTERS - len(ADDRESS))

    assert read(inside.encode()).text == inside
    with pytest.raises(ForbiddenAddress):
        read(inside.encode() + b"a")


def test_a_name_of_a_file_changes_nothing():
    assert read(a_png(itxt(BADGE))).text == read(a_drawing(element(cdata(BADGE)))).text


def readable_or_not(take, received: bytes) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(Unreadable):
        assert take(received).text
    assert time.perf_counter() - begin < 1


@given(st.binary(max_size=300))
def test_random_bytes_end_in_a_reason(received):
    readable_or_not(read, received)


@given(st.text(alphabet='ey.A~=_-:/htps{}"<>!?[] \n\0é\ud800', max_size=80))
def test_random_text_ends_in_a_reason(text):
    readable_or_not(lambda raw: token_of(raw, container="text"), text)


def changed(original: bytes):
    """The original with some bytes changed, taken away or put in."""
    change = st.tuples(
        st.integers(0, len(original)), st.integers(0, 8), st.binary(max_size=8)
    )  # fmt: skip

    def apply(changes):
        mutant = bytearray(original)
        for at, gone, put in changes:
            mutant[at : at + gone] = put
        return bytes(mutant)

    return st.lists(change, min_size=1, max_size=4).map(apply)


RICH_DRAWING = a_drawing(
    element(cdata(BADGE)),
    element(cdata(ASSERTION), verify=ADDRESS, name="assertion", namespace=OB2),
    before='<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg>',
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(changed(a_png(itxt(BADGE, packed=True), text_chunk(ADDRESS))))
def test_a_changed_png_ends_in_a_reason(received):
    readable_or_not(lambda image: unbake(image)[0], received)


@given(
    st.sampled_from([b"iTXt", b"tEXt", b"zTXt"]),
    changed(itxt(BADGE, packed=True)[8:-4]) | changed(text_chunk(ADDRESS)[8:-4]),
)
def test_a_changed_chunk_with_its_checksum_ends_in_a_reason(kind, body):
    readable_or_not(lambda image: unbake(image)[0], a_png(chunk(kind, body)))


@given(changed(RICH_DRAWING))
def test_a_changed_drawing_ends_in_a_reason(received):
    readable_or_not(reading.read, received)


@settings(max_examples=10, deadline=None)
@given(changed(a_photo(ADDRESS, kind="JPEG")))
def test_a_changed_photo_ends_in_a_reason(received):
    with contextlib.suppress(Unreadable):
        assert read(received).text
