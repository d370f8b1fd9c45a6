"""
Showing badges in four questions: to whom, what, for how long, and what they will see.

What was answered travels in the form, from page to page; nothing is signed, noted or given
before the last one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from flask import Response, abort, render_template, request
from markupsafe import Markup

from shared.errors import BadgeError
from shared.web import Screen, language
from shared.web.headers import CONTENT_SECURITY
from wallet import wording
from wallet.paper.badge_sheet import Paper, badge_on_paper
from wallet.paper.sheet import sheet_on_paper
from wallet.sharing import diary, linkedin, page
from wallet.sharing.errors import AudienceMissing, NothingToShow
from wallet.sharing.presenting import MAX_AUDIENCE_LETTERS, can_travel, chosen, line, present
from wallet.sharing.telling import Visible, hidden_yet_inside, told
from wallet.web import shown, taking
from wallet.web.carnet import Carnet
from wallet.web.taking import file

Here = Callable[[], Carnet]


class Whom(StrEnum):
    """To whom badges are shown; it sets how long, at first."""

    EMPLOYER = "employer"
    ADVISER = "adviser"
    EVERYONE = "everyone"
    PAPER = "paper"


DAYS = (7, 30, 365)
USUAL = {Whom.EMPLOYER: 30, Whom.ADVISER: 7, Whom.EVERYONE: 365, Whom.PAPER: 30}
GIVEN_AS = frozenset({"page", "file", "paper", "sheet", "linkedin"})
STEPS = ("whom", "what", "long", "preview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was answered so far."""

    whom: Whom
    audience: str
    badges: tuple[str, ...]
    visible: Visible
    days: int

    @property
    def is_paper(self) -> bool:
        """Whether they leave on paper, which has no end."""
        return self.whom is Whom.PAPER


def install(screen: Screen, here: Here) -> None:
    """Add the pages that show badges to others, the diary, and the files to take along."""
    taking.install(screen, here)

    @screen.get("/share")
    def share() -> str:
        return _question(here(), "whom", None)

    @screen.post("/share")
    def share_on() -> Any:
        carnet, wanted = here(), request.form.get("step", "")
        step = wanted if wanted in STEPS else "whom"
        return _checked(carnet, step)

    @screen.post("/share/<form>")
    def give(form: str) -> Any:
        if form not in GIVEN_AS:
            abort(HTTPStatus.NOT_FOUND)
        return _given(here(), form)

    @screen.get("/shared")
    def shared() -> str:
        lines = diary.diary(here().space.vault)
        return render_template("wallet/shared.html", lines=lines)

    @screen.post("/shared/forget")
    def forget() -> str:
        diary.clear(here().space.vault)
        return render_template("wallet/shared.html", lines=())


def _checked(carnet: Carnet, step: str) -> Any:
    """The page of a question, or the one before it with what is missing there."""
    try:
        asked = _asked()
        at = STEPS.index(step)
        if at > STEPS.index("whom") and not asked.is_paper and not asked.audience:
            return _again(carnet, "whom", AudienceMissing())
        if at > STEPS.index("what"):
            chosen(carnet.wallet(), asked.badges)
    except NothingToShow as error:
        return _again(carnet, "what", error)
    except BadgeError as error:
        return _again(carnet, "whom", error)
    if step != "preview":
        return _question(carnet, step, asked)
    answer = Response(_question(carnet, step, asked))
    # The drawings of the network stand in the page, as they will in the file.
    security = CONTENT_SECURITY.replace("img-src 'self'", "img-src 'self' data:")
    answer.headers["Content-Security-Policy"] = security
    return answer


def _again(carnet: Carnet, step: str, problem: BadgeError) -> tuple[str, int]:
    return _question(carnet, step, None, problem=problem), HTTPStatus.UNPROCESSABLE_ENTITY


def _question(
    carnet: Carnet, step: str, asked: Asked | None, *, problem: BadgeError | None = None
) -> str:
    wallet, lang = carnet.wallet(), language.current()
    first = [request.args["badge"]] if "badge" in request.args else []
    whom = request.form.get("whom", "")
    held = [one for one in wallet.holdings() if can_travel(wallet, one)]
    ticked = request.form.getlist("badge") or first or [one.id for one in held if one.counts]
    at = STEPS.index(step)
    values: dict[str, Any] = {
        "step": step,
        "number": at + 1,
        "before": STEPS[at - 1] if at else None,
        "after": STEPS[at + 1] if at + 1 < len(STEPS) else None,
        "problem": problem,
        "form": request.form,
        "ticked": ticked if step != "whom" or request.form.getlist("badge") or first else [],
        "cards": [shown.card(one, wallet.catalogue, lang) for one in held],
        "whoms": list(Whom),
        "days": DAYS,
        "usual": USUAL.get(Whom(whom), 30) if whom in list(Whom) else 30,
        "most": MAX_AUDIENCE_LETTERS,
        "owner": carnet.owner[0] if carnet.owner else "",
    }
    if asked is not None and at > STEPS.index("what"):
        holdings = chosen(wallet, asked.badges)
        values["hidden"] = hidden_yet_inside(wallet, holdings, asked.visible)
    if asked is not None and step == "preview":
        values["body"] = Markup(_body(carnet, asked))  # noqa: S704 - our own, autoescaped
        values["chosen"] = [shown.card(one, wallet.catalogue, lang) for one in holdings]
        values["asked"] = asked
    return render_template("wallet/share.html", **values)


def _asked() -> Asked:
    """What the form says. Raises: ShareTextTooLong."""
    form = request.form
    whom = Whom(form["whom"]) if form.get("whom") in list(Whom) else Whom.EMPLOYER
    days = form.get("days", "")
    return Asked(
        whom=whom,
        audience=line(form.get("audience", ""), MAX_AUDIENCE_LETTERS),
        badges=tuple(form.getlist("badge")),
        visible=Visible(
            name=line(form.get("name", ""), MAX_AUDIENCE_LETTERS) if "show-name" in form else "",
            mail=line(form.get("mail", ""), MAX_AUDIENCE_LETTERS) if "show-mail" in form else "",
            evidence="show-evidence" in form,
            words="show-words" in form,
        ),
        days=int(days) if days in {str(one) for one in DAYS} else USUAL[whom],
    )


def _audience(asked: Asked, lang: str) -> str:
    return asked.audience or wording.say("print.whoever", lang=lang)


def _sheet(carnet: Carnet, asked: Asked, *, now: datetime, until: datetime) -> page.Sheet:
    wallet, lang = carnet.wallet(), language.current()
    holdings = chosen(wallet, asked.badges)
    return page.Sheet(
        badges=told(wallet, holdings, asked.visible, lang=lang),
        visible=asked.visible,
        audience=_audience(asked, lang),
        now=now,
        until=until,
    )


def _body(carnet: Carnet, asked: Asked) -> str:
    now = carnet.circumstances().now
    sheet = _sheet(carnet, asked, now=now, until=now + timedelta(days=asked.days))
    return page.body(sheet, lang=language.current())


def _given(carnet: Carnet, form: str) -> Any:
    """The last page was left by one of its buttons: here something is signed, and noted."""
    try:
        asked = _asked()
        if form == "paper":
            return _paper(carnet, asked)
        if form == "sheet":
            return _application(carnet, asked)
        if form == "linkedin":
            return _linkedin(carnet, asked)
        return _signed(carnet, asked, as_page=form == "page")
    except BadgeError as error:
        return _again(carnet, "whom", error)


def _signed(carnet: Carnet, asked: Asked, *, as_page: bool) -> Response:
    now, lang = carnet.circumstances().now, language.current()
    made = present(
        carnet.space,
        carnet.wallet(),
        asked.badges,
        audience=_audience(asked, lang),
        days=asked.days,
        now=now,
    )
    form, text = diary.Form.FILE, made.text
    if as_page:
        sheet = _sheet(carnet, asked, now=now, until=made.until)
        form, text = diary.Form.PAGE, page.page(sheet, made, lang=lang)
    _note(carnet, asked, form, until=made.until)
    kind, name = ("text/html", "badges.html") if as_page else ("application/json", "badges.json")
    return file(text.encode(), kind, name)


def _paper(carnet: Carnet, asked: Asked) -> Response:
    """The first badge of the form: the button of each badge sends it alone."""
    now, lang, wallet = carnet.circumstances().now, language.current(), carnet.wallet()
    badge = request.form.get("only", "")
    pdf = badge_on_paper(wallet, badge, Paper.PAGE, asked.visible, now=now, lang=lang)
    _note(carnet, asked, diary.Form.PAPER, only=badge)
    return file(pdf, "application/pdf", "badge.pdf")


def _application(carnet: Carnet, asked: Asked) -> Response:
    """What the person can do, badge by badge, to join to an application."""
    now, lang, wallet = carnet.circumstances().now, language.current(), carnet.wallet()
    pdf = sheet_on_paper(wallet, asked.badges, asked.visible, now=now, lang=lang)
    _note(carnet, asked, diary.Form.PAPER)
    return file(pdf, "application/pdf", "badges.pdf")


def _linkedin(carnet: Carnet, asked: Asked) -> str:
    badge, lang = request.form.get("only", ""), language.current()
    wallet = carnet.wallet()
    address = linkedin.address(wallet, badge, lang=lang)
    _note(carnet, asked, diary.Form.LINKEDIN, only=badge)
    card = shown.card(wallet.get(badge), wallet.catalogue, lang)
    return render_template("wallet/linkedin.html", address=address, card=card)


def _note(
    carnet: Carnet,
    asked: Asked,
    form: diary.Form,
    *,
    until: datetime | None = None,
    only: str | None = None,
) -> None:
    wallet, lang = carnet.wallet(), language.current()
    holdings = chosen(wallet, asked.badges if only is None else [only])
    names = tuple(wording.name(one, wallet.catalogue, lang=lang) for one in holdings)
    shown_now = diary.Shown(
        at=carnet.circumstances().now,
        audience=_audience(asked, lang),
        badges=names,
        form=form,
        until=until,
    )
    diary.note(carnet.space.vault, shown_now)
