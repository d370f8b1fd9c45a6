"""The machines of a hub and of its people: a server, and a folder that is carried between them."""

import json
import shutil
from datetime import timedelta

from click.testing import CliRunner

from trust_registry.cli import main
from trust_registry.publishing.key_files import Strength, read_private
from trust_registry.publishing.keyring import key_named_in_files

CHEAP = Strength(passes=1, memory_bytes=8 * 1024)
PEOPLE = ("anne", "bruno", "claire")


class Machines:
    """What each does on a machine of their own; files go by hand."""

    def __init__(self, folder, now):
        self.folder, self.hub, self.now = folder, folder / "hub", now
        folder.mkdir(exist_ok=True)
        self.phrase = self.file("phrase.txt")
        self.phrase.write_text("canard bougie violon tartine\n")
        self.proposal = None
        for name in PEOPLE:
            self.person(name)

    @property
    def at(self):
        return "--at", self.now.isoformat().replace("+00:00", "Z")

    def file(self, name):
        return self.folder / name

    def key(self, name):
        return self.file(f"{name}.key")

    def pub(self, name):
        return self.file(f"{name}.key.pub")

    def keyid(self, name):
        return key_named_in_files(read_private(self.key(name).read_bytes()).public).keyid

    def type(self, *words, status=0):
        done = CliRunner().invoke(main, ["--json", *map(str, words)])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == status, done.output
        return json.loads(done.stdout) if done.stdout.startswith("{") else None

    def person(self, name):
        if not self.key(name).exists():
            self.type("key", "new", self.key(name), "--phrase-file", self.phrase)

    def start(self, status=0):
        self.proposal = self.file("ouverture.json")
        self.proposal.unlink(missing_ok=True)
        admins = [word for name in PEOPLE for word in ("--admin", self.pub(name))]
        words = ("init", self.hub, "--name", "Réseau", *admins, "--out", self.proposal, *self.at)
        return self.type(*words, status=status)

    def begin(self):
        self.start()
        self.signed_and_applied("anne", "bruno")

    def begin_with(self, draft, *rights):
        """A registry of three people, with one partner that holds its own key."""
        self.begin()
        self.sent("ml.key", draft)
        self.propose("accept", self.file("envoi.json"), *rights)
        self.signed_and_applied("anne", "claire")
        return self

    def propose(self, word, *words, out="proposition.json"):
        self.proposal = self.file(out)
        self.proposal.unlink(missing_ok=True)
        return self.type(word, self.hub, *words, "--out", self.proposal, *self.at)

    def copied(self, name):
        return shutil.copy(self.proposal, self.file(name))

    def sign(self, name, *, proposal=None, status=0):
        words = ("--key", self.key(name), "--phrase-file", self.phrase, "--yes")
        return self.type("cosign", proposal or self.proposal, *words, status=status)

    def apply(self, *copies, status=0):
        return self.type("apply", self.hub, *(copies or (self.proposal,)), *self.at, status=status)

    def signed_and_applied(self, *names):
        for name in names:
            self.sign(name)
        return self.apply()

    def later(self, **more):
        return "--at", (self.now + timedelta(**more)).isoformat().replace("+00:00", "Z")

    def sent(self, key, draft, *more, out="envoi.json", status=0):
        """What a partner makes at home."""
        if not self.file(key).exists():
            self.type("key", "new", self.file(key), "--phrase-file", self.phrase)
        written = self.file(f"{out}.draft.json")
        written.write_text(json.dumps(draft))
        self.file(out).unlink(missing_ok=True)
        words = ("--key", self.file(key), "--phrase-file", self.phrase, "--out", self.file(out))
        words += (*more, "--yes", *self.at)
        return self.type("publish", self.hub, written, *words, status=status)
