"""
The wallet's pages: who is there, what they hold, how far along they are, one more badge.

The same holdings, answers and words as the command and the terminal; nothing is decided here.
Several people share a machine: each has a visit, and each visit one space.
"""

from wallet.web.carnet import Carnet as Carnet
from wallet.web.doors import Alone as Alone
from wallet.web.doors import Doors as Doors
from wallet.web.pages import blueprint as blueprint
from wallet.web.trial import blueprint as trial_blueprint

__all__ = ["Alone", "Carnet", "Doors", "blueprint", "trial_blueprint"]
