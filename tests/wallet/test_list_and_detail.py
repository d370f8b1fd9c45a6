"""The list and the page of a badge always say the same, also when it is taken back."""

import re
from datetime import timedelta

import pytest

from tests.wallet.pages import a_hall, add, an_app, text_of
from tests.wallet.people import circumstances, desk_of, typing
from trust_registry.publishing import open_desk
from wallet.awarding.award import make_award
from wallet.awarding.compose import Award, Observation
from wallet.awarding.withdrawal import withdraw

pytestmark = pytest.mark.slow
AWARD = Award(
    badge="b04", to="Amina Benali", evidence=(Observation(narrative="Amina a rangé ses photos."),)
)


@pytest.fixture
def sandrine(own_region, today, tmp_path):
    around = circumstances(own_region, today)
    space = desk_of(own_region, "sandrine", tmp_path, around)
    yield space, around
    space.close()
    around.registry.close()


def said_everywhere(type_, client, holding_id):
    """What the list, the badge alone, the pathway and the two pages say of one badge."""
    listed = next(one for one in type_("list", "--json").answers if one["id"] == holding_id)
    shown = type_("show", holding_id, "--json").answer
    home = text_of(client.get("/carnet/"))
    card = home[home.index(f'<h3><a href="/carnet/badges/{holding_id}"') :]
    page = text_of(client.get(f"/carnet/badges/{holding_id}"))
    article = page[page.index("<article") : page.index("</article>")]
    tones = re.search(r"tone-(\w+)", card)[1], re.search(r"tone-(\w+)", article)[1]
    return (listed["level"], listed["reasons"]), (shown["level"], shown["reasons"]), tones


def test_a_withdrawal_changes_the_list_and_the_detail_in_one_check(
    own_region, today, sandrine, tmp_path
):
    space, around = sandrine
    made = make_award(AWARD, space, around)
    later = today + timedelta(hours=1)
    with a_hall(own_region, tmp_path, now=later) as hall:
        client = an_app(hall).test_client()
        type_ = typing(tmp_path / "carnet", at=later, registry=own_region.folder)
        page = text_of(add(client, text=made.files[".jwt"].decode()))
        holding_id = re.search(r"/carnet/badges/([0-9a-f]+)", page)[1]
        before = said_everywhere(type_, client, holding_id)
        assert before == (("TRUSTED", []), ("TRUSTED", []), ("ok", "ok"))

        found = withdraw(made.line.credential_id, space, around.registry, reason="", now=today)
        desk = open_desk(own_region.folder)
        desk.publish_list(found.partner.slug, found.list_name, found.signed, at=today)
        type_("recheck")

        gone = ("NOT_VALID_NOW", ["REVOKED"])
        assert said_everywhere(type_, client, holding_id) == (gone, gone, ("stop", "stop"))
        assert [one["notice"] for one in type_("notices", "--json").answers] == ["withdrawn"]
        type_("notices", "--read", holding_id)
        assert type_("notices", "--json").answers == []
        assert "data-notice" not in text_of(client.get("/carnet/"))


def test_every_standing_has_one_word_in_the_list_and_in_the_detail(region, today, tmp_path):
    type_ = typing(tmp_path / "all", at=today, registry=region.folder, replay=region.bundle)
    one_of_each = {(badge.level, badge.reasons): badge for badge in region.badges}
    for badge in one_of_each.values():
        type_("import", region.folder / "badges" / badge.file)

    for one in type_("list", "--json").answers:
        shown = type_("show", one["id"], "--json").answer
        assert {name: shown[name] for name in one} == one
