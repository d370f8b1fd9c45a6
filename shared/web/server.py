"""One app on one address, until somebody ends it; waitress keeps its buffers in memory too."""

import logging
import signal
import threading
from contextlib import suppress
from typing import Any, ClassVar

from flask import Flask

from shared.errors import BadgeError

MAX_WAITING_BYTES = 32 * 1024 * 1024
"""What the server takes in before the app refuses it with a page in words."""

THREADS = 8
"""A browser opens six connections; a few more leave room for a second person."""


class AddressTaken(BadgeError):
    """Another program answers at this port, or it may not be opened. Facts: ``port``."""

    code: ClassVar[str] = "serve.port-taken"


class Server:
    """An app that has its address, and answers once ``run`` is called."""

    def __init__(self, app: Flask, *, host: str, port: int) -> None:
        """
        Take the address.

        Args:
            host: an IP address of this machine.
            port: ``0``: any free one.

        Raises:
            AddressTaken: it cannot be had.
        """
        import waitress

        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._sockets: dict[int, Any] = {}
        self._ended = threading.Event()
        self._answering = threading.RLock()
        self._waking = threading.Lock()
        try:
            self._server = waitress.create_server(
                app,
                map=self._sockets,
                host=host,
                port=port,
                threads=THREADS,
                max_request_body_size=MAX_WAITING_BYTES,
                inbuf_overflow=MAX_WAITING_BYTES + 1,
                outbuf_overflow=MAX_WAITING_BYTES,
                ident=None,
            )
        except (OSError, OverflowError) as error:
            self._let_go()
            raise AddressTaken(port=str(port)) from error
        self.address = f"http://{host}:{self._server.effective_port}"
        """Where the pages are, without a final slash."""

    def run(self) -> None:
        """Answer until SIGINT, SIGTERM, or ``close`` from another thread; then end cleanly."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _end)
        with self._answering:
            try:
                while self._sockets and not self._ended.is_set():
                    self._turn()
            except (SystemExit, KeyboardInterrupt):
                self._ended.set()
            finally:
                self._server.task_dispatcher.shutdown()
                self._let_go()

    def _turn(self) -> None:
        """Wait for what comes next on any connection, and do it."""
        adjusted = self._server.adj
        self._server.asyncore.loop(
            timeout=adjusted.asyncore_loop_timeout,
            use_poll=adjusted.asyncore_use_poll,
            map=self._sockets,
            count=1,
        )

    def close(self) -> None:
        """
        End ``run``, and wait until it has; harmless when it has ended.

        Only the thread that waits on the sockets closes them: a socket closed under it makes
        that wait fail, and its number may by then be somebody else's file.
        """
        self._ended.set()
        with self._waking:
            if self._sockets:
                self._server.pull_trigger()
        with self._answering:
            self._server.task_dispatcher.shutdown()
            self._let_go()

    def _let_go(self) -> None:
        with self._waking:
            for channel in list(self._sockets.values()):
                # A connection lets go of what it had still to send too.
                end = channel.close if channel.accepting else channel.handle_close
                with suppress(OSError):
                    end()
            self._sockets.clear()


def _end(*_signal: object) -> None:
    """Leave the loop of waitress the way it expects."""
    raise SystemExit(0)
