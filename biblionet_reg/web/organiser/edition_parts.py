"""The lists of an edition, one by one: add, change, move, remove."""

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.edition_changes import PartChanged, PartGone, PartInUse, PartRepeated, PartsFull
from biblionet_reg.domain.edition_parts import SELF_ORDERED, PartKind
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.queries.edition_parts import rows_by_key, uses_in
from biblionet_reg.services import edition_parts, editions
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.edition_part import PartForm
from biblionet_reg.web.forms.edition_parts import part_form
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.edition_words import WORDS
from biblionet_reg.web.organiser.while_open import while_open
from biblionet_reg.wording import refusal

_PART = f"/edition/<any({','.join(part.value for part in PartKind)}):part>"


@bp.get(_PART)
@requires(Permission.EDITION_EDIT)
def edition_parts_list(part: str) -> str:
    """One list, with the ways to change it."""
    kind = PartKind(part)
    rows, uses = rows_by_key(g.edition, kind), uses_in(g.edition, kind)
    return render_template("organiser/edition/parts.html", part=kind, rows=rows, uses=uses, words=WORDS[kind])


@bp.route(f"{_PART}/add", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
@while_open
def edition_part_add(part: str) -> ResponseReturnValue:
    """Add to the list."""
    kind = PartKind(part)
    first = {"published_on": clock.today(g.edition.time_zone)} if kind is PartKind.NEWS else {}
    form = part_form(kind, g.edition, **first)
    if form.validate_on_submit() and _save(kind, None, form):
        flash(str(WORDS[kind].added), "success")
        return redirect(url_for("organiser.edition_parts_list", part=part))
    return _show_form(kind, form, str(WORDS[kind].adding))


@bp.route(f"{_PART}/<key:key>/edit", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
@while_open
def edition_part_edit(part: str, key: str) -> ResponseReturnValue:
    """Change one row; when it is not what the page showed any more, the answers are kept and nothing is saved."""
    kind = PartKind(part)
    row = _row(kind, key)
    if row is None and request.method == "GET":
        abort(404)
    form = part_form(kind, g.edition, row)
    if row is None:
        return _show_missed(kind, form, None)
    try:
        saved = form.validate_on_submit() and _save(kind, row, form)
    except PartGone:
        return _show_missed(kind, form, None)
    except PartChanged:
        return _show_missed(kind, form, row)
    if saved:
        flash(str(WORDS[kind].edited), "success")
        return redirect(url_for("organiser.edition_parts_list", part=part))
    return _show_form(kind, form, str(WORDS[kind].edit), shown=request.form.get("shown") or edition_parts.mark_of(kind, row))


@bp.post(f"{_PART}/<key:key>/move")
@requires(Permission.EDITION_EDIT)
@while_open
def edition_part_move(part: str, key: str) -> ResponseReturnValue:
    """Let one row change places with its neighbour."""
    kind = PartKind(part)
    if kind in SELF_ORDERED:
        abort(404)
    try:
        edition_parts.move(g.edition, kind, _row(kind, key), up=request.form.get("to") == "up", by=account().email)
    except PartGone as answer:
        flash(refusal(answer), "info")
    return redirect(url_for("organiser.edition_parts_list", part=part))


@bp.route(f"{_PART}/<key:key>/remove", methods=["GET", "POST"])
@requires(Permission.EDITION_EDIT)
@while_open
def edition_part_remove(part: str, key: str) -> ResponseReturnValue:
    """Ask, then remove one row; what is in use stays, and the page says why. What is gone already is said in the list."""
    kind = PartKind(part)
    row = _row(kind, key)
    if row is None and request.method == "GET":
        abort(404)
    if request.method == "GET":
        uses = uses_in(g.edition, kind).get(row.id, 0)
        return _show_question(kind, row, PartInUse(kind, uses) if uses else None), 200
    try:
        edition_parts.remove(g.edition, kind, row, by=account().email, shown=request.form.get("shown", ""))
    except PartGone as answer:
        flash(refusal(answer), "info")
    except (PartInUse, PartChanged) as answer:
        return _show_question(kind, row, answer), 409
    else:
        flash(str(WORDS[kind].removed), "success")
    return redirect(url_for("organiser.edition_parts_list", part=part))


@bp.post(f"{_PART}/confirm")
@requires(Permission.EDITION_EDIT)
@while_open
def edition_part_confirm(part: str) -> ResponseReturnValue:
    """Say that the list is no example any more."""
    editions.confirm_examples(g.edition, part, by=account().email)
    flash(_("The mark is removed: this is no longer an example."), "success")
    return redirect(url_for("organiser.edition_parts_list", part=part))


def _row(part: PartKind, key: str) -> Any:
    """Return the row at this address, None when there is none (any more)."""
    return rows_by_key(g.edition, part).get(key)


def _save(part: PartKind, row: Any, form: PartForm) -> bool:
    """Add or change the row, or say beside its name, or for the form, why not."""
    try:
        if row is None:
            edition_parts.add(g.edition, part, form.entry(), by=account().email)
        else:
            edition_parts.edit(g.edition, part, row, form.entry(), by=account().email, shown=request.form.get("shown", ""))
    except PartsFull as answer:
        form.refuse(answer)
        return False
    except PartRepeated as answer:
        _named_by(part, form).errors = [refusal(answer)]
        return False
    return True


def _named_by(part: PartKind, form: PartForm) -> Any:
    """Return the field that tells the rows of the list apart."""
    if part is PartKind.WORDS:
        return form["latin"]
    return form["name" if part is PartKind.ORGANISERS else "title"].form.sr


def _show_form(part: PartKind, form: PartForm, title: str, *, shown: str = "") -> ResponseReturnValue:
    status = 422 if form.errors else 200
    return render_template("organiser/edition/part_form.html", part=part, form=form, title=title, shown=shown), status


def _show_missed(part: PartKind, form: PartForm, row: Any) -> ResponseReturnValue:
    """Show the answers again, beside the row as it stands now; to save once more is to put them in its place, or to add them."""
    told = (
        {"row": row, "words": WORDS[part], "uses": uses_in(g.edition, part).get(row.id, 0)} if row is not None else {"words": WORDS[part]}
    )
    return render_template(
        "organiser/edition/part_missed.html",
        part=part,
        form=form,
        title=str(WORDS[part].edit),
        problem=refusal(PartGone() if row is None else PartChanged()),
        shown="" if row is None else edition_parts.mark_of(part, row),
        **told,
    ), 409


def _show_question(part: PartKind, row: Any, problem: PartInUse | PartChanged | None) -> str:
    return render_template(
        "organiser/edition/remove.html",
        part=part,
        row=row,
        words=WORDS[part],
        problem=refusal(problem) if problem else "",
        stays=isinstance(problem, PartInUse),
        shown=edition_parts.mark_of(part, row),
    )
