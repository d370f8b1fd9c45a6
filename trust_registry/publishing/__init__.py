"""
Publishing: the working folder of a registry, and the only code that writes in it.

``create`` makes one, ``open_desk`` opens it again.  Everything published is signed, numbered
and kept; the word for how (TUF) never appears on a screen.
"""

from trust_registry.publishing.contents import Publication as Publication
from trust_registry.publishing.creation import create as create
from trust_registry.publishing.desk import Desk as Desk
from trust_registry.publishing.desk import open_desk as open_desk
from trust_registry.publishing.standing import Standing as Standing
