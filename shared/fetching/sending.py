"""Sending one document to a server that a person named: guarded as what is asked for is."""

from dataclasses import dataclass

from shared.fetching.address import HTTPS_PORT, Guard
from shared.fetching.guarded import Deadline, read_whole
from shared.fetching.safe import WebCarrier

SEND_SECONDS = 20.0
"""A few megabytes up, and a registry published at the other end."""
MAX_ANSWER_BYTES = 1_048_576
"""What is wrong with one document, in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What the server answered."""

    status: int
    body: bytes


def send(url: str, body: bytes, *, operator_origin: str | None = None) -> Sent:
    """
    Send a JSON document with POST, without cookies or redirects.

    Args:
        url: https, or http at ``operator_origin``.
        operator_origin: a server of this very machine that may be reached in clear.

    Raises:
        FetchFailed: it cannot be reached, is not to be reached, or does not answer in time.
    """
    from shared.fetching.web import question, second_opinion

    guard = Guard(ports=frozenset({HTTPS_PORT}), operator_origin=operator_origin)
    carrier = WebCarrier(guard)
    address = guard.address(url)
    deadline = Deadline(
        clock=carrier.clock, until=carrier.clock() + SEND_SECONDS, host=address.host
    )
    pinned = guard.public(address, carrier.resolve(address, deadline=deadline))
    second_opinion(address, pinned)
    asking = question(
        address,
        pinned=pinned,
        accept="application/json",
        deadline=deadline,
        verify=True,
        at=carrier.now(),
        body=body,
    )
    with asking as answer:
        whole = read_whole(answer, MAX_ANSWER_BYTES, deadline)
        return Sent(status=answer.status, body=whole)
