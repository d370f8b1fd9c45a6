"""The sentences of the wallet."""

from shared.words import Words
from verifier.words import WORDS as BELOW

WORDS = Words("wallet.words", below=BELOW)
