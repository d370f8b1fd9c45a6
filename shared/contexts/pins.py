"""The SHA-256 of ``index.json``, which holds that of every context. Made by a tool."""

INDEX_SHA256 = "457ce09aa9ac3e7bca1babb5c5ad96326cd10995c54df5730c44128a53b365e7"
