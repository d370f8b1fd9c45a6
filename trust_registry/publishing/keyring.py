"""
The private keys of a registry: one file each, for their owner's eyes only.

A file holds the 32 bytes of a seed, as they are, because the server signs every day with
nobody there.  In the demo region all keys lie together; the administrators of a real hub and
its partners keep theirs at home, under a passphrase (``key_files.py``), and sign there.
"""

import os
import secrets
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from securesystemslib.formats import encode_canonical
from securesystemslib.signer import Key, SecretsHandler, Signature, Signer, SSlibKey

from shared.errors import KeyInvalid
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.multibase import base64url_encode
from trust_registry.errors import KeyMissing
from trust_registry.publishing.disk import saying_why, sha256_hex

SEED_BYTES = 32
MAX_KEYS_NAMED = 16_384
"""Keys whose name is remembered: an audit meets those of 5 000 members in each edition."""
ENDING = ".key"
FOLDER_MODE, FILE_MODE = 0o700, 0o600

ROOT_KEYS = ("root-1", "root-2", "root-3")
HUB_KEYS = ("targets-1", "targets-2", "targets-3")
SNAPSHOT_KEY = "snapshot"
TIMESTAMP_KEY = "timestamp"
ATTESTING_KEY = "attesting"
"""Held by the hub: signs for partners that have no key, and for those that have left."""

SeedOf = Callable[[str], bytes]
"""Gives the 32 bytes of a new key of that name."""


def random_seed(_name: str) -> bytes:
    """A seed from the system's random source, whatever the name."""
    return secrets.token_bytes(SEED_BYTES)


def partner_key(slug: str) -> str:
    """The name of the publication key of a partner."""
    return f"partners/{slug}"


def next_of(name: str) -> str:
    """The name of the key that is to follow another one."""
    return f"{name}-next"


class Keyring:
    """The keys in one folder, by name."""

    def __init__(self, folder: Path) -> None:
        """``folder``: made when the first key is."""
        self.folder = folder

    def holds(self, name: str) -> bool:
        """Whether the key is here."""
        return self._file(name).is_file()

    def key(self, name: str) -> SigningKey:
        """Give a key. Raises: KeyMissing."""
        try:
            seed = self._file(name).read_bytes()
        except OSError as error:
            raise KeyMissing(role=name) from error
        if len(seed) != SEED_BYTES:
            raise KeyMissing(role=name)
        return SigningKey.from_seed(seed)

    def make(self, name: str, seed_of: SeedOf) -> SigningKey:
        """Give a key, made on first use and never replaced. Raises: KeyMissing, DeskUnwritable."""
        if not self.holds(name):
            with saying_why():
                self._write(self._file(name), seed_of(name))
        return self.key(name)

    def _write(self, file: Path, seed: bytes) -> None:
        """Write a whole key under another name, then give it its own."""
        for folder in (self.folder, file.parent):
            folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            folder.chmod(FOLDER_MODE)
        draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(seed)
            opened.flush()
            os.fsync(opened.fileno())
        draft.rename(file)

    def retire(self, name: str) -> None:
        """Put a key aside under another name: it signs no more. Raises: DeskUnwritable."""
        file = self._file(name)
        if file.is_file():
            with saying_why():
                file.rename(file.with_name(f".{file.name}.retired"))

    def promote(self, name: str) -> None:
        """Have the key that was made to follow another sign in its place. Raises: KeyMissing."""
        successor = self._file(next_of(name))
        if not successor.is_file():
            raise KeyMissing(role=next_of(name))
        self.retire(name)
        with saying_why():
            successor.rename(self._file(name))

    def signer(self, name: str) -> "KeySigner":
        """Give a key as python-tuf wants it. Raises: KeyMissing."""
        return KeySigner(self.key(name))

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{ENDING}"


class KeySigner(Signer):
    """One of our keys, signing what python-tuf hands over."""

    def __init__(self, key: SigningKey) -> None:
        """``key``: Ed25519."""
        self.key = key
        self._public = published_key(key)

    @property
    def public_key(self) -> Key:
        """The public half."""
        return self._public

    def sign(self, payload: bytes) -> Signature:
        """Sign the canonical bytes of a file."""
        return Signature(self._public.keyid, self.key.sign(payload).hex())

    @classmethod
    def from_priv_key_uri(
        cls, priv_key_uri: str, public_key: Key, secrets_handler: SecretsHandler | None = None
    ) -> "KeySigner":
        """Part of the library's protocol; keys are found by name here."""
        raise NotImplementedError


def published_key(key: SigningKey) -> SSlibKey:
    """The public half of a key as signed files name it."""
    return key_named_in_files(key.public)


def key_named_in_files(key: PublicKey) -> SSlibKey:
    """
    A key as signed files name it; its identifier is its hash, as usual there.

    Ed25519, or P-256: what a token of an administrator holds.
    """
    on_token = key.kind is KeyKind.P256
    kind, scheme = ("ecdsa", "ecdsa-sha2-nistp256") if on_token else ("ed25519", "ed25519")
    public = {"public": key.pem() if on_token else key.raw.hex()}
    described = {"keytype": kind, "scheme": scheme, "keyval": public}
    keyid = sha256_hex(str(encode_canonical(described)).encode())
    return SSlibKey(keyid, kind, scheme, public)


def is_named_by_itself(key: Key) -> bool:
    """
    Whether a key of a signed file bears the identifier that its own bytes give.

    Signatures are counted by identifier: one key under two would count twice, and another key
    under a known one would pass for it.
    """
    return bool(key == _own_name(key.keytype, str(key.keyval.get("public"))))


@lru_cache(maxsize=MAX_KEYS_NAMED)
def _own_name(keytype: str, told: str) -> SSlibKey | None:
    """A key as its own bytes name it; ``None``: of another kind, or weak."""
    try:
        if keytype == "ecdsa":
            return key_named_in_files(PublicKey.from_pem(told))
        written = base64url_encode(bytes.fromhex(told))
        public = PublicKey.from_jwk({"kty": "OKP", "crv": "Ed25519", "x": written})
    except (ValueError, KeyInvalid):
        return None
    return key_named_in_files(public)
