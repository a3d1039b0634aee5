"""Whole lists, exactly as they are filtered and with the columns they show: as CSV, for Excel, on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, g, render_template, request

from biblionet_reg import clock
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.exports.letters import letter_table
from biblionet_reg.exports.registrations import registration_table
from biblionet_reg.exports.submissions import submission_table
from biblionet_reg.exports.tables import MEDIA_TYPES, Table, TableFormat
from biblionet_reg.queries import registrations
from biblionet_reg.queries.letters import letter_list
from biblionet_reg.queries.paging import WHOLE, Page
from biblionet_reg.queries.submission_lists import submission_list
from biblionet_reg.services.list_exports import Filtered, export_list, note_printing
from biblionet_reg.web.access import account, requires
from biblionet_reg.web.downloads import name_file
from biblionet_reg.web.forms.filters import ListForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.list_forms import READERS, form_of
from biblionet_reg.wording import label

#: So many rows go on paper; who needs more takes the file.
PRINTED = 2000
_ENDING = '<any("csv","xlsx"):ending>'


@dataclass(frozen=True, slots=True)
class _List:
    """How a list is read, `size` rows of it, and how its rows become a table."""

    page: Callable[[Any, int], Page[Any]]
    table: Callable[..., Table]


_LISTS = {
    ListNoun.REGISTRATIONS: _List(
        lambda form, size: registrations.listed(g.edition, form.wanted(), size=size, columns=form.shown), registration_table
    ),
    ListNoun.SUBMISSIONS: _List(
        lambda form, size: submission_list(g.edition, form.wanted(size=size), reader=account()).page, submission_table
    ),
    ListNoun.LETTERS: _List(lambda form, size: letter_list(g.edition, form.wanted(size=size), reader=account()).page, letter_table),
}


def _open_doors(noun: ListNoun) -> None:
    """Give a list its two doors, for those who may read it: all of it as a file, and on paper."""

    @bp.get(f"/{noun.value}.{_ENDING}", endpoint=f"{noun.value}_file")
    @requires(READERS[noun])
    def handed_out(ending: str) -> Response:
        form = form_of(noun, request.args)
        rows = _LISTS[noun].page(form, WHOLE).rows
        return _handed_out(_LISTS[noun].table(rows, form.shown, g.edition.time_zone), ending, _filtered(noun, form))

    @bp.get(f"/{noun.value}/print", endpoint=f"{noun.value}_print")
    @requires(READERS[noun])
    def printed() -> str:
        form = form_of(noun, request.args)
        return _printed(noun, form, _LISTS[noun].page(form, PRINTED))


for _noun in _LISTS:
    _open_doors(_noun)


def _filtered(noun: ListNoun, form: ListForm) -> Filtered:
    return Filtered(noun, form.chosen(), form.typed().keys(), [column.value for column in form.shown])


def _handed_out(table: Table, ending: str, filtered: Filtered) -> Response:
    """Answer with the file, named in the reader's language by the list, the edition and the day."""
    wanted = TableFormat(ending)
    answer = Response(export_list(table, wanted, filtered, edition=g.edition, by=account().email))
    answer.headers["Content-Type"] = MEDIA_TYPES[wanted]
    answer.headers["Cache-Control"] = "no-store"
    today = clock.today(g.edition.time_zone)
    name_file(answer, "attachment", f"{label(filtered.noun).lower()}-{g.edition.slug}-{today:%Y-%m-%d}.{wanted.value}")
    return answer


def _printed(noun: ListNoun, form: ListForm, page: Page[Any]) -> str:
    note_printing(_filtered(noun, form), len(page.rows), edition=g.edition, by=account().email)
    return render_template(
        f"organiser/{noun.value}/print.html",
        noun=noun,
        filters_form=form,
        page=page,
        printed_at=clock.now(),
        demo_is_shown=any(row.is_demo for row in page.rows),
    )
