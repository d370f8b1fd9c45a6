"""
One award, from the decision at the desk to the files the person takes along.

What was just signed is read back as a stranger would read it: unless it is trusted,
nothing leaves and nothing is remembered (design README, points 7 to 9).
"""

import json
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from shared import baking
from shared.proofs import data_integrity, vc_jwt
from trust_registry.catalogue import image
from verifier.circumstances import Circumstances
from verifier.verdict import Level
from verifier.verify import judge
from wallet.awarding.compose import Award, check, compose
from wallet.awarding.desk import Right, fresh_registry, right_to_award
from wallet.awarding.lists import PAUSE, KeyList, free_place, list_of
from wallet.errors import AwardDoubtful
from wallet.spaces import Space
from wallet.vault import AwardLine

SALT_BYTES = 16
SUFFIXES = (".png", ".svg", ".jwt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """A badge that was awarded: each file alone is the whole badge."""

    line: AwardLine
    """What the space remembers of it."""
    right: Right
    """By what right, and in whose name."""
    files: dict[str, bytes]
    """By suffix: a picture, a drawing, a token; each verified as a stranger would."""


def make_award(award: Award, space: Space, circumstances: Circumstances) -> Awarded:
    """
    Sign a badge for somebody, and remember it.

    Args:
        space: holds the badge that opens the desk, and the key.
        circumstances: the list of partners, and today.

    Raises:
        AwardRefused: why not; nothing was signed that left this function.
        BadgeUnknown, ImageMissing: there is no such badge, or no image of it.
        VaultUnavailable: it could not be remembered.
    """
    check(award)
    right = right_to_award(award.badge, space, circumstances)
    registry = fresh_registry(circumstances)
    key = space.key.public
    listed = list_of(right.method, key, right.partner, registry)
    pausing = (
        list_of(right.method, key, right.partner, registry, purpose=PAUSE)
        if award.may_pause
        else None
    )
    # One write: the place is drawn, used and remembered, or none of it.
    with space.vault.writing() as write:
        place = free_place(listed, write.award_places(listed.url))
        line = _line(right, listed, place, now=circumstances.now, pausing=pausing)
        files = _signed(award, right, line, space)
        for suffix in SUFFIXES:
            _read_back(files[suffix], award, circumstances)
        write.insert_award(line)
    return Awarded(line=line, right=right, files=files)


def _line(
    right: Right, listed: KeyList, place: int, *, now: datetime, pausing: KeyList | None
) -> AwardLine:
    pause = {} if pausing is None else {"pause": pausing.url}
    number = uuid.UUID(bytes=secrets.token_bytes(16), version=4)
    return AwardLine(
        credential_id=number.urn,
        list_url=listed.url,
        index=place,
        awarded_at=now,
        record={
            "badge": right.badge.id,
            "issuer": right.partner.id,
            "method": right.method,
            **pause,
        },
    )


def _signed(award: Award, right: Right, line: AwardLine, space: Space) -> dict[str, bytes]:
    """The same credential signed in the two ways, and the first put into two pictures."""
    credential = compose(
        award,
        right,
        credential_id=line.credential_id,
        place=(line.list_url, line.index),
        salt=secrets.token_hex(SALT_BYTES),
        now=line.awarded_at,
        pause=line.record.get("pause"),
    )
    signed = data_integrity.sign(
        credential, key=space.key, method=right.method, created=line.awarded_at
    )
    text = json.dumps(signed, ensure_ascii=False, separators=(",", ":"))
    token = vc_jwt.sign(credential, key=space.key, method=right.method)
    return {
        ".png": baking.bake(image(right.badge, "png"), text),
        ".svg": baking.bake(image(right.badge, "svg"), text),
        ".jwt": token.encode("ascii"),
    }


def _read_back(file: bytes, award: Award, circumstances: Circumstances) -> None:
    """Judge a file as an employer would, who asks whether it is this person's."""
    verdict = judge(file, replace(circumstances, recipients=(award.to,))).verdict
    if verdict.level is not Level.TRUSTED:
        reason = next(iter(verdict.reasons), verdict.level)
        raise AwardDoubtful(level=verdict.level.value, reason=reason.value)
