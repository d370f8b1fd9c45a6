"""The sentences of the judgement."""

from shared.words import Words
from trust_registry.words import WORDS as BELOW

WORDS = Words("verifier.words", below=BELOW)
