"""
Does the issuer still stand by this badge? Each kind of list that says so, read and written.

A list that cannot be read proves nothing: every failure here is a ``StatusUnknown``,
never "not withdrawn".
"""

from shared.status.answer import ListDocument, ListProof, State, StatusAnswer, VerifyList
from shared.status.reading import read_status

__all__ = ["ListDocument", "ListProof", "State", "StatusAnswer", "VerifyList", "read_status"]
