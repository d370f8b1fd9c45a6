"""
Paper: a badge on a page or a card, a pathway to tick by hand, a sheet of what somebody can do.

Each is a tagged PDF: it has a language, a title and words for each picture, for those who hear
it.  Nothing in it asks anything of the network.
"""
