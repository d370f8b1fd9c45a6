# The words of this floor: what happened, then what the reader can do about it.
