"""Many letters at once: chosen in the list, shown before anything is done, done together, undone together."""

from uuid import UUID

from flask import abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select

from biblionet_reg import clock
from biblionet_reg.domain.letter import TOGETHER, LetterStep
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import ngettext
from biblionet_reg.queries.letters import letters_listed, letters_named
from biblionet_reg.queries.letters_together import preview
from biblionet_reg.queries.paging import PAGE_SIZE
from biblionet_reg.services.letters_together import StepTaken, take_step_together, undo_together
from biblionet_reg.web.access import account, requires
from biblionet_reg.web.forms.letter_filter import LetterFilterForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.shown_at import shown_at

#: What was just done, for the list to tell of and to offer to undo.
DONE = "letters_together"
_STEPS = ",".join(f'"{step.value}"' for step in TOGETHER)


@bp.get(f"/letters/together/<any({_STEPS}):step>")
@requires(Permission.LETTER_READ, Permission.LETTER_SEND)
def preview_letters(step: str) -> str:
    """Show what the step would do with the letters chosen."""
    form, wanted = LetterFilterForm.filled(request.args), LetterStep(step)
    return render_template(
        "organiser/letters/together.html",
        step=wanted,
        preview=preview(_chosen(form), wanted, now=clock.now()),
        until=clock.now().isoformat(),
        here=request.full_path,
        back=url_for("organiser.letters", **form.asked()),
    )


@bp.post(f"/letters/together/<any({_STEPS}):step>")
@requires(Permission.LETTER_READ, Permission.LETTER_SEND)
def step_letters(step: str) -> ResponseReturnValue:
    """Do it; the list tells how many there were."""
    form = LetterFilterForm.filled(request.args)
    done = take_step_together(_chosen(form), LetterStep(step), until=shown_at(), edition=g.edition, by=account().email)
    if done.letters:
        session[DONE] = {"undo": url_for("organiser.undo_letters", key=done.key), "words": _words(done)}
    else:
        flash(_("Nothing was changed: the letters changed in the meantime."), "info")
    return redirect(url_for("organiser.letters", **form.asked()))


@bp.post("/letters/together/<uuid:key>/undo")
@requires(Permission.LETTER_READ, Permission.LETTER_SEND)
def undo_letters(key: UUID) -> ResponseReturnValue:
    """Take back what was just done, as far as the letters have not gone."""
    done = undo_together(key, edition=g.edition, account=account()) or abort(404)
    if done.letters:
        flash(_words(done), "success")
    else:
        flash(_("Nothing was changed: the letters changed in the meantime."), "info")
    return redirect(url_for("organiser.letters"))


def _chosen(form: LetterFilterForm) -> Select[int]:
    """All that the list has, or the letters that were ticked."""
    if "all" in request.args:
        return letters_listed(g.edition, form.wanted(), reader=account())
    codes = filter(_is_code, request.args.getlist("letter")[:PAGE_SIZE])
    return letters_named(g.edition, list(codes), reader=account())


def _is_code(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _words(done: StepTaken) -> str:
    if done.step is LetterStep.SEND:
        return ngettext("%(num)s letter goes out in a minute.", "%(num)s letters go out in a minute.", done.letters)
    return ngettext("%(num)s letter is held back.", "%(num)s letters are held back.", done.letters)
