"""Write the screens anew: ``python -m tests.wallet.snapshots``."""

from tests.wallet.snapshots import write

write()
