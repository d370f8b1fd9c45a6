"""
The demo region: a small network told whole, for ``make run``, the tests and the bench.

Its organisations and its people are invented, but for the name of the hub.  Its keys come
from labels that anybody can read here: nothing signed by them proves anything elsewhere.
"""

from trust_registry.demo.internet import follow as follow
from trust_registry.demo.region import DemoBadge as DemoBadge
from trust_registry.demo.region import Person as Person
from trust_registry.demo.region import Region as Region
from trust_registry.demo.region import make_region as make_region
