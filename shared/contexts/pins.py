"""The SHA-256 of ``index.json``, which holds that of every context. Made by a tool."""

INDEX_SHA256 = "5452c017977ef9f5013fd650d20b9733c88cac0715fb10646e66b2458ac745a4"
