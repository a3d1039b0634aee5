"""The outbox: what waits, what went, what went wrong, and what may be done about it."""

from uuid import UUID

from flask import abort, g, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.delivery import delivery_fault
from biblionet_reg.domain.letter import LetterState, LetterStep, steps_from
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries.history import history_of
from biblionet_reg.queries.letters import by_code, letter_list
from biblionet_reg.services.letters import awaits_decision, take_step
from biblionet_reg.web.access import account, may, requires
from biblionet_reg.web.forms.letter_filter import LetterFilterForm
from biblionet_reg.web.organiser.actors import who_among
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.letter_words import readable, readable_html
from biblionet_reg.web.organiser.letters_together import DONE
from biblionet_reg.web.organiser.list_forms import ways_of
from biblionet_reg.web.organiser.pressed import pressed

_STEPS = ",".join(f'"{step.value}"' for step in LetterStep)
# A letter brings styles of its own and the emblem of its edition, and nothing else: no script, no form.
_LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)


@bp.get("/letters", endpoint="letters")
@requires(Permission.LETTER_READ)
def listed() -> str:
    """The outbox, the newest first: searched, filtered, paged."""
    form = LetterFilterForm.filled(request.args)
    found = letter_list(g.edition, form.wanted(request.args.get("page", 1, type=int)), reader=account())
    return render_template(
        "organiser/letters/list.html",
        filters_form=form,
        views=ways_of(ListNoun.LETTERS, form),
        found=found,
        page=found.page,
        done=session.pop(DONE, None),
        demo_is_shown=any(row.is_demo for row in found.page.rows),
    )


@bp.get("/letters/<uuid:key>")
@requires(Permission.LETTER_READ)
def letter(key: UUID) -> str:
    """Exactly what will be sent or was sent."""
    one = letter_here(key)
    waits = awaits_decision(one)
    history = history_of(g.edition, "letter", one.code)
    return render_template(
        "organiser/letters/one.html",
        letter=one,
        text=readable(one),
        fault=delivery_fault(one.last_error) if one.state is LetterState.FAILED else None,
        awaits_decision=waits,
        steps=steps_from(one.state) if may(Permission.LETTER_SEND) and not waits else [],
        history=history,
        who=who_among(entry.actor for entry in history),
        demo_is_shown=one.is_demo,
    )


@bp.get("/letters/<uuid:key>/html")
@requires(Permission.LETTER_READ)
def letter_html(key: UUID) -> ResponseReturnValue:
    """The HTML body alone, as a mail program shows it."""
    answer = make_response(readable_html(letter_here(key)))
    answer.headers["Content-Security-Policy"] = _LETTER_POLICY
    return answer


@bp.post(f"/letters/<uuid:key>/<any({_STEPS}):step>")
@requires(Permission.LETTER_READ, Permission.LETTER_SEND)
def step_letter(key: UUID, step: str) -> ResponseReturnValue:
    """Send a draft, hold a letter back, try again, settle what is uncertain."""
    one = letter_here(key)
    pressed(lambda: take_step(one, LetterStep(step), by=account().email), _("Done. The state of the letter has changed."))
    return redirect(url_for("organiser.letter", key=key))


def letter_here(key: UUID) -> Letter:
    """Return the letter of this edition that the reader may see, or answer 404."""
    return by_code(g.edition, key, reader=account()) or abort(404)
