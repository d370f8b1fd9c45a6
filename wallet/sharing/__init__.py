"""
Showing: the person chooses which badges, to whom, and for how long; nothing leaves before.

What is given is signed by the key of the space, names whom it is for, and has an end.  Each
time a line goes into the diary of the space, so that its owner knows what others were shown.
"""
