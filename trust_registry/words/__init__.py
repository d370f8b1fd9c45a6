"""The sentences of the network of trust."""

from shared.words import WORDS as BELOW
from shared.words import Words

WORDS = Words("trust_registry.words", below=BELOW)
