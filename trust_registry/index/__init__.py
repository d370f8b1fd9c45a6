"""
The compiled list of partners: who may award what, with which key, and who recognises it.

Made from a list whose every signature was checked (``trust_registry.client``).
"""

from trust_registry.index.answers import Answer as Answer
from trust_registry.index.answers import Membership as Membership
from trust_registry.index.answers import Partner as Partner
from trust_registry.index.registry import Registry as Registry
