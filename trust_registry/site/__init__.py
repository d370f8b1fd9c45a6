"""
The human side of the public folder: who is in the network, what it recognises, in two languages.

Written from what was published and checked, so pages never say more than the signed files.
"""

from trust_registry.site.writing import write_site as write_site
