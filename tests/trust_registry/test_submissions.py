"""A partner sends what it publishes to the hub's server: checked, merged, answered in one go."""

import contextlib
import http.server
import json
import threading

import pytest

from shared.errors import FetchFailed
from shared.fetching import send
from shared.fetching.sending import MAX_ANSWER_BYTES, SEND_SECONDS
from shared.web import Server
from tests.trust_registry.machines import CHEAP, Machines
from tests.trust_registry.served import answering_by, on_loopback
from tests.trust_registry.test_ceremony import LOCAL, listed
from trust_registry.cli import _form
from trust_registry.publishing import bundles, key_files

pytestmark = pytest.mark.slow
SLUG = LOCAL["slug"]


@pytest.fixture
def joined(tmp_path, today, monkeypatch):
    monkeypatch.setattr(key_files, "USUAL", CHEAP)
    return Machines(tmp_path, today).begin_with(LOCAL, "--recognise")


@pytest.fixture
def hub(joined):
    """The hub's server, on this machine; its pages are brought up to date after each."""
    joined.written = []
    app = _form(joined.hub, lambda: joined.now, joined.written.append, None)
    server = Server(app, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address
    server.close()


def publish(joined, to, draft, *, key="ml.key", status=0):
    if not joined.file(key).exists():
        joined.type("key", "new", joined.file(key), "--phrase-file", joined.phrase)
    joined.file("fiche.json").write_text(json.dumps({"slug": SLUG, **draft}))
    words = ("--key", joined.file(key), "--phrase-file", joined.phrase, "--to", to)
    return joined.type(
        "publish", joined.hub, joined.file("fiche.json"), *words, "--yes", *joined.at, status=status
    )


def test_one_command_and_it_is_public(joined, hub):
    done = publish(joined, hub, {"url": "https://ml.example/"})

    assert done == {"sent": SLUG, "taken": True, "refused": []}
    ((partner,), _) = listed(joined, hours=1)
    assert partner.url == "https://ml.example/"
    assert joined.written == [joined.now], "the pages follow"


def test_another_key_is_refused_with_the_reason(joined, hub):
    done = publish(joined, hub, {"url": "https://autre.example/"}, key="autre.key", status=1)

    assert done["refused"] == [{"code": "bundle.invalid", "facts": {"why": "key"}}]
    assert listed(joined, hours=1)[0][0].url is None
    assert joined.written == []


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"\xff", b"[" * 200, b'{"x": "' + b"a" * bundles.MAX_BYTES + b'"}']
)
def test_anything_else_is_refused_and_nothing_breaks(joined, hub, body):
    sent = send(f"{hub}/submissions", body, operator_origin=hub)

    assert sent.status == 422
    assert json.loads(sent.body)["refused"][0]["code"] == "bundle.invalid"


def test_a_server_that_answers_something_else(joined, tmp_path):
    with on_loopback(tmp_path) as elsewhere:
        done = publish(joined, elsewhere, {}, status=1)

    assert done["error"]["code"].startswith("fetch.")


@pytest.mark.parametrize("url", ["http://192.0.2.1/", "https://127.0.0.1/", "ftp://x.example/"])
def test_only_where_anything_may_be_asked(url):
    with pytest.raises(FetchFailed):
        send(f"{url}submissions", b"{}")


@pytest.mark.parametrize(
    ("letters", "taken"), [(MAX_ANSWER_BYTES, True), (MAX_ANSWER_BYTES + 1, False)]
)
def test_an_answer_is_bounded(letters, taken):
    with answering(b"x" * letters) as address:
        if taken:
            assert len(send(address, b"{}", operator_origin=address).body) == letters
        else:
            with pytest.raises(FetchFailed):
                send(address, b"{}", operator_origin=address)
    assert SEND_SECONDS == 20


def answering(body):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *args):
            pass

    return answering_by(Handler)
