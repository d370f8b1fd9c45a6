"""On hold and back: one bit that comes and goes, in a list of its own; nobody else's badge."""

from dataclasses import replace

import pytest

from tests.wallet.people import circumstances, desk_of, typing
from trust_registry.publishing import open_desk
from verifier.verdict import Level, Reason
from verifier.verify import judge
from wallet import report
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.lists import PAUSE, PAUSE_END, first_list
from wallet.awarding.pausing import is_paused, pause
from wallet.awarding.withdrawal import find, withdraw
from wallet.errors import CannotPause, StatusListMissing

pytestmark = pytest.mark.slow
SEEN = (Observation(narrative="Vu mardi."),)
AWARD = Award(badge="b04", to="Amina Benali", evidence=SEEN, may_pause=True)
PLAIN = Award(badge="b04", to="Amina Benali", evidence=SEEN)
SLUG, KEY = "fablab-la-clavette", "k2"


@pytest.fixture
def before(own_region, today):
    found = circumstances(own_region, today)
    yield found
    found.registry.close()


@pytest.fixture
def sandrine(own_region, before, tmp_path):
    space = desk_of(own_region, "sandrine", tmp_path, before)
    yield space
    space.close()


@pytest.fixture
def around(own_region, before, sandrine, today):
    """The list of partners once the list of what is on hold was published."""
    partner = next(one for one in before.registry.all_partners() if one.slug == SLUG)
    signed = first_list(KEY, partner, before.registry, key=sandrine.key, now=today, purpose=PAUSE)
    desk = open_desk(own_region.folder)
    entry = desk.entry(SLUG)
    listed = replace(entry, statuses=(*entry.statuses, KEY + PAUSE_END))
    desk.publish_entry(SLUG, listed, {KEY + PAUSE_END: signed}, at=today)
    found = circumstances(own_region, today)
    yield found
    found.registry.close()


def level(region, file, today):
    found = circumstances(region, today)
    verdict = judge(file, found).verdict
    found.registry.close()
    return verdict.level, verdict.reasons


def turn(region, space, around, line, today, *, on_hold):
    found = pause(line.credential_id, space, around.registry, on_hold=on_hold, now=today)
    assert found.list_name == KEY + PAUSE_END
    open_desk(region.folder).publish_list(SLUG, found.list_name, found.signed, at=today)
    return found


@pytest.mark.parametrize("suffix", [".png", ".jwt"])
def test_a_badge_on_hold_comes_back_and_its_neighbour_stays(
    own_region, sandrine, around, today, suffix
):
    held, other = (make_award(AWARD, sandrine, around) for _ in range(2))
    assert level(own_region, held.files[suffix], today)[0] is Level.TRUSTED

    turn(own_region, sandrine, around, held.line, today, on_hold=True)

    gone = (Level.NOT_VALID_NOW, (Reason.SUSPENDED,))
    assert level(own_region, held.files[suffix], today) == gone
    assert level(own_region, other.files[suffix], today)[0] is Level.TRUSTED
    assert report.state_of_award(find(sandrine, held.line.credential_id)) == "on-hold"

    later = circumstances(own_region, today)
    turn(own_region, sandrine, later, held.line, today, on_hold=False)
    later.registry.close()

    assert level(own_region, held.files[suffix], today)[0] is Level.TRUSTED
    assert report.state_of_award(find(sandrine, held.line.credential_id)) == "awarded"


def test_a_badge_on_hold_can_be_withdrawn_and_giving_it_back_changes_nothing(
    own_region, sandrine, around, today
):
    made = make_award(AWARD, sandrine, around)
    turn(own_region, sandrine, around, made.line, today, on_hold=True)
    number = made.line.credential_id
    found = withdraw(number, sandrine, around.registry, reason="", now=today)
    open_desk(own_region.folder).publish_list(SLUG, found.list_name, found.signed, at=today)

    turn(own_region, sandrine, around, made.line, today, on_hold=False)

    assert level(own_region, made.files[".png"], today) == (
        Level.NOT_VALID_NOW,
        (Reason.REVOKED,),
    )


def test_twice_is_once(sandrine, around, today):
    made = make_award(AWARD, sandrine, around)
    number = made.line.credential_id

    first, second = (
        pause(number, sandrine, around.registry, on_hold=True, now=today) for _ in range(2)
    )

    assert (first.already, second.already) == (False, True)
    assert is_paused(find(sandrine, number))


def test_a_badge_awarded_without_it_is_refused_and_nothing_is_noted(sandrine, around, today):
    made = make_award(PLAIN, sandrine, around)

    with pytest.raises(CannotPause):
        pause(made.line.credential_id, sandrine, around.registry, on_hold=True, now=today)

    assert not is_paused(find(sandrine, made.line.credential_id))


def test_without_a_published_list_no_such_badge_is_awarded(sandrine, before):
    with pytest.raises(StatusListMissing):
        make_award(AWARD, sandrine, before)

    assert sandrine.vault.awards() == ()


def test_the_commands_put_on_hold_and_give_back(own_region, sandrine, around, today, tmp_path):
    sandrine.close()
    folder = own_region.folder
    type_ = typing(tmp_path / "sandrine", at=today, registry=folder)
    made = type_(
        "award", "b04", "--to", "Amina Benali", "--evidence", "Vu.", "--out", tmp_path / "out",
        "--may-pause", "--json",
    ).answer  # fmt: skip

    held = type_("withdraw", made["award"], "--suspend", "--desk", folder, "--json")
    words = type_("awards").out
    back = type_("resume", made["award"], "--desk", folder)
    carried = type_("withdraw", made["award"], "--suspend", "--out", tmp_path / "x.json", "--json")

    assert (held.status, held.answer["state"]) == (0, "on-hold")
    assert "en pause" in words
    assert (back.status, made["award"] in back.out) == (0, True)
    assert carried.answer["file"] == str(tmp_path / "x.json")
    assert (tmp_path / "x.json").is_file()
