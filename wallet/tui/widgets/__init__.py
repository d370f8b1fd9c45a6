"""The parts of a screen: a list of lines, a line of acts, a page of text, a picture of cells."""
