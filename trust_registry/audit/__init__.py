"""
The whole past of a published registry, read again from its first root and told in words.

A copy of the public files is enough (``wget --mirror``): numbered files are never changed
nor deleted, so that they are the history.  No key and no network is needed, and nothing of
the copy is believed before the keys of its own day have signed it.
"""

from trust_registry.audit.auditing import audit as audit
from trust_registry.audit.auditing import compare as compare
from trust_registry.audit.model import Audit as Audit
from trust_registry.audit.model import Event as Event
from trust_registry.audit.model import Outcome as Outcome
from trust_registry.audit.model import Remark as Remark
from trust_registry.audit.model import Signers as Signers
