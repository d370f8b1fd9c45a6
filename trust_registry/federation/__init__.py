"""Lists of others, which say less than ours: what they say is shown under their own name."""
