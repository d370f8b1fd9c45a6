"""
A judgement in the words of one language: what a page or a terminal shows.

Page and terminal print the same ``WordedReport``, so they cannot disagree.
"""

from verifier.wording.report import in_words as in_words
from verifier.wording.text import as_text as as_text
from verifier.wording.text import quoted as quoted
from verifier.wording.worded import CheckLine as CheckLine
from verifier.wording.worded import Labelled as Labelled
from verifier.wording.worded import Tone as Tone
from verifier.wording.worded import WordedBadge as WordedBadge
from verifier.wording.worded import WordedReport as WordedReport
