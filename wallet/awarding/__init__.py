"""
Awarding: a professional recognises what somebody can do, in the name of a partner.

It starts from a badge that the professional holds, so it lives in the wallet.
"""
