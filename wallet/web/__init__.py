"""
The wallet's pages: what somebody holds, how far along they are, one more badge.

The same holdings, answers and words as the command and the terminal; nothing is decided here.
For one space on one machine: several spaces, each locked, come with their own pages.
"""

from wallet.web.carnet import Carnet as Carnet
from wallet.web.pages import blueprint as blueprint
from wallet.web.trial import blueprint as trial_blueprint

__all__ = ["Carnet", "blueprint", "trial_blueprint"]
