"""The commands of ``badge-registry``, one file for each kind of work."""
