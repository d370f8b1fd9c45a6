"""
What every web page of the house has in common.

A floor makes a ``Screen`` (a blueprint that knows its words); ``new_app`` makes
the Flask app that protects it: language, headers, limits, error pages in words.
Several screens may live in one app, each under its own prefix.
"""

from shared.web.app import Protection, new_app, pace, serve
from shared.web.screen import Screen

__all__ = ["Protection", "Screen", "new_app", "pace", "serve"]
