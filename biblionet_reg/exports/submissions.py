"""The organisers' list of submissions as a table, each cell as its reader reads it."""

from collections.abc import Callable, Iterable, Sequence
from zoneinfo import ZoneInfo

from biblionet_reg.domain.list_columns import ListNoun, SubmissionColumn
from biblionet_reg.exports.tables import Cell, Table
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries.submission_rows import SubmissionRow
from biblionet_reg.shown import institutions, names, texts
from biblionet_reg.wording import label

_C = SubmissionColumn


def submission_table(rows: Iterable[SubmissionRow], columns: Sequence[SubmissionColumn], time_zone: str) -> Table:
    """Return the list with these columns; nothing is told of the opinions on a paper of the reader's own."""
    zone = ZoneInfo(time_zone)
    lines = (tuple(_CELLS[column](row, zone) for column in columns) for row in rows)
    return Table(label(ListNoun.SUBMISSIONS), tuple(label(column) for column in columns), lines, current_lang())


def _institutions(row: SubmissionRow) -> str:
    told = (institutions.where(author.institution_name, author.institution_place) for author in row.authors)
    return "; ".join(dict.fromkeys(filter(None, told)))


_CELLS: dict[SubmissionColumn, Callable[[SubmissionRow, ZoneInfo], Cell]] = {
    _C.TITLE: lambda row, _zone: texts.say(row.title),
    _C.AUTHORS: lambda row, _zone: ", ".join(names.person_name(author.name) for author in row.authors),
    _C.CODE: lambda row, _zone: row.code,
    _C.INSTITUTIONS: lambda row, _zone: _institutions(row),
    _C.EMAIL: lambda row, _zone: next((author.email for author in row.authors if author.is_corresponding), ""),
    _C.KIND: lambda row, _zone: label(row.kind),
    _C.SUBTOPIC: lambda row, _zone: texts.say(row.subtopic),
    _C.SECTORS: lambda row, _zone: "; ".join(map(texts.say, row.sectors)),
    _C.KEYWORDS: lambda row, _zone: texts.say(row.keywords),
    _C.LANGUAGE: lambda row, _zone: label(row.language),
    _C.STATE: lambda row, _zone: label(row.state),
    _C.REVIEWS: lambda row, _zone: None if row.is_own else row.reviews,
    _C.SCORE: lambda row, _zone: None if row.score is None else round(row.score, 2),
    _C.REVIEWERS: lambda row, _zone: ", ".join(map(names.name_in_script, row.reviewers)),
    _C.SUBMITTED_AT: lambda row, zone: row.submitted_at.astimezone(zone),
    _C.UPDATED_AT: lambda row, zone: row.updated_at.astimezone(zone),
}
