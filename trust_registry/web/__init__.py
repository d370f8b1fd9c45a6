"""
The registry's site: the published files as they are, and one page for people.

Any host of files can serve the same folder; these pages only add words to it.
"""

from trust_registry.web.pages import Published as Published
from trust_registry.web.pages import blueprint as blueprint
