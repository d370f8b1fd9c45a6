"""
Reading the published list of partners, from a folder or over the network.

``sources`` gives bytes, ``checking`` believes none of them before every signature, date and
hash holds, ``keeping`` remembers what was seen, ``opening`` puts them together.
"""

from trust_registry.client.opening import open_registry as open_registry
