"""A partner that has no key, and the form to which a link leads it."""

import re
from dataclasses import dataclass
from pathlib import Path

from shared.web import Protection, new_app
from tests.trust_registry import network
from trust_registry.joining import Invitations
from trust_registry.publishing import Desk
from trust_registry.web import joining

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SLUG = network.EMPLOYER
WHO = {
    "about": "Nous réparons les machines agricoles du canton.",
    "url": "https://atelier-beaumont.example/",
    "contact": "accueil@atelier-beaumont.example",
}
WHAT = {"recognised": ["b04", "b07"], "comment-b04": "Chacun range ses plans chez nous."}


@dataclass
class Joiner:
    """The working folder of a hub, and one visitor."""

    folder: Path
    now: object
    published: int = 0

    def __post_init__(self):
        hub = joining.Hub(folder=self.folder, clock=lambda: self.now, after=self.after)
        screen = joining.blueprint(hub)
        self.app = new_app((screen, "/"), secret_key=b"k" * 32, protection=Protection())
        self.client = self.app.test_client()

    def after(self, _now):
        self.published += 1

    @property
    def desk(self):
        return Desk(self.folder)

    @property
    def invitations(self):
        return Invitations(self.folder)

    def invited(self, *, days=14, slug=SLUG):
        return self.invitations.invite(self.desk.member(slug), days=days, at=self.now)

    def get(self, secret, lang="fr"):
        return self.client.get(f"/invitation/{secret}?lang={lang}")

    def token(self, secret):
        return TOKEN.search(self.get(secret).get_data(as_text=True))[1]

    def send(self, secret, step, token=None, **fields):
        token = token or self.token(secret)
        return self.client.post(
            f"/invitation/{secret}", data={"csrf_token": token, "step": step, **fields}
        )
