"""
The real door, against a real host on this machine: nothing but what it promises.

The servers listen on loopback; the fetcher reaches them by the operator's flag, or by a
resolver and a guard given on purpose.
"""

import gzip
import ipaddress
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from shared.errors import FetchFailed, FetchRefused, FetchStatus, FetchTimeout, FetchTooBig
from shared.fetching import Redirects, ReplayFetcher, SafeFetcher
from shared.fetching.address import Guard
from shared.fetching.recording import RecordingFetcher
from shared.fetching.safe import WebCarrier
from shared.fetching.web import second_opinion

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)
NAME = "partenaire.example"


class AHost:
    """Answers every connection with the same bytes, slowly if asked, and notes the question."""

    def __init__(self, answer, *, tls=None, seconds_per_byte=0.0):
        self.answer, self.tls, self.pause = answer, tls, seconds_per_byte
        self.questions = []
        self.done = threading.Event()

    def __enter__(self):
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self.thread.join(2)

    def _serve(self):
        while not self.done.is_set():
            try:
                guest, _ = self.door.accept()
                with self.tls.wrap_socket(guest, server_side=True) if self.tls else guest as line:
                    self.questions.append(line.recv(65_536).decode())
                    self._say(line)
            except OSError:
                continue

    def _say(self, line):
        if not self.pause:
            line.sendall(self.answer)
            return
        for byte in self.answer:
            if self.done.wait(self.pause):
                return
            line.sendall(bytes([byte]))


def an_answer(body=b"{}", status="200 OK", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def ask(host, path="/a", **options):
    seconds = options.pop("seconds", 5.0)
    origin = f"http://127.0.0.1:{host.port}"
    return SafeFetcher(operator_origin=origin, seconds=seconds)(origin + path, **options)


def test_it_asks_once_and_tells_nothing_about_who_asks():
    with AHost(an_answer(b"hello", Content_Type="text/plain", Set_Cookie="who=me")) as host:
        first = ask(host, "/a?v=3_0#key", accept="application/ld+json")
        ask(host)

    assert (first.body, first.content_type) == (b"hello", "text/plain")
    assert first.asked == (f"http://127.0.0.1:{host.port}/a?v=3_0",)
    assert (datetime.now(UTC) - first.fetched_at) < timedelta(minutes=1)
    assert host.questions[0].splitlines()[0] == "GET /a?v=3_0 HTTP/1.1"
    said = {line.split(":")[0].lower() for line in host.questions[1].splitlines()[1:] if line}
    assert said <= {"host", "accept", "accept-encoding", "user-agent", "connection"}
    assert "Accept-Encoding: identity" in host.questions[0]
    assert "Accept: application/ld+json" in host.questions[0]


def test_the_environment_names_no_proxy_and_no_password(monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    with AHost(an_answer(b"direct")) as host:
        assert ask(host).body == b"direct"

    assert "authorization" not in host.questions[0].lower()


def test_the_flag_opens_one_origin_and_no_other():
    with AHost(an_answer()) as own, AHost(an_answer()) as other:
        fetch = SafeFetcher(operator_origin=f"http://127.0.0.1:{own.port}")
        with pytest.raises(FetchRefused):
            fetch(f"http://127.0.0.1:{other.port}/a")
        with pytest.raises(FetchRefused):
            SafeFetcher()(f"http://127.0.0.1:{own.port}/a")

    assert own.questions == other.questions == []


def test_a_redirect_inside_the_network_is_not_followed():
    moved = an_answer(status="302 Found", Location="https://169.254.169.254/")
    with AHost(moved) as host, pytest.raises(FetchFailed) as failed:
        ask(host)

    assert failed.value.asked == (f"http://127.0.0.1:{host.port}/a",)
    assert len(host.questions) == 1


class HeadOnly(AHost):
    """Says the headers at once, then keeps the body to itself."""

    def _say(self, line):
        line.sendall(self.answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
        self.done.wait(60)


def test_the_body_of_a_redirect_is_not_waited_for():
    moved = an_answer(b"A" * 9, status="302 Found", Location="/b")
    with HeadOnly(moved) as host, pytest.raises(FetchStatus):
        ask(host, redirects=Redirects.NONE)


class TestSizeAndTime:
    def test_a_body_at_the_limit_passes_and_one_byte_more_does_not(self):
        with AHost(an_answer(b"A" * 100_000)) as host:
            assert len(ask(host, limit=100_000).body) == 100_000
            with pytest.raises(FetchTooBig):
                ask(host, limit=99_999)

    def test_a_body_of_untold_length_is_capped_too(self):
        told = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"A" * 100_000
        with AHost(told) as host:
            assert len(ask(host, limit=100_000).body) == 100_000
            with pytest.raises(FetchTooBig):
                ask(host, limit=99_999)

    def test_a_body_in_chunks_is_joined_and_capped(self):
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        with AHost(chunked + b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n") as host:
            assert ask(host).body == b"abcde"
            with pytest.raises(FetchTooBig):
                ask(host, limit=4)

    def test_a_packed_bomb_is_not_unpacked(self):
        packed = gzip.compress(b"\0" * 50_000_000)
        answer = an_answer(packed, Content_Encoding="gzip")
        with AHost(answer) as host, pytest.raises(FetchTooBig):
            ask(host)

    @pytest.mark.parametrize(
        "answer",
        [
            pytest.param(an_answer(b"A" * 100), id="slow headers"),
            pytest.param(b"A" * 100, id="slow nonsense"),
        ],
    )
    def test_a_byte_now_and_then_does_not_hold_us(self, answer):
        with AHost(answer, seconds_per_byte=0.05) as host:
            began = time.monotonic()
            with pytest.raises(FetchTimeout):
                ask(host, seconds=0.4)
            assert time.monotonic() - began < 4

    def test_a_slow_body_is_left_at_the_deadline(self):
        head, _, body = an_answer(b"A" * 100).partition(b"\r\n\r\n")

        class SlowBody(AHost):
            def _say(self, line):
                line.sendall(head + b"\r\n\r\n")
                self.answer, self.pause = body, 0.05
                super()._say(line)

        with SlowBody(b"") as host, pytest.raises(FetchTimeout):
            ask(host, seconds=0.4)

    def test_a_host_that_says_nothing_is_left_at_the_deadline(self):
        with AHost(b"x", seconds_per_byte=60) as host, pytest.raises(FetchTimeout):
            ask(host, seconds=0.3)

    def test_a_cut_body_is_no_document(self):
        with AHost(an_answer(b"A" * 10)[:-1]) as host, pytest.raises(FetchFailed):
            ask(host)

    def test_nobody_at_the_door(self):
        with AHost(an_answer()) as host:
            pass
        with pytest.raises(FetchFailed) as failed:
            ask(host)

        assert failed.value.code == "fetch.unreachable"

    @pytest.mark.parametrize("answer", [b"", b"\0" * 40, b"HTTP/1.1 abc\r\n\r\n"])
    def test_an_answer_that_is_not_http(self, answer):
        with AHost(answer) as host, pytest.raises(FetchFailed):
            ask(host)

    def test_a_slow_resolver_is_left_at_the_deadline(self):
        guard, awake = Guard(), threading.Event()

        def never(name, port):
            awake.wait(10)
            return ["8.8.8.8"]

        fetch = SafeFetcher(carrier=WebCarrier(guard, resolver=never), guard=guard, seconds=0.2)
        began = time.monotonic()
        with pytest.raises(FetchTimeout) as failed:
            fetch(f"https://{NAME}/")
        awake.set()
        assert time.monotonic() - began < 4
        assert failed.value.asked == ()

    def test_a_name_that_is_not_known(self):
        def unknown(name, port):
            raise socket.gaierror

        fetch = SafeFetcher(carrier=WebCarrier(Guard(), resolver=unknown))
        with pytest.raises(FetchFailed) as failed:
            fetch(f"https://{NAME}/")
        assert failed.value.asked == ()


def a_certificate(folder, name=NAME):
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    return file


def a_tls_door(file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def over_tls(host, *, authorities, resolver=lambda name, port: ["127.0.0.1"]):
    guard = Guard(ports=frozenset({host.port}), treat_as_public=LOOPBACK)
    carrier = WebCarrier(guard, resolver=resolver, authorities=authorities)
    return SafeFetcher(carrier=carrier, guard=guard)


class TestTls:
    def test_the_name_is_checked_though_the_connection_is_made_to_an_address(self, tmp_path):
        file = a_certificate(tmp_path)
        with AHost(an_answer(b"secret"), tls=a_tls_door(file)) as host:
            answer = over_tls(host, authorities=file)(f"http://{NAME}:{host.port}/a")

        assert answer.body == b"secret"
        assert answer.location == f"https://{NAME}:{host.port}/a"
        assert f"Host: {NAME}:{host.port}" in host.questions[0]

    def test_the_certificate_of_another_name_is_refused(self, tmp_path):
        file = a_certificate(tmp_path, "evil.example")
        door = a_tls_door(file)
        with AHost(an_answer(), tls=door) as host, pytest.raises(FetchFailed) as failed:
            over_tls(host, authorities=file)(f"https://{NAME}:{host.port}/a")

        assert failed.value.facts["why"] == "certificate"
        assert host.questions == []

    def test_a_certificate_nobody_vouches_for_is_refused(self, tmp_path):
        file = a_certificate(tmp_path)
        with AHost(an_answer(), tls=a_tls_door(file)) as host, pytest.raises(FetchFailed):
            over_tls(host, authorities=None)(f"https://{NAME}:{host.port}/a")

        assert host.questions == []

    def test_the_name_is_resolved_once_and_that_address_is_connected_to(self, tmp_path):
        file = a_certificate(tmp_path)
        answers = iter([["127.0.0.1"], ["10.0.0.5"]])
        with AHost(an_answer(b"x"), tls=a_tls_door(file)) as host:
            fetch = over_tls(host, authorities=file, resolver=lambda *_: next(answers))

            assert fetch(f"https://{NAME}:{host.port}/a").body == b"x"
            with pytest.raises(FetchRefused):
                fetch(f"https://{NAME}:{host.port}/a")

        assert len(host.questions) == 1

    def test_the_next_address_is_tried_when_the_first_is_deaf(self, tmp_path):
        file = a_certificate(tmp_path)
        with AHost(an_answer(b"x"), tls=a_tls_door(file)) as host:
            fetch = over_tls(host, authorities=file, resolver=lambda *_: ["127.0.0.2", "127.0.0.1"])

            assert fetch(f"https://{NAME}:{host.port}/a").body == b"x"


@pytest.mark.parametrize("ip", ["10.0.0.5", "169.254.169.254", "100.64.0.1", "::1", "64:ff9b::1"])
def test_a_second_list_by_another_author_agrees(ip):
    with pytest.raises(FetchRefused):
        second_opinion(Guard().address(f"https://{NAME}/"), (ip,))


def test_a_name_that_leads_inside_is_never_connected_to():
    with AHost(an_answer()) as host:
        guard = Guard(ports=frozenset({host.port}))
        carrier = WebCarrier(guard, resolver=lambda *_: ["8.8.8.8", "127.0.0.1"])
        with pytest.raises(FetchRefused):
            SafeFetcher(carrier=carrier, guard=guard)(f"https://{NAME}:{host.port}/")

    assert host.questions == []


class TestRecording:
    NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def a_recording(self, tmp_path, http, **bundle):
        bundle = {"default_dns": ["203.0.113.10"], "treat_as_public": ["203.0.113.0/24"]} | bundle
        source = ReplayFetcher(bundle | {"http": http}, folder=tmp_path, now=self.NOW)
        return RecordingFetcher(source, at=self.NOW)

    def outcomes(self, fetch, urls):
        """What each question gives: an answer, or a failure with its addresses."""
        found = []
        for url in urls:
            try:
                answer = fetch(url, limit=1000)
                found.append((answer.body, answer.content_type, answer.fetched_at, answer.location))
            except FetchFailed as error:
                found.append((error.code, error.asked))
        return found

    def test_what_was_recorded_gives_the_same_answers_years_later(self, tmp_path):
        page = f"https://{NAME}/"
        http = {
            page + "text": {"body": "é", "headers": {"content-type": "text/plain"}},
            page + "bytes": {"body_base64": "AP8="},
            page + "empty": {},
            page + "moved": {"status": 301, "headers": {"location": "/text"}},
            page + "gone": {"status": 410, "body": "x"},
            page + "huge": {"repeat": "A", "bytes": 50_000_000},
            page + "told": {"body": "A", "headers": {"content-length": "50000000"}},
            page + "slow": {"body": "A" * 100, "seconds_per_byte": 1},
            page + "turns": [{"body": "1"}, {"body": "2"}],
        }
        dns = {"inside.example": ["10.0.0.5"], "turn.example": [["203.0.113.1"], ["10.0.0.5"]]}
        urls = [*http, page + "turns", page + "nowhere", "https://inside.example/"]
        urls += ["https://turn.example/", "https://turn.example/", "https://127.0.0.1/"]
        recording = self.a_recording(tmp_path, http, dns=dns)
        then = self.outcomes(recording, urls)

        recording.write(tmp_path / "kept.json")
        kept = ReplayFetcher.open(tmp_path / "kept.json", now=datetime(2031, 1, 1, tzinfo=UTC))

        assert self.outcomes(kept, urls) == then
        assert kept.at == self.NOW
        assert (tmp_path / "kept.json").stat().st_size < 200_000

    def test_no_cookie_is_kept(self, tmp_path):
        headers = {"set-cookie": "who=me", "server": "x", "content-type": "text/plain"}
        recording = self.a_recording(tmp_path, {f"https://{NAME}/": {"headers": headers}})
        recording(f"https://{NAME}/")

        assert recording.bundle()["http"][f"https://{NAME}/"][0]["headers"] == {
            "content-type": "text/plain"
        }
