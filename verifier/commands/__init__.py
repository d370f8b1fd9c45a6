"""What the command ``badge-verify`` is made of: what it is given, and what it works with."""
