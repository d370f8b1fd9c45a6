"""The badges of one person as the screens use them: opened late, at the hour of each act."""

from collections.abc import Callable, Mapping
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from shared.errors import BadgeError
from wallet import wording
from wallet.tui.places import Told

if TYPE_CHECKING:
    from concurrent.futures import Future

    from trust_registry.catalogue import Catalogue
    from trust_registry.places import Place as Whereabouts
    from verifier.circumstances import Circumstances
    from wallet.commands.doorways import Doorway
    from wallet.directions import Guide
    from wallet.holdings import Wallet
    from wallet.notices import Notice
    from wallet.spaces import Space

T = TypeVar("T")


class Run(Protocol):
    """What the command line hands over; each part is made when it is first asked for."""

    @property
    def lang(self) -> str:
        """``fr`` or ``en``."""

    @property
    def shared(self) -> bool:
        """Whether other people may have their carnets here."""

    def doorways(self) -> "tuple[Doorway, ...]":
        """The carnets that somebody can choose."""

    def choose(self, doorway: str) -> None:
        """Go to another carnet, closed still. Raises: LookupError."""

    def make(self, label: str, phrase: str) -> None:
        """Make a carnet for somebody, and open it. Raises: PhraseTooShort, SpaceUnusable."""

    @property
    def locked(self) -> bool:
        """Whether a phrase is asked for before the badges can be seen."""

    def unlock(self, phrase: str) -> None:
        """Open the space. Raises: WrongPhrase, LockRefused."""

    def forget(self) -> None:
        """Close the space, and know its phrase no more."""

    @property
    def catalogue(self) -> "Catalogue":
        """What the network recognises."""

    @property
    def wallet(self) -> "Wallet":
        """The badges of the space."""

    @property
    def space(self) -> "Space":
        """The space itself, with its key."""

    @property
    def places(self) -> "tuple[Whereabouts, ...]":
        """Places of a file that was given. Raises: NoSuchFile, PlacesUnreadable."""

    def circumstances(self) -> "Circumstances":
        """What a verification depends on, at this hour."""


class Lane:
    """
    One thread that does one thing at a time, and never holds the end of the program.

    The list of partners is read by the thread that opened it, so all that asks it
    something goes through one lane.
    """

    def __init__(self) -> None:
        """Start it; it waits."""
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            self._jobs.get()()

    def do(self, job: Callable[[], T]) -> "Future[T]":
        """Do ``job`` after what was asked before it."""
        from concurrent.futures import Future

        promise: Future[T] = Future()

        def run() -> None:
            try:
                promise.set_result(job())
            except BaseException as error:  # noqa: BLE001 - given to whoever waits for it
                promise.set_exception(error)

        self._jobs.put(run)
        return promise


class Carnet:
    """The person's badges, and the words in their language."""

    def __init__(self, run: Run) -> None:
        """``run`` opens the space and the list of partners, when they are needed."""
        self._run = run
        self._asking = Lane()
        self._opened: tuple[Wallet, Catalogue] | None = None
        self._let_in = Event()
        self._closed: bool | None = None
        self.lang = run.lang

    @property
    def shared(self) -> bool:
        """Whether other people may have their carnets here."""
        return self._run.shared

    @property
    def closed(self) -> bool:
        """Whether nobody's carnet is chosen: it was closed, or there are several at the start."""
        if self._closed is None:
            self._closed = len(self.doorways) > 1
        return self._closed

    @property
    def doorways(self) -> "tuple[Doorway, ...]":
        """The carnets that somebody can choose. Raises: VaultUnavailable."""
        return self._asking.do(self._run.doorways).result()

    @property
    def locked(self) -> bool:
        """Whether a phrase is asked for first. Raises: VaultUnavailable."""
        return self._asking.do(lambda: self._run.locked).result()

    def choose(self, doorway: str) -> bool:
        """Go to a carnet; whether it opened at once, having no phrase. Raises: LookupError."""
        self._asking.do(lambda: self._run.choose(doorway)).result()
        if self.locked:
            return False
        self._enter()
        return True

    def unlock(self, phrase: str) -> None:
        """Open it for all that waits. Raises: WrongPhrase, LockRefused."""
        self._asking.do(lambda: self._run.unlock(phrase)).result()
        self._enter()

    def make(self, label: str, phrase: str) -> None:
        """Make a carnet for somebody, and enter. Raises: PhraseTooShort, SpaceUnusable."""
        self._asking.do(lambda: self._run.make(label, phrase)).result()
        self._enter()

    def forget(self) -> None:
        """Close it: nothing of it stays in the memory of the screens."""
        self._let_in.clear()
        self._closed = True
        self._opened = None
        self._asking.do(self._run.forget).result()

    def _enter(self) -> None:
        self._closed = False
        self._let_in.set()

    @property
    def wallet(self) -> "Wallet":
        """The badges held. Raises: SpaceUnusable, VaultUnavailable."""
        return self._open()[0]

    @property
    def catalogue(self) -> "Catalogue":
        """What the network recognises."""
        return self._open()[1]

    def asking(self, job: "Callable[[Circumstances], T]") -> T:
        """Do what asks the network or the list of partners, in turn, at this hour."""
        # Opened before, not by the job: a lane that waits for itself waits for ever.
        self._open()
        return self._asking.do(lambda: job(self._run.circumstances())).result()

    def notices(self) -> "tuple[Notice, ...]":
        """What is to be told and was not read yet, the most pressing first."""
        from wallet.notices import notices

        held = self.wallet.holdings()
        return self.asking(lambda now: notices(held, now=now.now, registry=now.registry))

    def guided(self, job: "Callable[[Guide], T]") -> T:
        """Do what needs the way to a badge: the partners, places, what a mediator noted."""
        from wallet.directions import Guide
        from wallet.memo import memo_of

        wallet, catalogue = self._open()
        memo, run = memo_of(wallet.vault), self._run

        def guide(now: "Circumstances") -> T:
            around = Guide(
                catalogue=catalogue, registry=now.registry, now=now.now, file=run.places, memo=memo
            )
            return job(around)

        return self.asking(guide)

    @property
    def has_desk(self) -> bool:
        """Whether a badge that allows awarding is held; whether it still does is asked later."""
        from wallet.awarding.desk import authorisations

        return bool(authorisations(self.wallet))

    def in_space(self, job: "Callable[[Space, Circumstances], T]") -> T:
        """Do what needs the key of the space, in turn, at this hour."""
        self._open()
        run = self._run
        return self._asking.do(lambda: job(run.space, run.circumstances())).result()

    def protect(self, phrase: str) -> None:
        """Lock the space under a phrase. Raises: PhraseTooShort, AlreadyProtected."""
        self.in_space(lambda space, _: space.protect(phrase))

    def say(
        self, code: str, facts: Mapping[str, Any] | None = None, *, part: str | None = None
    ) -> str:
        """Give the sentence of a code in the person's language."""
        return wording.say(code, facts, lang=self.lang, part=part)

    def _open(self) -> "tuple[Wallet, Catalogue]":
        if self._opened is None:
            run = self._run
            if self.closed or self.locked:
                self._let_in.wait()
            self._opened = self._asking.do(lambda: (run.wallet, run.catalogue)).result()
        return self._opened


def trouble(error: Exception) -> Told:
    """What to tell of a failure; one that nobody foresaw is ours, and said to be."""
    if isinstance(error, BadgeError):
        return Told.of(error.code, error.facts)
    return Told("error.unexpected")
