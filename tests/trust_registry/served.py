"""A published registry as its readers meet it: a folder, or a web server of this machine."""

import contextlib
import http.server
import json
import shutil
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tuf.api.metadata import Metadata

from tests.trust_registry import network
from trust_registry import layout
from trust_registry.client import open_registry
from trust_registry.publishing import Desk
from trust_registry.publishing.signed_files import line_of, stamp


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A reader that has had enough hangs up; that is no fault of the server."""


def on_loopback(folder):
    """Serve a folder over http; gives the address."""
    return answering_by(partial(_Quiet, directory=str(folder)))


@contextlib.contextmanager
def answering_by(handler):
    """Answer over http as a handler does; gives the address."""
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Served:
    """What an attacker who holds the host can touch, and how a reader opens it."""

    source: str
    folder: Path
    root: Path
    cache: Path

    @property
    def public(self):
        return self.folder / layout.PUBLIC

    @property
    def desk(self):
        return Desk(self.folder)

    def opened(self, *, now=network.TODAY, cache=True):
        """Open it as a verifier that remembers, or for the first time."""
        memory = self.cache if cache else None
        return open_registry(self.source, now=now, cache=memory, root=self.root)

    # ------------------------------------------------------------ an attacker's hands

    def newest(self, role):
        """The newest file of a role."""
        metadata = self.public / layout.METADATA
        if role == layout.TIMESTAMP:
            return metadata / "timestamp.json"
        files = [one for one in metadata.glob(f"*.{role}.json") if one.name.count(".") == 2]
        return max(files, key=lambda file: int(file.name.partition(".")[0]))

    def target(self, path):
        """The newest file of a target, by what its role signed."""
        role = path.split("/")[1] if path.startswith("partners/") else layout.HUB
        signed = json.loads(self.newest(role).read_bytes())["signed"]
        folder, slash, name = path.rpartition("/")
        digest = signed["targets"][path]["hashes"]["sha256"]
        return self.public / layout.TARGETS / f"{folder}{slash}{digest}.{name}"

    def copied(self, to):
        """Keep a copy of everything that is served."""
        shutil.copytree(self.public, to)
        return to

    def put_back(self, copy):
        """Serve the copy again."""
        shutil.rmtree(self.public)
        shutil.copytree(copy, self.public)

    def signed_by(self, role, keys, change, *, version=None, at=network.TODAY):
        """Change what a role says and sign it with some keys of the registry."""
        file = Metadata.from_bytes(self.newest(role).read_bytes())
        change(file.signed)
        number = version or file.signed.version + 1
        signers = [self.desk.keyring.signer(key) for key in keys]
        raw = stamp(file, version=number, at=at, days=14, signers=signers)
        name = "timestamp.json" if role == layout.TIMESTAMP else f"{number}.{role}.json"
        (self.public / layout.METADATA / name).write_bytes(raw)
        return number, raw

    def with_online_keys(self, role, version, raw, *, at=network.TODAY):
        """What a thief of both online keys can do: list another file as the current one."""

        def relist(signed):
            signed.meta[f"{role}.json"] = line_of(version, raw)

        number, listed = self.signed_by(layout.SNAPSHOT, ["snapshot"], relist, at=at)

        def point(signed):
            signed.snapshot_meta = line_of(number, listed)

        self.signed_by(layout.TIMESTAMP, ["timestamp"], point, at=at)


def turned(file):
    """Change one byte of a file, where it stays JSON: a figure of a date or of a hash."""
    raw = bytearray(file.read_bytes())
    at = next(n for n in range(len(raw) // 2, len(raw)) if chr(raw[n]).isdigit())
    raw[at] = ord("1") if raw[at] != ord("1") else ord("2")
    file.write_bytes(raw)
