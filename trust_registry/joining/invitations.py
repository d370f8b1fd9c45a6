"""
Links that the hub gives to partners, each good once and for some days.

They lie in the working folder beside the keys and are never served.  Of the secret of a link
only its hash is kept: whoever reads the folder cannot use a link that somebody else holds.
A secret has 192 random bits, so a plain SHA-256 is enough to keep it.
"""

import json
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from shared import strict_json
from shared.errors import UnsafeJson
from shared.times import instant_text, parse_instant
from trust_registry.errors import InvitationEnded, InvitationRefused
from trust_registry.layout import is_slug
from trust_registry.model import Assurance, Member, Role
from trust_registry.publishing.disk import saying_why, sha256_hex

FOLDER = "invitations"
SECRET_BYTES = 24
USUAL_DAYS = 14
MAX_INVITATION_DAYS = 60
"""A link that lies in a mailbox for longer is found by somebody else."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{32}", re.ASCII)
_ENDING, _USED, _REVOKED = ".json", ".used", ".revoked"


class State(StrEnum):
    """What has become of a link."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One link, without its secret."""

    mark: str
    """The SHA-256 of the secret, in hexadecimal figures."""
    slug: str
    since: datetime
    until: datetime
    """First instant at which it opens nothing, aware, in UTC."""
    used: bool
    revoked: bool

    def state(self, at: datetime) -> State:
        """What has become of it by an instant."""
        if self.used:
            return State.USED
        if self.revoked:
            return State.REVOKED
        return State.OPEN if at < self.until else State.EXPIRED


class Invitations:
    """The invitations of one registry."""

    def __init__(self, folder: Path) -> None:
        """``folder``: the working folder of the registry."""
        self.folder = folder / FOLDER

    def invite(self, member: Member, *, days: int, at: datetime) -> str:
        """
        Make a link for a member; gives its secret, which is kept nowhere.

        Raises:
            InvitationRefused: the member signs with its own key, or has no right to recognise.
            DeskUnwritable: nothing was kept.
        """
        if member.assurance is not Assurance.HUB_ATTESTED:
            raise InvitationRefused(slug=member.slug, why="own-key")
        if not member.may(Role.RECOGNISER, on=at):
            raise InvitationRefused(slug=member.slug, why="no-right")
        secret = secrets.token_urlsafe(SECRET_BYTES)
        until = at + timedelta(days=min(max(days, 1), MAX_INVITATION_DAYS))
        kept = {"slug": member.slug, "from": instant_text(at), "until": instant_text(until)}
        with saying_why():
            self.folder.mkdir(mode=0o700, exist_ok=True)
            self._write(_mark(secret), _ENDING, json.dumps(kept))
        return secret

    def all(self) -> tuple[Invitation, ...]:
        """Every invitation, the oldest first. Raises: DeskUnwritable."""
        with saying_why():
            files = sorted(self.folder.glob(f"*{_ENDING}")) if self.folder.is_dir() else []
            found = [one for file in files if (one := self._read(file.stem)) is not None]
        return tuple(sorted(found, key=lambda one: (one.since, one.mark)))

    def revoke(self, slug: str, *, at: datetime) -> int:
        """End the open links of a member; gives how many. Raises: DeskUnwritable."""
        ended = [one for one in self.all() if one.slug == slug and one.state(at) is State.OPEN]
        with saying_why():
            for one in ended:
                self._write(one.mark, _REVOKED, instant_text(at))
        return len(ended)

    def open(self, secret: str, *, at: datetime) -> Invitation:
        """
        Give the invitation that a secret opens.

        Raises:
            InvitationEnded: none; ``why`` is ``unknown``, ``used``, ``revoked`` or ``expired``.
        """
        with saying_why():
            found = self._read(_mark(secret)) if _SECRET.fullmatch(secret) else None
        if found is None:
            raise InvitationEnded(why="unknown")
        if (state := found.state(at)) is not State.OPEN:
            raise InvitationEnded(why=str(state))
        return found

    @contextmanager
    def using(self, invitation: Invitation, *, at: datetime) -> Iterator[None]:
        """
        Use an invitation up; it is open again if what is done with it fails.

        A file that can be made only once decides between two that send the form together.

        Raises:
            InvitationEnded: somebody was faster.
        """
        with saying_why():
            try:
                self._write(invitation.mark, _USED, instant_text(at))
            except FileExistsError as error:
                raise InvitationEnded(why="used") from error
        try:
            yield
        except BaseException:
            self._file(invitation.mark, _USED).unlink(missing_ok=True)
            raise

    def _file(self, mark: str, ending: str) -> Path:
        return self.folder / f"{mark}{ending}"

    def _write(self, mark: str, ending: str, text: str) -> None:
        file = self._file(mark, ending)
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())

    def _read(self, mark: str) -> Invitation | None:
        """One invitation; ``None``: there is none, or it was not written whole."""
        file = self._file(mark, _ENDING)
        if not file.is_file():
            return None
        try:
            kept = strict_json.load_object(file.read_bytes())
        except UnsafeJson:
            return None
        slug, since, until = (kept.get(name) for name in ("slug", "from", "until"))
        begun, ends = parse_instant(since), parse_instant(until)
        if not (isinstance(slug, str) and is_slug(slug) and begun and ends):
            return None
        return Invitation(
            mark=mark,
            slug=slug,
            since=begun,
            until=ends,
            used=self._file(mark, _USED).exists(),
            revoked=self._file(mark, _REVOKED).exists(),
        )


def _mark(secret: str) -> str:
    return sha256_hex(secret.encode())
