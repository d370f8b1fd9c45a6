"""
Which addresses may be asked: public web hosts by name, and nothing inside a network.

A badge names addresses chosen by a stranger.  Two locks stand in front of them:
the text of the address (``Guard.address``), then every IP address its host
resolves to (``Guard.public``); the connection is made to one of those very
addresses, so a name that changes its mind in between gains nothing.

Source: OWASP Server-Side Request Forgery Prevention Cheat Sheet; IANA special-purpose
address registries (RFC 6890 and later), WHATWG URL §"Host parsing".
"""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import quote

from shared.errors import FetchRefused

MAX_URL_LETTERS = 2048
"""What browsers and servers agree to carry."""
HTTPS_PORT = 443

IpNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

_URL = re.compile(r"(?i:(https?))://([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?\Z", re.DOTALL)
_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff\s\\<>\"^`{|}]|%(?![0-9A-Fa-f]{2})")
_AUTHORITY = re.compile(r"([^@:\[\]%]+)(?::([0-9]{1,5}))?\Z")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
_DOT_SEGMENT = re.compile(r"(?i)(?:\A|/)(?:\.|%2e){1,2}(?=/|\Z)")
_NUMBER = re.compile(r"[0-9]+\Z|0x[0-9a-f]*\Z")
_LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(?::([0-9]{1,5}))?\Z")

_SAFE = "/%:@!$&'()*+,;=~?"
"""Left as they are in a path and a query; letters beyond ASCII are percent-encoded."""

_INSIDE_NAMES = frozenset(
    {"arpa", "corp", "home", "internal", "intranet", "lan", "local", "localdomain"}
    | {"localhost", "onion", "private"}
)
"""Last labels that never name a public web host (RFC 6761, RFC 6762, RFC 7686, RFC 8375)."""

_REFUSED_V4 = tuple(
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10",  # carrier-grade NAT, often the inside of a data centre
        "192.0.0.0/24",  # IETF protocol assignments
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.175.48.0/24",  # AS112
        "224.0.0.0/4",  # multicast; Python calls it global
    )
)
_UNICAST_V6 = ipaddress.ip_network("2000::/3")
"""The only part of IPv6 handed out to hosts: leaves out mapped, NAT64, local and multicast."""
_REFUSED_V6 = tuple(
    ipaddress.ip_network(net)
    for net in (
        "2001::/23",  # Teredo, ORCHID, benchmarking
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 hides an IPv4 address
        "3fff::/20",  # documentation
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A web address that passed the first lock, in the one form it is asked in."""

    scheme: str
    host: str
    """Lower case, punycode."""
    port: int
    target: str
    """Path and query, percent-encoded."""

    @property
    def origin(self) -> str:
        """``https://host``, with the port when it is not the usual one."""
        usual = HTTPS_PORT if self.scheme == "https" else 80
        return f"{self.scheme}://{self.host}" + ("" if self.port == usual else f":{self.port}")

    @property
    def url(self) -> str:
        """The address as asked for and listed; no fragment."""
        return self.origin + self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What may be asked; the same one in front of the network and of a recorded bundle."""

    ports: frozenset[int] = frozenset({HTTPS_PORT})
    operator_origin: str | None = None
    """``http://127.0.0.1:8000``: the operator's own registry, the one origin allowed in clear
    and on this machine; ``None``: none."""
    treat_as_public: tuple[IpNetwork, ...] = ()
    """Documentation networks that a recorded bundle hands out."""

    def __post_init__(self) -> None:
        """Refuse, as a fault of the caller, an operator's origin that is not on this machine."""
        if self.operator_origin is not None and not _LOOPBACK.match(_plain(self.operator_origin)):
            raise ValueError("operator_origin is http on loopback, without a path")

    def address(self, url: str) -> Address:
        """
        Check the text of an address; nothing is resolved.

        Raises:
            FetchRefused: not a plain web address of a public name. Facts: ``host``, ``why``.
        """
        if own := self._own(url):
            return own
        if len(url) > MAX_URL_LETTERS or _ODD.search(url):
            refuse(url, why="odd-text")
        if not (parts := _URL.match(url)):
            refuse(url, why="not-web")
        if not (authority := _AUTHORITY.match(parts[2])):
            refuse(url, why="authority")
        port = HTTPS_PORT
        if authority[2] and (parts[1].lower(), int(authority[2])) != ("http", 80):
            port = int(authority[2])
        if port not in self.ports:
            refuse(authority[1], why="port")
        path = quote(parts[3] or "/", safe=_SAFE)
        if _DOT_SEGMENT.search(path):
            refuse(authority[1], why="dots")
        target = path + quote(parts[4] or "", safe=_SAFE)
        return Address(scheme="https", host=_host(authority[1]), port=port, target=target)

    def public(self, address: Address, found: Sequence[str]) -> tuple[str, ...]:
        """
        Check every IP address that the host resolved to.

        Returns:
            The same addresses, in their plain form: the only ones to connect to.

        Raises:
            FetchRefused: one of them is not public; a mixed answer is refused whole.
        """
        own = self.operator_origin is not None and address.scheme == "http"
        plain = []
        for text in found:
            try:
                ip = ipaddress.ip_address(text)
            except ValueError:
                refuse(address.host, why="not-public")
            if not (ip.is_loopback if own else is_public(ip, treat_as_public=self.treat_as_public)):
                refuse(address.host, why="not-public")
            plain.append(str(ip))
        return tuple(plain)

    def _own(self, url: str) -> Address | None:
        """The operator's own address on this machine, when ``url`` is below it."""
        if self.operator_origin is None:
            return None
        origin = _plain(self.operator_origin)
        rest = url[len(origin) :].partition("#")[0]
        if not url.startswith(origin) or rest[:1] not in ("", "/", "?") or _ODD.search(url):
            return None
        host, _, port = origin.removeprefix("http://").rpartition(":")
        if not port.isdigit():
            host, port = origin.removeprefix("http://"), "80"
        target = rest if rest.startswith("/") else "/" + rest
        return Address(scheme="http", host=host, port=int(port), target=quote(target, safe=_SAFE))


def is_public(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
    *,
    treat_as_public: Iterable[IpNetwork] = (),
) -> bool:
    """Whether a stranger may send us to this IP address."""
    if any(ip.version == net.version and ip in net for net in treat_as_public):
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        return (
            ip in _UNICAST_V6
            and ip.scope_id is None
            and ip.is_global
            and not any(ip in net for net in _REFUSED_V6)
        )
    return ip.is_global and not any(ip in net for net in _REFUSED_V4)


def refuse(host: str, *, why: str) -> NoReturn:
    """Raise ``FetchRefused`` with a host short and plain enough to be shown."""
    shown = "".join(letter for letter in host if letter.isprintable())[:80]
    raise FetchRefused(host=shown, why=why)


def _host(text: str) -> str:
    """The host in punycode, when it is the public name of a web host."""
    host = text.lower()
    if not host.isascii():
        import idna  # Large tables, for few hosts.

        try:
            host = idna.encode(text, uts46=True, std3_rules=True).decode("ascii").lower()
        except idna.IDNAError:
            refuse(text, why="name")
    labels = host.split(".")
    if len(host) > 253 or len(labels) < 2 or not all(_LABEL.match(label) for label in labels):
        refuse(text, why="name")
    if _NUMBER.match(labels[-1]):
        refuse(text, why="literal")
    if labels[-1] in _INSIDE_NAMES:
        refuse(text, why="inside")
    return host


def _plain(origin: str) -> str:
    return origin.rstrip("/").removesuffix(":80")
