"""
JSON Canonicalization Scheme: one text for one JSON value.

Source: RFC 8785.
"""

from typing import Any

from shared.errors import UnsafeJson


def jcs(document: Any) -> bytes:
    """
    The canonical UTF-8 bytes of a JSON value.

    Raises:
        UnsafeJson: a value that I-JSON does not have: an integer outside
            ±(2^53 - 1), NaN, an infinity, a lone surrogate, a key that is no text.
    """
    import rfc8785

    try:
        return rfc8785.dumps(document)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise UnsafeJson(why="canonical") from error
