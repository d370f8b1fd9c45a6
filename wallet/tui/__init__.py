"""
The wallet in a terminal: screens moved through by arrows, Enter and Esc, or plain lines.

Both are drawn from the same pages (``wallet.tui.pages``), so that they cannot disagree.
Nothing that takes long to load stands at the top of these modules: the first screen is
painted before the badges are opened.
"""
