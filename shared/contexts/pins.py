"""The SHA-256 of ``index.json``, which holds that of every context; made by a tool."""

INDEX_SHA256 = "934eb4783b10bc7983e2d0b676726b1064e1cc4b1b7805fa2bc98486a1f653c5"
