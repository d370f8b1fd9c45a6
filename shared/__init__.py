"""Open Badges: what does this badge say, and is its signature mathematically right?"""

DISTRIBUTION = "badges-bfc"
"""Whose ``shared`` this is: public indexes have another package of that name."""
