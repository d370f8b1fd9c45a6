"""Strict JSON: what two programs could read in two ways is refused, and quickly."""

import contextlib
import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared import strict_json
from shared.errors import UnsafeJson
from shared.strict_json import MAX_DEPTH, MAX_JSON_BYTES, MAX_NODES, MAX_NUMBER_LETTERS

HALF = "\\ud800"


def why(text) -> str:
    with pytest.raises(UnsafeJson) as refused:
        strict_json.loads(text)
    return str(refused.value.facts["why"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param('{"a":1,"a":2}', "duplicate-key", id="a name twice"),
        pytest.param('{"a":1,"\\u0061":2}', "duplicate-key", id="the second one escaped"),
        pytest.param('[{"b":{"a":1,"a":1}}]', "duplicate-key", id="nested, same value"),
        pytest.param("NaN", "number", id="not a number"),
        pytest.param('{"n":-Infinity}', "number", id="infinity"),
        pytest.param("1e999999", "number", id="larger than any machine"),
        pytest.param("-1e400", "number", id="smaller than any machine"),
        pytest.param("9" * 200_000, "number", id="200 000 digits"),
        pytest.param(f'"{HALF}"', "text", id="half a character"),
        pytest.param(f'{{"{HALF}":1}}', "text", id="half a character in a name"),
        pytest.param(f'["\\udc00{HALF}"]', "text", id="two halves in the wrong order"),
        pytest.param('"\ud800"', "text", id="half a character in Python text"),
        pytest.param('{"a":"é"}'.encode("utf-16"), "text", id="utf-16 bytes"),
        pytest.param(b'"\xe9"', "text", id="latin-1 bytes"),
        pytest.param(b'"\xc0\x80"', "text", id="overlong zero"),
        pytest.param("{} {}", "syntax", id="two documents"),
        pytest.param("{a:1}", "syntax", id="json5"),
        pytest.param("[1,]", "syntax", id="comma too many"),
        pytest.param('"a\nb"', "syntax", id="bare line break in a text"),
        pytest.param("{}\0", "syntax", id="a zero byte behind"),
        pytest.param("", "syntax", id="nothing"),
        pytest.param("\ufeff\ufeff{}", "syntax", id="two byte order marks"),
        pytest.param("\u00a0{}", "syntax", id="another kind of space"),
        pytest.param("[" * 100_000 + "]" * 100_000, "size", id="100 000 lists, closed"),
        pytest.param("[" * 10_000, "depth", id="10 000 lists, open"),
        pytest.param("[[" * 17, "depth", id="too deep and cut"),
        pytest.param("]" * 5, "syntax", id="closed before opened"),
    ],
)
def test_ambiguous_or_oversized_text_is_refused(text, reason):
    assert why(text) == reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('{"a":[1,2.5,true,null,"é"]}', {"a": [1, 2.5, True, None, "é"]}, id="plain"),
        pytest.param("\ufeff{}", {}, id="one byte order mark, text"),
        pytest.param(b"\xef\xbb\xbf{}", {}, id="one byte order mark, bytes"),
        pytest.param('"\\ud83d\\ude00"', "😀", id="a pair of escapes is one character"),
        pytest.param('"\\\\ud800"', "\\ud800", id="an escaped backslash is no escape"),
        pytest.param('"[[[{{{,,,"', "[[[{{{,,,", id="brackets in a text are text"),
        pytest.param('["\\"[", "\\\\"]', ['"[', "\\"], id="escaped quotes"),
        pytest.param('{"a":{"b":1},"b":{"a":1}}', {"a": {"b": 1}, "b": {"a": 1}}, id="same apart"),
        pytest.param("1e-400", 0.0, id="too small is zero"),
        pytest.param(" [ ] \n", [], id="spaces around"),
    ],
)
def test_plain_json_is_read(text, value):
    assert strict_json.loads(text) == value


def test_depth_has_one_limit():
    assert strict_json.loads("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert why("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == "depth"


def test_number_of_values_has_one_limit():
    inside = ",".join("1" for _ in range(MAX_NODES - 1))

    assert len(strict_json.loads(f"[{inside}]")) == MAX_NODES - 1
    assert why(f"[{inside},1]") == "size"


@pytest.mark.parametrize("letter", ["a", "é"])
def test_size_is_counted_in_bytes(letter):
    letters = (MAX_JSON_BYTES - 2) // len(letter.encode())
    inside, outside = f'"{letter * letters}"', f'"{letter * (letters + 1)}"'

    for form in (str, str.encode):
        assert strict_json.loads(form(inside)) == letter * letters
        assert why(form(outside)) == "size"


def test_digits_have_one_limit():
    assert strict_json.loads("9" * MAX_NUMBER_LETTERS) == int("9" * MAX_NUMBER_LETTERS)
    assert why("9" * (MAX_NUMBER_LETTERS + 1)) == "number"
    assert strict_json.loads("0." + "1" * (MAX_NUMBER_LETTERS - 2)) > 0
    assert why("0." + "1" * (MAX_NUMBER_LETTERS - 1)) == "number"


@pytest.mark.parametrize("value", ["[]", "null", '"a"', "1"])
def test_an_object_is_asked_for(value):
    with pytest.raises(UnsafeJson) as refused:
        strict_json.load_object(value)

    assert refused.value.facts["why"] == "object"
    assert strict_json.load_object('{"a":1}') == {"a": 1}


@pytest.mark.parametrize(
    "piece",
    ['"\\"', '"', "\\", '\\"', '"a",', "[", "{", '{"a":', "[,", '"\\u', "\\ud800", "\0"],
)
def test_no_text_takes_long_to_refuse(piece):
    text = piece * (MAX_JSON_BYTES // len(piece))
    begin = time.perf_counter()

    with pytest.raises(UnsafeJson):
        strict_json.loads(text)

    assert time.perf_counter() - begin < 1


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON_VALUES, st.booleans())
def test_every_plain_value_comes_back(value, ascii_only):
    text = json.dumps(value, ensure_ascii=ascii_only)

    assert strict_json.loads(text) == value
    assert strict_json.loads(text.encode()) == value


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:\\u0d8 1eN-.', max_size=60))
@example(b"\xff\xfe{\0}\0")
@example('{"":0,"\\')
def test_nothing_but_unsafe_json_is_raised(text):
    with contextlib.suppress(UnsafeJson):
        strict_json.loads(text)


def test_a_reader_of_signed_lists_may_take_more_and_no_less_strictly():
    many = "[" + ",".join("1" for _ in range(MAX_NODES)) + "]"

    assert len(strict_json.loads(many, max_nodes=MAX_NODES + 1)) == MAX_NODES
    with pytest.raises(UnsafeJson):
        strict_json.loads(many, max_nodes=MAX_NODES)
    with pytest.raises(UnsafeJson):
        strict_json.loads(many, max_bytes=len(many) - 1, max_nodes=MAX_NODES + 1)
    with pytest.raises(UnsafeJson):
        strict_json.loads('{"a": 1, "a": 2}', max_bytes=10**7, max_nodes=10**6)
