"""A server: has its address before anybody is told of it, and leaves nothing behind."""

import gc
import http.client
import random
import threading
import time
from pathlib import Path

import pytest

from shared import web
from shared.web import AddressTaken, Screen, Server, new_app
from shared.web.server import MAX_WAITING_BYTES
from shared.words import WORDS

HOST = "127.0.0.1"
FONT = next((Path(web.__file__).parent.parent / "static/fonts").glob("*.woff2")).name


def an_app():
    screen = Screen("hall", __name__, words=WORDS, brand="page.brand")
    screen.get("/", endpoint="start")(lambda: "hello")
    return new_app((screen, "/"), secret_key=b"k" * 32)


def port_of(server):
    return int(server.address.rpartition(":")[2])


def asked(server):
    connection = http.client.HTTPConnection(HOST, port_of(server), timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().read()
    finally:
        connection.close()


def test_it_answers_until_it_is_closed():
    server = Server(an_app(), host=HOST, port=0)
    running = threading.Thread(target=server.run)
    running.start()

    answer = asked(server)
    server.close()
    running.join(timeout=10)

    assert answer == b"hello"
    assert not running.is_alive()
    with pytest.raises(OSError):
        asked(server)


def test_to_close_it_breaks_no_thread_and_leaves_no_file_open():
    """Whatever it was doing: what is raised in a thread, or left open, fails this suite."""
    pauses = random.Random(1)
    for number in range(100):
        server = Server(an_app(), host=HOST, port=0)
        running = threading.Thread(target=server.run)
        running.start()
        connections = [http.client.HTTPConnection(HOST, port_of(server)) for _ in range(6)]
        for connection in connections:
            connection.request("GET", f"/static/fonts/{FONT}")
        time.sleep(pauses.random() * 0.02)
        for connection in connections if number % 2 else ():
            connection.close()
        server.close()
        running.join(timeout=10)
        for connection in connections:
            connection.close()

        assert not running.is_alive()
    del server
    gc.collect()


def test_an_address_that_is_taken_is_told():
    with_it = Server(an_app(), host=HOST, port=0)

    with pytest.raises(AddressTaken) as refused:
        Server(an_app(), host=HOST, port=port_of(with_it))
    with_it.close()

    assert refused.value.facts == {"port": str(port_of(with_it))}


def test_it_may_be_closed_twice_and_its_address_is_free_again():
    server = Server(an_app(), host=HOST, port=0)

    server.close()
    server.close()

    Server(an_app(), host=HOST, port=port_of(server)).close()


def test_no_more_is_taken_in_than_one_limit():
    """Below, the app refuses with a page in words; beyond, the server does before it reads."""
    server = Server(an_app(), host=HOST, port=0)
    running = threading.Thread(target=server.run)
    running.start()

    inside = posted(server, b"x" * (MAX_WAITING_BYTES - 1), announced=MAX_WAITING_BYTES - 1)
    outside = posted(server, b"", announced=MAX_WAITING_BYTES)
    server.close()
    running.join(timeout=10)

    assert inside == (413, "text/html")
    assert outside == (413, "text/plain")


def posted(server, body, *, announced):
    """Post to a server what may be less than is announced: its status and what it answers in."""
    connection = http.client.HTTPConnection(HOST, port_of(server), timeout=20)
    try:
        connection.putrequest("POST", "/")
        connection.putheader("Content-Length", str(announced))
        connection.endheaders(body)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Content-Type").partition(";")[0]
    finally:
        connection.close()
