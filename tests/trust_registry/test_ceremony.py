"""A real registry from nothing: three machines, files carried by hand, two people a change."""

import json
import shutil
from datetime import timedelta

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.shared.signers import pem
from tests.trust_registry.machines import CHEAP, Machines
from tests.trust_registry.served import on_loopback
from trust_registry.cli import main
from trust_registry.client import open_registry
from trust_registry.commands.publishing import ALARM
from trust_registry.commands.sending import MAX_FAULTS
from trust_registry.publishing import key_files

pytestmark = pytest.mark.slow
LOCAL = {
    "slug": "mission-locale-clairval",
    "about": {"fr": "Nous accompagnons les jeunes de Clairval."},
    "recognitions": [{"subject": "b04", "comment": "Nous en tenons compte."}],
    "member": {"name": "Mission locale de Clairval", "kind": "insertion", "place": "Clairval"},
}


@pytest.fixture
def machines(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    return Machines(tmp_path, today)


@pytest.fixture
def opened(machines):
    """A registry that was just opened, with nobody in it."""
    machines.begin()
    return machines


@pytest.fixture
def joined(opened):
    """The same with one partner, which holds its own key."""
    opened.sent("ml.key", LOCAL)
    opened.propose("accept", opened.file("envoi.json"), "--award", "b01,b04", "--recognise")
    opened.signed_and_applied("anne", "claire")
    return opened


def listed(machines, **later):
    registry = open_registry(str(machines.hub), now=machines.now + timedelta(**later))
    try:
        return registry.all_partners(), registry.version
    finally:
        registry.close()


class TestTheBeginning:
    def test_two_of_three_people_open_it_and_anybody_can_read_it(self, opened):
        found, version = listed(opened)

        assert (found, version) == ((), 1)
        assert not list(opened.hub.rglob("anne*")), "no key of a person is ever on the server"

    def test_one_signature_opens_nothing(self, machines):
        machines.start()
        machines.sign("anne")

        done = machines.apply(status=1)

        assert done["error"] == {"code": "proposal.unsigned", "facts": {"have": 1, "need": 2}}
        assert not (machines.hub / "public").exists()

    def test_each_signs_a_copy_of_their_own(self, machines):
        machines.start()
        copy = machines.copied("chez-bruno.json")
        machines.sign("anne")
        machines.sign("bruno", proposal=copy)

        assert machines.apply(machines.proposal, copy) == {"applied": True, "partners": 0}

    def test_three_different_people_are_wanted(self, machines):
        thrice = ["--admin", machines.pub("anne")] * 3
        out = ("--out", machines.file("p.json"))
        done = machines.type("init", machines.hub, "--name", "x", *thrice, *out, status=2)

        assert done is None

    def test_a_folder_that_holds_something_is_left_alone(self, opened):
        done = opened.start(status=1)

        assert done["error"]["code"] == "desk.folder-taken"


class TestADay:
    def test_a_partner_is_accepted_with_what_it_signed_at_home(self, joined):
        ((partner,), _) = listed(joined, hours=1)

        assert (partner.name, partner.assurance) == ("Mission locale de Clairval", "self-signed")

    def test_the_difference_says_all_that_changes(self, opened):
        opened.sent("ml.key", LOCAL)
        opened.propose("accept", opened.file("envoi.json"), "--award", "b01", "--recognise")

        told = opened.type("show", opened.proposal)

        assert [one["code"] for one in told["changes"]] == [
            "audit.joined",
            "audit.right",
            "audit.right",
            "audit.folder",
            "proposal.brings",
        ]
        assert told["signatures"] == [{"role": "targets", "have": 0, "need": 2}]

    def test_more_rights_and_the_same_badge_from_elsewhere(self, joined):
        same = ("https://ailleurs.example/i", "https://ailleurs.example/b/4")
        more = ("--award", "b07", "--equivalent", "b04", *same)
        joined.propose("grant", "mission-locale-clairval", *more)
        joined.signed_and_applied("bruno", "claire")

        registry = open_registry(str(joined.hub), now=joined.now)
        assert registry.catalogue().find(*same).id == "b04"
        registry.close()

    def test_a_proposal_is_stale_once_another_was_applied(self, joined):
        joined.propose("grant", "mission-locale-clairval", "--award", "b02", out="un.json")
        joined.propose("grant", "mission-locale-clairval", "--award", "b03", out="deux.json")
        for file in ("un.json", "deux.json"):
            joined.sign("anne", proposal=joined.file(file))
            joined.sign("bruno", proposal=joined.file(file))
        joined.apply(joined.file("un.json"))

        done = joined.apply(joined.file("deux.json"), status=1)

        assert done["error"]["code"] == "proposal.stale"

    def test_a_key_serves_one_registry(self, opened, tmp_path, today):
        other = Machines(tmp_path / "ailleurs", today)
        other.begin()
        shutil.copy(opened.key("anne"), other.folder / "de-anne.key")
        other.sent("ml.key", LOCAL)
        other.propose("accept", other.file("envoi.json"), "--recognise")

        done = other.type("cosign", other.proposal, "--key", other.file("de-anne.key"),
                          "--phrase-file", other.phrase, "--yes", status=1)  # fmt: skip

        assert done["error"]["code"] == "proposal.other-registry"


class TestWhenAKeyIsLost:
    def test_two_replace_the_third_and_readers_follow(self, joined, tmp_path):
        known = tmp_path / "cache"
        before = open_registry(str(joined.hub), now=joined.now, cache=known)
        before.close()
        joined.person("denis")
        gone = joined.keyid("claire")
        joined.propose("replace-admin", "--old", gone[:8], "--new", joined.pub("denis"))
        joined.signed_and_applied("anne", "bruno")

        after = open_registry(str(joined.hub), now=joined.now + timedelta(hours=1), cache=known)
        assert len(after.all_partners()) == 1
        after.close()
        joined.propose("grant", "mission-locale-clairval", "--award", "b02")
        joined.sign("denis")
        joined.sign("anne")
        assert joined.apply()["applied"]

    def test_the_one_who_was_replaced_signs_nothing_more(self, joined):
        joined.person("denis")
        gone = joined.keyid("claire")[:8]
        joined.propose("replace-admin", "--old", gone, "--new", joined.pub("denis"))
        joined.signed_and_applied("anne", "bruno")
        joined.propose("grant", "mission-locale-clairval", "--award", "b02")

        done = joined.sign("claire", status=1)

        assert done["error"]["code"] == "key.not-asked"

    def test_a_partner_with_another_key_goes_on_and_the_thief_does_not(self, joined):
        theft = ("--stolen-since", joined.later(hours=2)[1])
        joined.now += timedelta(hours=3)
        said = {"slug": LOCAL["slug"], "url": "https://voleur.example/"}
        joined.sent("ml.key", said, out="voleur.json")
        joined.type("merge", joined.hub, joined.file("voleur.json"), *joined.at)

        joined.now += timedelta(hours=1)
        joined.sent("nouvelle.key", {"slug": LOCAL["slug"]}, *theft, out="nouvelle.json")
        joined.propose("change-key", joined.file("nouvelle.json"), *theft)
        joined.signed_and_applied("anne", "bruno")

        ((partner,), _) = listed(joined, hours=1)
        assert (partner.name, partner.url) == ("Mission locale de Clairval", None)
        joined.sent("ml.key", said, out="encore.json")
        done = joined.type("merge", joined.hub, joined.file("encore.json"), *joined.at, status=1)
        assert done["error"] == {"code": "bundle.invalid", "facts": {"why": "key"}}


class TestAPartnerAtHome:
    def test_it_publishes_alone_and_the_server_only_checks(self, joined):
        joined.sent(
            "ml.key", {"slug": LOCAL["slug"], "url": "https://ml.example/"}, out="deux.json"
        )

        assert joined.type("check", joined.hub, joined.file("deux.json"), *joined.at)["taken"]
        assert joined.type("merge", joined.hub, joined.file("deux.json"), *joined.at) == {
            "published": LOCAL["slug"]
        }
        ((partner,), _) = listed(joined, hours=2)
        assert partner.url == "https://ml.example/"

    def test_the_same_again_is_refused(self, joined):
        joined.sent("ml.key", {"slug": LOCAL["slug"]}, out="deux.json")
        joined.type("merge", joined.hub, joined.file("deux.json"), *joined.at)

        done = joined.type("check", joined.hub, joined.file("deux.json"), *joined.at, status=1)

        assert [one["facts"]["why"] for one in done["refused"]] == ["version"]

    def test_a_wrong_passphrase_signs_nothing(self, joined):
        joined.phrase.write_text("une autre phrase assez longue")

        done = joined.sent("ml.key", {"slug": LOCAL["slug"]}, out="deux.json", status=1)

        assert done["error"]["code"] == "key.passphrase-wrong"
        assert not joined.file("deux.json").exists()

    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_people_read_what_will_be_public(self, joined, lang):
        draft = joined.file("fiche.toml")
        draft.write_text('slug = "mission-locale-clairval"\nurl = "https://ml.example/"\n')
        done = CliRunner().invoke(
            main,
            ["--lang", lang, "publish", str(joined.hub), str(draft), "--key",
             str(joined.file("ml.key")), "--phrase-file", str(joined.phrase), "--out",
             str(joined.file("trois.json")), *map(str, joined.at)],
            input="n\n",
        )  # fmt: skip

        assert "https://ml.example/" in done.stdout
        assert "Mission locale de Clairval" in done.stdout
        assert not joined.file("trois.json").exists(), "nobody said yes"


def test_everything_is_told_by_an_audit(joined):
    joined.sent("ml.key", {"slug": LOCAL["slug"], "url": "https://ml.example/"}, out="deux.json")
    joined.type("merge", joined.hub, joined.file("deux.json"), *joined.at)

    told = joined.type("audit", joined.hub, "--at", joined.at[1])

    assert told["outcome"] == "sound"
    codes = [one["code"] for one in told["events"]]
    assert {"audit.opened", "audit.joined", "audit.right", "audit.recognises"} <= set(codes)
    opened_by = next(one for one in told["events"] if one["code"] == "audit.opened")["signed_by"]
    assert (len(opened_by["keys"]), opened_by["of"]) == (2, 3)


def test_files_of_keys_are_read_as_json():
    assert json.loads(key_files.public_text(CHEAP_KEY.public))["what"].endswith("public key")


CHEAP_KEY = key_files.SigningKey.from_seed(b"k" * 32)


class TestTheServer:
    def test_new_keys_after_a_break_in(self, joined, tmp_path):
        stolen = (joined.hub / "keys" / "timestamp.key").read_bytes()
        joined.propose("replace-online-keys")
        joined.signed_and_applied("bruno", "claire")

        assert (joined.hub / "keys" / "timestamp.key").read_bytes() != stolen
        assert len(listed(joined)[0]) == 1
        joined.now += timedelta(days=1)
        joined.type("renew", joined.hub, *joined.at)
        assert len(listed(joined, hours=1)[0]) == 1

    def test_it_renews_alone_every_day_and_says_what_it_cannot(self, joined, today):
        joined.now = today + timedelta(days=10)
        assert joined.type("renew", joined.hub, *joined.at)["light"] == "green"

        joined.now = today + timedelta(days=365) - ALARM - timedelta(hours=1)
        assert joined.type("renew", joined.hub, *joined.at)["light"] == "amber"
        joined.now += timedelta(hours=2)
        joined.type("renew", joined.hub, *joined.at, status=3)

    def test_two_people_prolong_it_for_a_year(self, joined, today):
        joined.now = today + timedelta(days=363)
        joined.propose("prolong")
        joined.signed_and_applied("anne", "bruno")

        assert joined.type("renew", joined.hub, *joined.at)["light"] == "green"

    def test_a_partner_leaves(self, joined):
        joined.now += timedelta(days=2)
        joined.propose("close", LOCAL["slug"])
        joined.signed_and_applied("anne", "bruno")

        registry = open_registry(str(joined.hub), now=joined.now + timedelta(hours=1))
        ((partner,),) = (registry.all_partners(),)
        assert partner.until == joined.now
        registry.close()


class TestFromTheSite:
    """A partner needs no folder of the hub: the address of the site is enough."""

    @pytest.fixture
    def site(self, joined):
        with on_loopback(joined.hub / "public") as address:
            yield address

    def publish(self, joined, place, draft, *, status=0):
        file = joined.file("fiche.json")
        file.write_text(json.dumps(draft))
        joined.file("loin.json").unlink(missing_ok=True)
        words = ("--key", joined.file("ml.key"), "--phrase-file", joined.phrase)
        out = ("--out", joined.file("loin.json"), "--yes", *joined.at)
        return joined.type("publish", place, file, *words, *out, status=status)

    def test_it_publishes_and_checks_from_there(self, joined, site):
        self.publish(joined, site, {"slug": LOCAL["slug"], "url": "https://ml.example/"})

        assert joined.type("check", site, joined.file("loin.json"), *joined.at)["taken"]
        joined.type("merge", joined.hub, joined.file("loin.json"), *joined.at)
        ((partner,), _) = listed(joined, hours=2)
        assert partner.url == "https://ml.example/"

    def test_or_from_a_copy_of_what_is_served(self, joined, tmp_path):
        copy = shutil.copytree(joined.hub / "public", tmp_path / "copie")

        self.publish(joined, copy, {"slug": LOCAL["slug"]})

        assert joined.type("check", copy, joined.file("loin.json"), *joined.at)["taken"]

    def test_where_nothing_is_served(self, joined, site):
        done = self.publish(joined, f"{site}/ailleurs", {"slug": LOCAL["slug"]}, status=1)

        assert done["error"]["code"] == "desk.site-unread"

    def test_every_fault_is_told_at_once_where_it_stands(self, joined):
        recognitions = [{"subject": "b04"}, {"subject": 5}, {"subject": "b07"}, {"object": "b08"}]
        faulty = {
            "slug": LOCAL["slug"],
            "contact": "jeanne.petit@ml.example",
            "url": "ftp://ml.example/",
            "recognitions": recognitions,
        }

        done = self.publish(joined, joined.hub, faulty, status=1)

        assert done["error"] == {"code": "sending.faulty", "facts": {"count": 4}}
        assert sorted(one["facts"]["path"].rpartition("/subject")[0] or one["facts"]["path"]
                      for one in done["faults"]) == [
            "/contact", "/recognitions/1", "/recognitions/3", "/url",
        ]  # fmt: skip
        assert not joined.file("loin.json").exists()

    @pytest.mark.parametrize("faults", [MAX_FAULTS, MAX_FAULTS + 1])
    def test_who_made_many_faults_begins_again(self, joined, faults):
        draft = {"slug": LOCAL["slug"], "recognitions": [{"subject": 5}] * faults}

        done = self.publish(joined, joined.hub, draft, status=1)

        assert len(done["faults"]) == MAX_FAULTS


class TestAToken:
    """An administrator's key in hardware: its public half here, the signature by its program."""

    @pytest.fixture
    def token(self, machines):
        """What stands for a token: a signer of the library that holds a P-256 key."""
        private = ec.derive_private_key(77, ec.SECP256R1())
        form = serialization.PrivateFormat.PKCS8
        secret = machines.file("token.pem")
        secret.write_bytes(
            private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        )
        machines.file("public.pem").write_text(pem(private))
        machines.pub("claire").unlink()
        machines.type("key", "of-token", machines.file("public.pem"), machines.pub("claire"))
        return f"file2:{secret}"

    def by_token(self, machines, uri, *, status=0):
        words = ("--key", machines.pub("claire"), "--signer", uri, "--yes")
        return machines.type("cosign", machines.proposal, *words, status=status)

    def test_it_signs_like_any_other_and_readers_accept_it(self, machines, token):
        machines.start()
        self.by_token(machines, token)
        machines.sign("bruno")
        machines.apply()

        assert listed(machines) == ((), 1)
        assert machines.type("audit", machines.hub, "--at", machines.at[1])["outcome"] == "sound"

    @pytest.mark.parametrize(("uri", "why"), [("hsm:2", "missing"), ("file2:/nowhere", "other")])
    def test_one_that_is_not_there_says_so(self, machines, token, uri, why):
        machines.start()

        done = self.by_token(machines, uri, status=1)

        assert done["error"] == {"code": "key.token-unusable", "facts": {"why": why}}
