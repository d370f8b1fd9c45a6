"""Texts of a Fluent file that are only text: read without Fluent, which takes long to load."""

import re

BEGINNING = re.compile(r"( +\.)?([a-zA-Z][\w-]*) *= *(.*)")
BRACES = re.compile(r"[{}]")


def plain_texts(file: str) -> dict[str, str]:
    """
    The texts of one line in which nothing stands in braces; all others are left to Fluent.

    Returns:
        By ``id``, or by ``id.attribute``; a message that has no text of its own is its title.
    """
    found: dict[str, str] = {}
    message = last = untold = ""
    for line in file.splitlines():
        begun = BEGINNING.fullmatch(line)
        if begun is None:
            # What goes on below a beginning belongs to it: it is not of one line.
            if line.startswith(" "):
                found.pop(last, None)
                untold = ""
                if last == f"{message}.title":
                    found.pop(message, None)
            continue
        text = begun[3].rstrip(" ")
        if not begun[1]:
            message = begun[2]
            untold = "" if text else message
        last = f"{message}.{begun[2]}" if begun[1] else message
        if text and not BRACES.search(text):
            found[last] = text
            if untold and begun[2] == "title":
                found[untold] = text
    return found
