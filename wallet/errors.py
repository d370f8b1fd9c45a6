"""Every failure of this floor raised on purpose, each under a stable code."""

from typing import ClassVar

from shared.errors import BadgeError


class NotABadge(BadgeError):
    """A well-formed credential, but no badge: nothing for a wallet to hold."""

    code: ClassVar[str] = "import.not-a-badge"


class HoldingUnknown(BadgeError):
    """No badge of this space has this identifier. Facts: ``badge``."""

    code: ClassVar[str] = "holding.unknown"


class HoldingAmbiguous(BadgeError):
    """The beginning of an identifier fits several badges. Facts: ``badge``, ``count``."""

    code: ClassVar[str] = "holding.ambiguous"


class NoteTooLong(BadgeError):
    """A note or the name of a town that is longer than it needs to be. Facts: ``limit``."""

    code: ClassVar[str] = "memo.too-long"


class NoPictureToBake(BadgeError):
    """A badge that is only an address cannot be put into a picture."""

    code: ClassVar[str] = "export.no-text"


class FileNotWritten(BadgeError):
    """What was to be taken along cannot be written there. Facts: ``file``."""

    code: ClassVar[str] = "export.not-written"


# ---------------------------------------------------------------- the vault


class VaultUnavailable(BadgeError):
    """The vault cannot be used; nothing was changed in it."""

    code: ClassVar[str] = "vault.unavailable"


class VaultBusy(VaultUnavailable):
    """Another program has been writing for longer than we wait."""

    code: ClassVar[str] = "vault.busy"


class VaultConflict(VaultUnavailable):
    """Another program kept the same badge, or gave the same place, just before."""

    code: ClassVar[str] = "vault.conflict"


class VaultFull(VaultUnavailable):
    """The disk has no room left."""

    code: ClassVar[str] = "vault.full"


class VaultDamaged(VaultUnavailable):
    """The file is not a vault any more."""

    code: ClassVar[str] = "vault.damaged"


class RecordDamaged(VaultDamaged):
    """One badge does not open any more; the others do. Facts: ``badge``."""

    code: ClassVar[str] = "vault.record-damaged"


class VaultNewer(VaultUnavailable):
    """A later version of this program has written in it. Facts: ``revision``."""

    code: ClassVar[str] = "vault.newer"


class SpaceUnusable(BadgeError):
    """The folder of a space cannot be made or read. Facts: ``why``."""

    code: ClassVar[str] = "space.unusable"


# ---------------------------------------------------------------- the lock of a space


class SpaceLocked(BadgeError):
    """The space is protected, and no phrase was given; or it was protected meanwhile."""

    code: ClassVar[str] = "space.locked"


class WrongPhrase(BadgeError):
    """The phrase does not open this lock, or the lock is damaged."""

    code: ClassVar[str] = "space.wrong-phrase"


class PhraseTooSoon(BadgeError):
    """After several wrong phrases a pause is made before the next one. Facts: ``seconds``."""

    code: ClassVar[str] = "space.too-soon"


class WrongCard(BadgeError):
    """This space has no card, or these are the words of another one."""

    code: ClassVar[str] = "space.wrong-card"


class CardUnreadable(BadgeError):
    """These are not the words of a card. Facts: ``why`` (count, word), ``count``."""

    code: ClassVar[str] = "space.card-unreadable"


class WrongPin(BadgeError):
    """Another code than the one that opens this space on this server."""

    code: ClassVar[str] = "space.wrong-pin"


class PinTooSoon(BadgeError):
    """A pause after a wrong code is not over. Facts: ``seconds``."""

    code: ClassVar[str] = "space.pin-too-soon"


class PinEnded(BadgeError):
    """The space has no code, or it was tried wrongly too often: its phrase opens it."""

    code: ClassVar[str] = "space.pin-ended"


class PinTooEasy(BadgeError):
    """A code of a wrong length, or the first to be tried. Facts: ``least``, ``most``."""

    code: ClassVar[str] = "space.pin-easy"


class LockRefused(BadgeError):
    """What stands where the lock should be is none that we made. Facts: ``why``."""

    code: ClassVar[str] = "space.lock-refused"


class NotProtected(BadgeError):
    """A phrase was given for a space that has no lock."""

    code: ClassVar[str] = "space.not-protected"


class AlreadyProtected(BadgeError):
    """The space has a lock: its phrase can be changed."""

    code: ClassVar[str] = "space.already-protected"


class PhraseMissing(BadgeError):
    """A phrase is needed, and nobody is there to type it."""

    code: ClassVar[str] = "space.phrase-missing"


class PhrasesDiffer(BadgeError):
    """A new phrase was typed twice, and not the same."""

    code: ClassVar[str] = "space.phrases-differ"


class PhraseTooShort(BadgeError):
    """A phrase that could be guessed. Facts: ``least``, in letters and digits."""

    code: ClassVar[str] = "space.phrase-short"


class PhraseUnread(BadgeError):
    """The file that holds a phrase cannot be read, or holds none. Facts: ``file``."""

    code: ClassVar[str] = "space.phrase-unread"


class NotConfirmed(BadgeError):
    """What cannot be undone was not confirmed; nothing was done."""

    code: ClassVar[str] = "space.not-confirmed"


class BackupNeedsPhrase(BadgeError):
    """The space has no lock, and no phrase was given to lock the copy with."""

    code: ClassVar[str] = "backup.needs-phrase"


class BackupUnreadable(BadgeError):
    """A file that is no copy of a space, or that was cut or changed. Facts: ``why``."""

    code: ClassVar[str] = "backup.unreadable"


# ---------------------------------------------------------------- badges that await their learners


class CodeUnknown(BadgeError):
    """No badge of the bundle has this code."""

    code: ClassVar[str] = "claim.code-unknown"


class BundleUnreadable(BadgeError):
    """A file that is no bundle, or that was changed since it was signed. Facts: ``why``."""

    code: ClassVar[str] = "claim.bundle-unreadable"


class BundleNotOurs(BadgeError):
    """Another key signed the bundle: nothing is added to it from here."""

    code: ClassVar[str] = "claim.bundle-not-ours"


class BundleFull(BadgeError):
    """No more badges go into one bundle. Facts: ``limit``."""

    code: ClassVar[str] = "claim.bundle-full"


# ---------------------------------------------------------------- awarding


class AwardRefused(BadgeError):
    """The award was not made, and why: the root of the reasons below."""

    code: ClassVar[str] = "award.refused"


class NoRegistryToAward(AwardRefused):
    """Without the list of partners nobody can say who may award."""

    code: ClassVar[str] = "award.no-registry"


class RegistryTooOld(AwardRefused):
    """The list of partners has passed its date: rights cannot be read from it."""

    code: ClassVar[str] = "award.registry-old"


class NotAuthorised(AwardRefused):
    """This space holds no badge that opens the desk."""

    code: ClassVar[str] = "award.no-authorising-badge"


class AuthorisationOfAnother(AwardRefused):
    """The badge that opens the desk was given to another space."""

    code: ClassVar[str] = "award.authorisation-of-another"


class AuthorisationNotValid(AwardRefused):
    """The badge that opens the desk does not hold today. Facts: ``level``, ``reason``."""

    code: ClassVar[str] = "award.authorisation-not-valid"


class KeyNotListed(AwardRefused):
    """
    The partner does not list this key for this badge today.

    Facts: ``why`` (the code of the registry, without ``registry.``), ``partner``.
    """

    code: ClassVar[str] = "award.key-not-listed"


class CriteriaMissing(AwardRefused):
    """The badge has no published criteria: there is nothing to have seen. Facts: ``badge``."""

    code: ClassVar[str] = "award.no-criteria"


class EvidenceMissing(AwardRefused):
    """Nothing says what the person showed."""

    code: ClassVar[str] = "award.no-evidence"


class RecipientMissing(AwardRefused):
    """Nothing says to whom."""

    code: ClassVar[str] = "award.no-recipient"


class TextTooLong(AwardRefused):
    """A text is longer than a badge can carry. Facts: ``field``, ``limit``."""

    code: ClassVar[str] = "award.text-too-long"


class StatusListFull(AwardRefused):
    """No free place is left in the list of this key. Facts: ``limit``."""

    code: ClassVar[str] = "award.list-full"


class StatusListMissing(AwardRefused):
    """The partner publishes no status list of this key. Facts: ``partner``."""

    code: ClassVar[str] = "award.no-list"


class StatusListUnusable(AwardRefused):
    """The status list of this key cannot be had, or does not hold. Facts: ``why``."""

    code: ClassVar[str] = "award.list-unusable"


class ListNameWrong(BadgeError):
    """A name that cannot end an address. Facts: ``name``."""

    code: ClassVar[str] = "award.list-name"


class PartnerUnknown(BadgeError):
    """The network has no partner of this name. Facts: ``partner``."""

    code: ClassVar[str] = "award.no-partner"


class AwardDoubtful(AwardRefused):
    """What was just signed does not verify; it was thrown away. Facts: ``level``, ``reason``."""

    code: ClassVar[str] = "award.not-verified"


class NotOurAward(BadgeError):
    """No badge awarded from this space has this identifier. Facts: ``award``."""

    code: ClassVar[str] = "withdraw.not-ours"


class CannotPause(BadgeError):
    """The badge was awarded without a place in a list of what is on hold. Facts: ``award``."""

    code: ClassVar[str] = "withdraw.cannot-pause"


class AwardAmbiguous(BadgeError):
    """The beginning of an identifier fits several awards. Facts: ``award``, ``count``."""

    code: ClassVar[str] = "withdraw.ambiguous"
