"""
What every web page of the house has in common.

A floor makes a ``Screen`` (a blueprint that knows its words); ``new_app`` makes
the Flask app that protects it: language, headers, limits, error pages in words.
Several screens may live in one app, each under its own prefix.  ``Server`` gives it an address;
``file_of`` answers with a file of a public folder.
"""

from shared.web import language as language
from shared.web.app import Protection as Protection
from shared.web.app import neighbours as neighbours
from shared.web.app import new_app as new_app
from shared.web.app import pace as pace
from shared.web.files import file_of as file_of
from shared.web.screen import Screen as Screen
from shared.web.server import AddressTaken as AddressTaken
from shared.web.server import Server as Server
