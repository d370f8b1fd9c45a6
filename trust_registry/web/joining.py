"""
The form by which a partner without a key publishes, on a link that the hub gave.

Three pages, no memory between them: what was typed travels in the form, and comes back on every
page that has a remark to make.  Nothing is public before the last button.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response, abort, render_template, request

from shared.errors import BadgeError
from shared.web import Screen, language, pace
from trust_registry import joining
from trust_registry.catalogue import Catalogue, ImageMissing, image
from trust_registry.catalogue.model import BadgeUnknown
from trust_registry.drafts import complete
from trust_registry.entries import Entry
from trust_registry.errors import InvitationEnded
from trust_registry.joining.answers import COMMENT, OWN_FIELDS, PLACE_FIELDS
from trust_registry.model import Member
from trust_registry.opening_hours import in_words
from trust_registry.publishing import Desk
from trust_registry.web import submissions
from trust_registry.web.hub import Hub
from trust_registry.words import WORDS

WHO, WHAT, SHOW = STEPS = ("who", "what", "show")
PUBLISH = "publish"
SENDINGS = "60 per minute"
"""Pages of the form sent by one address; a partner needs four, a class of them sixty."""
OPENINGS = "30 per minute"
"""Links opened by one address: nobody guesses 192 bits, and nobody need try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    """One link that opens, and what is public of its partner."""

    secret: str
    invitation: joining.Invitation
    member: Member
    before: Entry
    catalogue: Catalogue


def blueprint(hub: Hub) -> Screen:
    """Make the screen of the form; ``/`` says that a link is needed."""
    screen = Screen(
        "joining",
        __name__,
        words=WORDS,
        brand="joining.title",
        for_programs=submissions.FOR_PROGRAMS,
    )
    submissions.receive(screen, hub)

    @screen.get("/")
    def start() -> str:
        return render_template("joining/ended.html", code="joining.start", facts={})

    @screen.get("/drawings/<badge>.svg")
    def drawing(badge: str) -> Response:
        return _drawing(Desk.open(hub.folder).catalogue(), badge)

    @screen.get("/invitation/<secret>")
    def form(secret: str) -> tuple[str, int]:
        with pace(OPENINGS, scope="joining.open"):
            try:
                visit = _visit(hub, secret)
            except BadgeError as error:
                return _ended(error)
        answers = joining.published_answers(visit.before, visit.catalogue)
        return _page(visit, WHO, answers, {}), HTTPStatus.OK

    @screen.post("/invitation/<secret>")
    def send(secret: str) -> tuple[str, int]:
        with pace(SENDINGS, scope="joining.send"):
            try:
                return _answered(hub, _visit(hub, secret))
            except BadgeError as error:
                return _ended(error)

    return screen


def _visit(hub: Hub, secret: str) -> _Visit:
    """Raises: InvitationEnded, and what keeps the registry from being read."""
    invitation = joining.Invitations(hub.folder).open(secret, at=hub.clock())
    desk = Desk.open(hub.folder)
    return _Visit(
        secret=secret,
        invitation=invitation,
        member=desk.member(invitation.slug),
        before=desk.entry(invitation.slug),
        catalogue=desk.catalogue(),
    )


def _answered(hub: Hub, visit: _Visit) -> tuple[str, int]:
    """The page that follows what was sent; the one with the first fault, if there is any."""
    answers = _typed(visit.catalogue)
    wanted = request.form.get("step", "")
    if wanted not in (*STEPS, PUBLISH):
        abort(HTTPStatus.BAD_REQUEST)
    faults = joining.faults(answers, slug=visit.member.slug)
    at = _first_fault(faults)
    if at is not None and _place_of(wanted) > STEPS.index(at):
        return _page(visit, at, answers, faults), HTTPStatus.UNPROCESSABLE_ENTITY
    if wanted != PUBLISH:
        return _page(visit, wanted, answers, {}), HTTPStatus.OK
    try:
        code = "joining.done-public" if _publish(hub, visit, answers) else "joining.done-late"
    except InvitationEnded:
        raise
    except BadgeError as error:
        page = _page(visit, SHOW, answers, {}, problem=error)
        return page, HTTPStatus.SERVICE_UNAVAILABLE
    address = f"{visit.catalogue.base}/p/{visit.member.slug}/"
    page = render_template("joining/done.html", member=visit.member, address=address, code=code)
    return page, HTTPStatus.OK


def _publish(hub: Hub, visit: _Visit, answers: joining.Answers) -> bool:
    """
    Sign with the hub's key and publish; the link opens again if that fails.

    Returns:
        whether the pages for people show it already; else the daily renewal writes them.

    Raises: InvitationEnded, and as ``Desk.publish_entry``.
    """
    now, desk, member = hub.clock(), Desk.open(hub.folder), visit.member
    with joining.Invitations(hub.folder).using(visit.invitation, at=now):
        entry = complete(
            joining.draft_of(answers, visit.before, visit.catalogue),
            member=member,
            before=visit.before,
            catalogue=visit.catalogue,
            key=desk.publication_key(member.slug, at=now),
            at=now,
        )
        desk.publish_entry(member.slug, entry, at=now)
    try:
        hub.after(now)
    except BadgeError:
        return False
    return True


def _typed(catalogue: Catalogue) -> joining.Answers:
    fields = {name: _line(name) for name in (*OWN_FIELDS, *PLACE_FIELDS)}
    url = fields["url"]
    if url and "://" not in url:
        fields["url"] = f"https://{url}"
    ticked = set(request.form.getlist("recognised"))
    return joining.Answers(
        fields={name: said for name, said in fields.items() if said},
        recognised={
            one.id: _line(COMMENT + one.id)
            for one in joining.subjects(catalogue)
            if one.id in ticked
        },
    )


def _line(name: str) -> str:
    """A field on one line: what was broken over several is joined."""
    return " ".join(request.form.get(name, "").split())


def _first_fault(faults: dict[str, str]) -> str | None:
    """The page on which the first fault stands."""
    if any(name in faults for name in (*OWN_FIELDS, *PLACE_FIELDS)):
        return WHO
    return WHAT if faults else None


def _place_of(wanted: str) -> int:
    return len(STEPS) if wanted == PUBLISH else STEPS.index(wanted)


def _page(
    visit: _Visit,
    step: str,
    answers: joining.Answers,
    faults: dict[str, str],
    *,
    problem: BadgeError | None = None,
) -> str:
    known = joining.subjects(visit.catalogue)
    shown: dict[str, Any] = {
        "secret": visit.secret,
        "step": step,
        "number": STEPS.index(step) + 1,
        "member": visit.member,
        "fields": answers.fields,
        "recognised": answers.recognised,
        "faults": faults,
        "problem": problem,
        "place_fields": PLACE_FIELDS,
        "place_open": any(name in answers.fields or name in faults for name in PLACE_FIELDS),
        "badges": [one for one in known if one.badge is not None],
        "pathways": [one for one in known if one.badge is None],
        "ticked": [one for one in known if one.id in answers.recognised],
        "unticked": _words_left(visit, answers) if step == SHOW else [],
        "withdrawn": _withdrawn(visit, answers),
        "hours": lambda text: in_words(text, lang=language.current()),
    }
    return render_template("joining/form.html", **shown)


def _withdrawn(visit: _Visit, answers: joining.Answers) -> list[joining.Subject]:
    """What is recognised in public today, and will be no more."""
    public = joining.published_answers(visit.before, visit.catalogue).recognised
    known = joining.subjects(visit.catalogue)
    return [one for one in known if one.id in public and one.id not in answers.recognised]


def _words_left(visit: _Visit, answers: joining.Answers) -> list[joining.Subject]:
    """What was not ticked, and for which a new word was written on the page before."""
    public = joining.published_answers(visit.before, visit.catalogue).recognised
    return [
        one
        for one in joining.subjects(visit.catalogue)
        if one.id not in answers.recognised
        and _line(COMMENT + one.id) not in ("", public.get(one.id, ""))
    ]


def _ended(error: BadgeError) -> tuple[str, int]:
    """One sentence, and whom to ask."""
    page = render_template("joining/ended.html", code=error.code, facts=error.facts)
    ended = isinstance(error, InvitationEnded)
    return page, HTTPStatus.NOT_FOUND if ended else HTTPStatus.SERVICE_UNAVAILABLE


def _drawing(catalogue: Catalogue, badge: str) -> Response:
    try:
        body = image(catalogue.badge(badge), "svg")
    except (BadgeUnknown, ImageMissing):
        abort(HTTPStatus.NOT_FOUND)
    answer = Response(body, mimetype="image/svg+xml")
    answer.cache_control.public, answer.cache_control.max_age = True, 3600
    return answer
