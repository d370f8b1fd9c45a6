"""Every failure of this floor raised on purpose, each under a stable code."""

from collections.abc import Sequence
from typing import ClassVar

from shared.errors import BadgeError

# ---------------------------------------------------------------- reading a registry


class RegistryUnreadable(BadgeError):
    """The list of partners cannot be used: nothing is known of any issuer."""

    code: ClassVar[str] = "registry.unreadable"


class RegistryUnreachable(RegistryUnreadable):
    """Its folder or its host does not answer. Facts: ``source``."""

    code: ClassVar[str] = "registry.unreachable"


class RegistryUntrusted(RegistryUnreadable):
    """A byte was changed, or a signature is not the one expected. Facts: ``file``."""

    code: ClassVar[str] = "registry.untrusted"


class RegistryRolledBack(RegistryUnreadable):
    """An older list than the one seen before. Facts: ``file``."""

    code: ClassVar[str] = "registry.rolled-back"


class RegistryExpired(RegistryUnreadable):
    """The list has passed its date, and nothing older can be answered from."""

    code: ClassVar[str] = "registry.out-of-date"


class MembersInvalid(BadgeError):
    """Not the form of a list of members. Facts: ``path`` (JSON Pointer), ``why``."""

    code: ClassVar[str] = "registry.members-invalid"


class EntryInvalid(BadgeError):
    """Not the form of a partner's entry. Facts: ``path`` (JSON Pointer), ``why``."""

    code: ClassVar[str] = "registry.entry-invalid"


class HistoryShortened(BadgeError):
    """The new list of members forgets something of the old one. Facts: ``slug``, ``part``."""

    code: ClassVar[str] = "registry.history-shortened"


class RegistriesInvalid(RegistryUnreadable):
    """Not the form of a file that names several lists. Facts: ``path``, ``why``."""

    code: ClassVar[str] = "registry.registries-invalid"


class PlacesUnreadable(BadgeError):
    """Not a file of places in the national data schema. Facts: ``why`` (see ``places.py``)."""

    code: ClassVar[str] = "places.unreadable"


class RecognitionInvalid(BadgeError):
    """Not a recognition of this network. Facts: ``path`` (JSON Pointer), ``why``."""

    code: ClassVar[str] = "registry.recognition-invalid"


class CopyTooLarge(BadgeError):
    """More files than a registry has, where one is to be looked over. Facts: ``limit``."""

    code: ClassVar[str] = "audit.too-large"


# ---------------------------------------------------------------- writing a registry


class DeskUnusable(BadgeError):
    """The folder of a registry cannot be used; nothing was published."""

    code: ClassVar[str] = "desk.unusable"


class FolderTaken(DeskUnusable):
    """The folder where a registry is to be made holds something else. Facts: ``folder``."""

    code: ClassVar[str] = "desk.folder-taken"


class NotADesk(DeskUnusable):
    """The folder is not the working folder of a registry. Facts: ``folder``."""

    code: ClassVar[str] = "desk.not-a-registry"


class SiteUnread(DeskUnusable):
    """What an address serves cannot be had, or is no registry. Facts: ``address``."""

    code: ClassVar[str] = "desk.site-unread"


class DeskBusy(DeskUnusable):
    """Another program is publishing in this folder, and did not end in time."""

    code: ClassVar[str] = "desk.busy"


class DeskUnwritable(DeskUnusable):
    """The disk refuses. Facts: ``why``."""

    code: ClassVar[str] = "desk.unwritable"


class KeyMissing(DeskUnusable):
    """A key that must sign is not in the folder, or is not one. Facts: ``role``."""

    code: ClassVar[str] = "desk.key-missing"


class FileTaken(BadgeError):
    """A file that would be written stands there already. Facts: ``file``."""

    code: ClassVar[str] = "file.taken"


class KeyFileInvalid(BadgeError):
    """Not the file of a key. Facts: ``why`` (``form``, ``cost``, ``private``)."""

    code: ClassVar[str] = "key.file-invalid"


class PassphraseShort(BadgeError):
    """Too easy to guess for whoever finds the file. Facts: ``least`` (characters)."""

    code: ClassVar[str] = "key.passphrase-short"


class PassphraseDiffers(BadgeError):
    """What was typed the second time is not what was typed first."""

    code: ClassVar[str] = "key.passphrase-differs"


class PassphraseWrong(BadgeError):
    """The passphrase does not open the key, or the file was altered."""

    code: ClassVar[str] = "key.passphrase-wrong"


class TokenUnusable(BadgeError):
    """The token that holds a key cannot be used. Facts: ``why`` (``missing``, ``other``)."""

    code: ClassVar[str] = "key.token-unusable"


class KeyNotAsked(BadgeError):
    """The key signs nothing of what it is shown. Facts: ``key`` (its last letters)."""

    code: ClassVar[str] = "key.not-asked"


class OtherRegistry(BadgeError):
    """The file is of another registry than the one the key or the folder serves."""

    code: ClassVar[str] = "proposal.other-registry"


class ProposalInvalid(BadgeError):
    """A proposal that is not what it must be. Facts: ``why``."""

    code: ClassVar[str] = "proposal.invalid"


class ProposalStale(BadgeError):
    """The registry has changed since it was proposed."""

    code: ClassVar[str] = "proposal.stale"


class ProposalUnsigned(BadgeError):
    """Fewer signatures than needed. Facts: ``have``, ``need``."""

    code: ClassVar[str] = "proposal.unsigned"


class DraftFaulty(BadgeError):
    """What somebody wrote by hand has faults; each is an error of ours. Facts: ``count``."""

    code: ClassVar[str] = "sending.faulty"

    def __init__(self, faults: Sequence[BadgeError]) -> None:
        """``faults``: in the order in which they were met."""
        super().__init__(count=len(faults))
        self.faults = tuple(faults)


class DraftUnreadable(BadgeError):
    """What somebody wrote cannot be read. Facts: ``file``, ``line`` (0: unknown), ``why``."""

    code: ClassVar[str] = "sending.unreadable"


class NotAgreed(BadgeError):
    """The person did not say yes; nothing was done."""

    code: ClassVar[str] = "sending.not-agreed"


class BundleInvalid(BadgeError):
    """A publication that is refused. Facts: ``why``."""

    code: ClassVar[str] = "bundle.invalid"


class MemberUnknown(BadgeError):
    """The network has no member of this name. Facts: ``slug``."""

    code: ClassVar[str] = "desk.member-unknown"


class MemberKnown(BadgeError):
    """The network has a member of this name already. Facts: ``slug``."""

    code: ClassVar[str] = "desk.member-known"


class AttestedAwards(BadgeError):
    """A member for which the hub signs cannot award. Facts: ``slug``."""

    code: ClassVar[str] = "desk.attested-awards"


class ListForgets(BadgeError):
    """A new status list gives back a badge that was withdrawn. Facts: ``slug``, ``list``."""

    code: ClassVar[str] = "desk.list-forgets"


class ListsDiffer(BadgeError):
    """The status lists given are not those that the entry names. Facts: ``slug``, ``list``."""

    code: ClassVar[str] = "desk.lists-differ"


# ---------------------------------------------------------------- the catalogue made together


class DraftMissing(BadgeError):
    """The folder is no draft of a catalogue. Facts: ``folder``."""

    code: ClassVar[str] = "catalogue.draft-missing"


class DraftOld(BadgeError):
    """The catalogue was published since. Facts: ``version`` of the draft, ``published``."""

    code: ClassVar[str] = "catalogue.draft-old"


class DraftNotReady(BadgeError):
    """Complaints stand against a draft; nothing was published. Facts: ``count``."""

    code: ClassVar[str] = "catalogue.not-ready"


class InvitationEnded(BadgeError):
    """A link that opens no form. Facts: ``why``."""

    code: ClassVar[str] = "joining.ended"


class InvitationRefused(BadgeError):
    """A member that cannot be invited to the form. Facts: ``slug``, ``why``."""

    code: ClassVar[str] = "joining.refused"
