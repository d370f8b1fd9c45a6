"""
Reading the published list of partners, from a folder or over the network.

``sources`` gives bytes, ``checking`` believes none of them before every signature, date and
hash holds, ``keeping`` remembers what was seen, ``opening`` puts them together.
"""

from trust_registry.client.opening import open_registry as open_registry
from trust_registry.client.several import Network as Network
from trust_registry.client.several import names_several as names_several
from trust_registry.client.several import open_networks as open_networks
