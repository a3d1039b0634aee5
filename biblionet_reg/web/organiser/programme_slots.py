"""Slots of the working programme: placed, moved, taken off."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.programme import Direction, SessionKind
from biblionet_reg.formats import inside_quotes
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.queries import programme as working_programme
from biblionet_reg.queries import submissions
from biblionet_reg.services import programme as services
from biblionet_reg.shown.texts import say
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.programme_slots import PlacedForm, PlaceForm, TitleForm, slot_values
from biblionet_reg.web.organiser.blueprint import bp


def slot_or_404(key: str) -> Slot:
    """Return the slot of this edition that the address names."""
    return working_programme.slot_by_key(g.edition, key) or abort(404)


def slot_title(slot: Slot) -> str:
    """Return what a slot is called."""
    return say(slot.submission.title if slot.submission else slot.title)


@bp.route("/programme/place", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_EDIT)
def place_submission() -> ResponseReturnValue:
    """Give an accepted submission its place; the address may suggest the submission or the session."""
    sessions, titles = _with_presentations(), working_programme.unplaced_titles(g.edition)
    form = PlaceForm(data={"block": request.args.get("session", ""), "submission": request.args.get("submission", "")})
    form.offer_sessions(sessions)
    form.offer_submissions(titles)
    if form.validate_on_submit():
        try:
            _place(form, block := form.chosen(sessions))
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(_page_of(block))
    page = render_template("organiser/programme/place.html", form=form, has_sessions=bool(sessions), has_titles=bool(titles))
    return page, 422 if form.errors else 200


def _with_presentations() -> list[ProgrammeSession]:
    return [block for block in working_programme.sessions_alone(g.edition) if block.kind is not SessionKind.BREAK]


def _place(form: PlaceForm, block: ProgrammeSession) -> None:
    submission = submissions.by_code(g.edition, form.submission.data) or abort(404)
    services.place(block, submission, starts_at=form.start_in(block), minutes=form.length, by=account().email)


@bp.route("/programme/titles/new", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_EDIT)
def place_title() -> ResponseReturnValue:
    """Add a title of its own to a session."""
    sessions = working_programme.sessions_alone(g.edition)
    form = TitleForm(data={"block": request.args.get("session", "")})
    form.offer_sessions(sessions)
    if form.validate_on_submit():
        try:
            _place_title(form, block := form.chosen(sessions))
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(_page_of(block))
    page = render_template("organiser/programme/title.html", form=form, slot=None, has_sessions=bool(sessions))
    return page, 422 if form.errors else 200


def _place_title(form: TitleForm, block: ProgrammeSession) -> None:
    services.place_title(
        block,
        title=form.title.text,
        presenter_name=form.presenter_name.data or "",
        starts_at=form.start_in(block),
        minutes=form.length,
        by=account().email,
    )


@bp.route("/programme/slots/<key:key>/edit", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_EDIT)
def edit_slot(key: str) -> ResponseReturnValue:
    """Give a slot another time, session or title."""
    slot = slot_or_404(key)
    sessions = _with_presentations() if slot.submission else working_programme.sessions_alone(g.edition)
    form = (PlacedForm if slot.submission else TitleForm)(data=slot_values(slot))
    form.offer_sessions(sessions)
    if form.validate_on_submit():
        block = form.chosen(sessions)
        try:
            _change(form, slot, block)
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(_page_of(block))
    template = "moved" if slot.submission else "title"
    page = render_template(f"organiser/programme/{template}.html", form=form, slot=slot, title=slot_title(slot), has_sessions=True)
    return page, 422 if form.errors else 200


def _change(form: PlacedForm | TitleForm, slot: Slot, block: ProgrammeSession) -> None:
    """Move the slot; in another session it follows the last one unless a new start was typed."""
    is_elsewhere = block.id != slot.programme_session_id
    starts_at = None if is_elsewhere and form.starts_at.data == slot_values(slot)["starts_at"] else form.start_in(block)
    words = (form.title.text, form.presenter_name.data) if isinstance(form, TitleForm) else None
    services.move(slot, to=block, starts_at=starts_at, minutes=form.length, by=account().email, words=words)


@bp.post("/programme/slots/<key:key>/up")
@requires(Permission.PROGRAMME_EDIT)
def move_slot_up(key: str) -> ResponseReturnValue:
    """Let the slot change places with the one before it."""
    return _exchange(slot_or_404(key), Direction.UP)


@bp.post("/programme/slots/<key:key>/down")
@requires(Permission.PROGRAMME_EDIT)
def move_slot_down(key: str) -> ResponseReturnValue:
    """Let the slot change places with the one after it."""
    return _exchange(slot_or_404(key), Direction.DOWN)


def _exchange(slot: Slot, direction: Direction) -> ResponseReturnValue:
    services.exchange(slot, direction, by=account().email)
    return redirect(_page_of(slot.programme_session) + f"#slot-{slot.key}")


@bp.post("/programme/slots/<key:key>/take-off")
@requires(Permission.PROGRAMME_EDIT)
def take_slot_off(key: str) -> ResponseReturnValue:
    """Take a slot out of the programme."""
    slot = slot_or_404(key)
    title, block, has_submission = slot_title(slot), slot.programme_session, slot.submission is not None
    services.take_off(slot, by=account().email)
    if has_submission:
        flash(_("“%(title)s” is taken off the programme. It is waiting to be placed again.", title=inside_quotes(title)), "success")
    else:
        flash(_("“%(title)s” is taken off the programme.", title=inside_quotes(title)), "success")
    return redirect(_page_of(block))


def _page_of(block: ProgrammeSession) -> str:
    return url_for("organiser.programme_session", key=block.key)
