"""The commands of ``badge-wallet``, one module for each kind of act."""
