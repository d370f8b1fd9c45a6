"""
Kills: whatever a program was doing when it was killed, what it said was done is done.

A child works in a space and tells, act by act, what it begins and what is done; it is
killed (-9) at any moment.  Afterwards the space opens, fast, and holds exactly what was
told, or what was told and the one act that was begun.
"""

import io
import os
import random
import signal
import sqlite3
import time
from datetime import UTC, datetime

import pytest

from tests.wallet.carnets import CATALOGUE, a_document, keep
from tests.wallet.vaults import CHEAP, PHRASE
from wallet.backing_up import backup, restore
from wallet.errors import WrongPhrase
from wallet.spaces import lock_of_space, open_space
from wallet.vault.backups import Backup

pytestmark = pytest.mark.slow
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OTHER = "girafe moulin raquette sable toboggan zenith"
KILLS = 1000
MOST_SECONDS = 0.35
"""Of life: the opening, then about ten acts."""
OPENS_IN_SECONDS = 2.0
COPIED = 5
MOST_HELD = 40

HELD, AWAY = "held", "away"
ACTS = ("import", "import", "import", "remove", "bring-back", "erase", "restore", "phrase")


def content_of(number):
    return f"{number:064x}"


def a_badge(space, number):
    """A badge comes in; no two are versions of one another."""
    document = a_document("b01", number=number)
    keep(space.wallet(CATALOGUE), document, content=content_of(number))


def state_of(space):
    """What a space holds: contents, and whether each is put away."""
    badges = space.vault.badges()
    for one in badges:
        assert space.vault.original(one.id), one.id
    return {one.content: AWAY if one.removed_at else HELD for one in badges}


class Child:
    """What the killed program does."""

    def __init__(self, folder, phrase, copy, *, luck, tell):
        self.phrase, self.copy, self.luck, self.tell = phrase, copy, luck, tell
        self.space = open_space(folder, phrase=phrase)
        self.wallet = self.space.wallet(CATALOGUE)

    def work(self):
        while True:
            act = self.luck.choice(ACTS)
            badges = self.space.vault.badges()
            chosen = self.luck.choice(badges) if badges else None
            if act == "import":
                content = content_of(self.luck.randrange(10**9))
            elif act in {"restore", "phrase"}:
                content = OTHER if self.phrase == PHRASE else PHRASE
            elif chosen is None:
                continue
            else:
                content = chosen.content
            self.tell(f"begin\t{act}\t{content}\n")
            self.do(act, content, chosen)
            self.tell(f"done\t{act}\t{content}\n")

    def do(self, act, content, chosen):
        if act == "import":
            a_badge(self.space, int(content, 16))
        elif act == "remove":
            self.wallet.remove(chosen.id, now=NOON)
        elif act == "bring-back":
            self.wallet.restore(chosen.id)
        elif act == "erase":
            self.wallet.erase(chosen.id)
            self.space.vault.tidy()
        elif act == "restore":
            restore(Backup(io.BytesIO(self.copy), PHRASE), self.space)
        else:
            self.space.change_phrase(content, old=self.phrase, cost=CHEAP)
            self.phrase = content


def a_life_cut_short(folder, phrase, copy, luck):
    """Let a child work, kill it, and give the lines that it told."""
    ear, mouth = os.pipe()
    number, seconds = luck.randrange(10**9), luck.uniform(0, MOST_SECONDS)
    child = os.fork()
    if child == 0:
        try:
            os.close(ear)
            tell = lambda line: os.write(mouth, line.encode())  # noqa: E731 - it is all there is to it
            Child(folder, phrase, copy, luck=random.Random(number), tell=tell).work()
        finally:
            os._exit(1)
    os.close(mouth)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as lines:
        told = [line.split("\t") for line in lines.read().decode().splitlines()]
    assert os.WTERMSIG(status) == signal.SIGKILL, told[-1:]
    return told


def after(state, phrase, act, content, copied):
    """What is held, and the phrase, once an act is done."""
    state = dict(state)
    if act == "import":
        state[content] = HELD
    elif act == "remove":
        state[content] = AWAY
    elif act == "bring-back":
        state[content] = HELD
    elif act == "erase":
        state.pop(content, None)
    elif act == "restore":
        state = {**dict.fromkeys(copied, HELD), **state}
    else:
        phrase = content
    return state, phrase


def kept_small(space, state):
    """Let go of all but some badges, so that the thousandth life is as long as the first."""
    if len(state) <= MOST_HELD:
        return state
    gone = [one for one in space.vault.badges() if one.content in list(state)[COPIED:]]
    with space.vault.writing() as write:
        for one in gone:
            write.erase(one.id)
    return state_of(space)


def opened_with_one_of(folder, phrases):
    for phrase in phrases:
        started = time.process_time()
        try:
            space = open_space(folder, phrase=phrase)
        except WrongPhrase:
            continue
        return space, phrase, time.process_time() - started
    pytest.fail("no phrase opens it")


def test_no_act_that_was_said_to_be_done_is_lost(tmp_path, portion):
    folder, luck = tmp_path / "amina", random.Random(20261122)
    space = open_space(folder)
    for number in range(COPIED):
        a_badge(space, number)
    space.protect(PHRASE, cost=CHEAP)
    copy = b"".join(backup(space, now=NOON))
    copied = [content_of(number) for number in range(COPIED)]
    state, phrase, done = state_of(space), PHRASE, dict.fromkeys(ACTS, 0)
    space.close()

    for _ in portion(range(KILLS)):
        begun = None
        for kind, act, content in a_life_cut_short(folder, phrase, copy, luck):
            begun = (act, content) if kind == "begin" else None
            if kind == "done":
                state, phrase = after(state, phrase, act, content, copied)
                done[act] += 1
        could_be = [(state, phrase)]
        if begun:
            could_be.append(after(state, phrase, *begun, copied))

        space, opens, seconds = opened_with_one_of(folder, [one for _, one in could_be])

        found = state_of(space)
        assert (found, opens) in could_be
        assert seconds < OPENS_IN_SECONDS
        assert not (folder / "space.key").exists()
        state, phrase = kept_small(space, found), opens
        space.close()

    assert min(done.values()) > 0, done
    connection = sqlite3.connect(folder / "vault.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_kill_while_protecting_leaves_it_open_or_protected(tmp_path, portion):
    luck = random.Random(20261122)
    ends = set()
    for number in portion(range(KILLS // 4)):
        folder = tmp_path / str(number)
        space = open_space(folder)
        for badge in range(COPIED):
            a_badge(space, badge)
        before, did = state_of(space), space.did
        space.close()

        child = os.fork()
        if child == 0:
            try:
                open_space(folder).protect(PHRASE, cost=CHEAP)
            finally:
                os._exit(0)
        time.sleep(luck.uniform(0, 0.25))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        space, phrase, _ = opened_either_way(folder)
        ends.add(phrase)
        assert state_of(space) == before
        assert space.did == did
        assert (folder / "space.key").exists() is (phrase is None)
        space.close()

    assert ends == {None, PHRASE}


def opened_either_way(folder):
    phrase = PHRASE if lock_of_space(folder) else None
    started = time.process_time()
    return open_space(folder, phrase=phrase), phrase, time.process_time() - started
