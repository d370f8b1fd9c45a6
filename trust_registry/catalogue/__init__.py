"""
The catalogue: which badges and pathways does the network recognise?

It is a published, signed file; the copy under ``seed/`` only starts a registry,
and is a reconstruction until the hub publishes its own.
"""

from trust_registry.catalogue.achievements import achievement as achievement
from trust_registry.catalogue.complaints import Complaint as Complaint
from trust_registry.catalogue.complaints import check as check
from trust_registry.catalogue.document import from_json as from_json
from trust_registry.catalogue.document import to_json as to_json
from trust_registry.catalogue.model import Alignment as Alignment
from trust_registry.catalogue.model import BadgeEntry as BadgeEntry
from trust_registry.catalogue.model import BadgeUnknown as BadgeUnknown
from trust_registry.catalogue.model import Catalogue as Catalogue
from trust_registry.catalogue.model import CatalogueInvalid as CatalogueInvalid
from trust_registry.catalogue.model import Equivalent as Equivalent
from trust_registry.catalogue.model import EvidenceKind as EvidenceKind
from trust_registry.catalogue.model import ImageMissing as ImageMissing
from trust_registry.catalogue.model import Pathway as Pathway
from trust_registry.catalogue.model import Rule as Rule
from trust_registry.catalogue.model import Spoken as Spoken
from trust_registry.catalogue.model import Status as Status
from trust_registry.catalogue.shipped import image as image
from trust_registry.catalogue.shipped import seed as seed
