"""Whole lists, exactly as they are narrowed and with the columns they show: as CSV, for Excel, on paper."""

from typing import Any

from flask import Response, g, render_template, request

from biblionet_reg import clock
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.exports.letters import letter_table
from biblionet_reg.exports.registrations import registration_table
from biblionet_reg.exports.submissions import submission_table
from biblionet_reg.exports.tables import MEDIA_TYPES, Table, TableFormat
from biblionet_reg.queries import registrations
from biblionet_reg.queries.letters import letter_list
from biblionet_reg.queries.paging import WHOLE, Page
from biblionet_reg.queries.submission_lists import submission_list
from biblionet_reg.services.list_exports import Narrowed, export_list, note_printing
from biblionet_reg.web.access import account, requires
from biblionet_reg.web.downloads import name_file
from biblionet_reg.web.forms.filters import ListForm
from biblionet_reg.web.forms.letter_filter import LetterFilterForm
from biblionet_reg.web.forms.registration_filter import RegistrationFilterForm
from biblionet_reg.web.forms.submission_filter import SubmissionFilterForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.wording import label

#: So many rows go on paper; who needs more takes the file.
PRINTED = 2000
_ENDING = '<any("csv","xlsx"):ending>'


@bp.get(f"/registrations.{_ENDING}")
@requires(Permission.REGISTRATION_READ)
def registrations_file(ending: str) -> Response:
    """All registrations the list has, as a file."""
    form, page = _registrations(WHOLE)
    return _handed_out(registration_table(page.rows, form.shown, g.edition.time_zone), ending, _narrowed(ListNoun.REGISTRATIONS, form))


@bp.get("/registrations/print")
@requires(Permission.REGISTRATION_READ)
def registrations_print() -> str:
    """All registrations the list has, to be printed."""
    return _printed(ListNoun.REGISTRATIONS, *_registrations(PRINTED))


@bp.get(f"/submissions.{_ENDING}")
@requires(Permission.SUBMISSION_READ)
def submissions_file(ending: str) -> Response:
    """All submissions the list has, as a file."""
    form, page = _submissions(WHOLE)
    return _handed_out(submission_table(page.rows, form.shown, g.edition.time_zone), ending, _narrowed(ListNoun.SUBMISSIONS, form))


@bp.get("/submissions/print")
@requires(Permission.SUBMISSION_READ)
def submissions_print() -> str:
    """All submissions the list has, to be printed."""
    return _printed(ListNoun.SUBMISSIONS, *_submissions(PRINTED))


@bp.get(f"/letters.{_ENDING}")
@requires(Permission.LETTER_READ)
def letters_file(ending: str) -> Response:
    """All letters the list has, as a file."""
    form, page = _letters(WHOLE)
    return _handed_out(letter_table(page.rows, form.shown, g.edition.time_zone), ending, _narrowed(ListNoun.LETTERS, form))


@bp.get("/letters/print")
@requires(Permission.LETTER_READ)
def letters_print() -> str:
    """All letters the list has, to be printed."""
    return _printed(ListNoun.LETTERS, *_letters(PRINTED))


def _registrations(size: int) -> tuple[RegistrationFilterForm, Page[Any]]:
    form = RegistrationFilterForm.for_edition(g.edition, request.args)
    return form, registrations.listed(g.edition, form.wanted(), size=size, columns=form.shown)


def _submissions(size: int) -> tuple[SubmissionFilterForm, Page[Any]]:
    form = SubmissionFilterForm.for_edition(g.edition, request.args)
    return form, submission_list(g.edition, form.wanted(size=size), reader=account()).page


def _letters(size: int) -> tuple[LetterFilterForm, Page[Any]]:
    form = LetterFilterForm.filled(request.args)
    return form, letter_list(g.edition, form.wanted(size=size), reader=account()).page


def _narrowed(noun: ListNoun, form: ListForm) -> Narrowed:
    return Narrowed(noun, form.chosen(), form.typed().keys(), [column.value for column in form.shown])


def _handed_out(table: Table, ending: str, narrowed: Narrowed) -> Response:
    """Answer with the file, named in the reader's language by the list, the edition and the day."""
    wanted = TableFormat(ending)
    answer = Response(export_list(table, wanted, narrowed, edition=g.edition, by=account().email))
    answer.headers["Content-Type"] = MEDIA_TYPES[wanted]
    answer.headers["Cache-Control"] = "no-store"
    today = clock.today(g.edition.time_zone)
    name_file(answer, "attachment", f"{label(narrowed.noun).lower()}-{g.edition.slug}-{today:%Y-%m-%d}.{wanted.value}")
    return answer


def _printed(noun: ListNoun, form: ListForm, page: Page[Any]) -> str:
    note_printing(_narrowed(noun, form), len(page.rows), edition=g.edition, by=account().email)
    return render_template(
        f"organiser/{noun.value}/print.html",
        noun=noun,
        filters_form=form,
        page=page,
        printed_at=clock.now(),
        demo_is_shown=any(row.is_demo for row in page.rows),
    )
