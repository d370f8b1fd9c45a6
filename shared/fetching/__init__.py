"""
The one door to the network: small documents, public hosts, a short time.

``contract`` says what the rest of the program sees, ``address`` which addresses may be
asked, ``guarded`` how; ``safe`` asks the network (``web``, over a ``line``), ``replay`` a bundle;
``sending`` hands one document over, ``recording`` makes such bundles, ``keeping`` spares the
hosts of lists, ``inquiry`` keeps the account of one verification.
"""

from shared.fetching.contract import MAX_DOCUMENT_BYTES, Fetch, Fetched, Redirects
from shared.fetching.inquiry import Inquiry, Offline, host_of
from shared.fetching.keeping import KeepingFetcher
from shared.fetching.recording import RecordingFetcher
from shared.fetching.replay import ReplayFetcher
from shared.fetching.safe import SafeFetcher
from shared.fetching.sending import Sent, send

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "Fetch",
    "Fetched",
    "Inquiry",
    "KeepingFetcher",
    "Offline",
    "RecordingFetcher",
    "Redirects",
    "ReplayFetcher",
    "SafeFetcher",
    "Sent",
    "host_of",
    "send",
]
