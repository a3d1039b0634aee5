"""The outbox as a table, each cell as its reader reads it."""

from collections.abc import Callable, Iterable, Sequence
from zoneinfo import ZoneInfo

from biblionet_reg.domain.list_columns import LetterColumn, ListNoun
from biblionet_reg.exports.tables import Cell, Table
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries.letters import LetterRow
from biblionet_reg.shown import names
from biblionet_reg.wording import label

_C = LetterColumn


def letter_table(rows: Iterable[LetterRow], columns: Sequence[LetterColumn], time_zone: str) -> Table:
    """Return the list with these columns; a subject stays in the language of its letter."""
    zone = ZoneInfo(time_zone)
    lines = (tuple(_CELLS[column](row, zone) for column in columns) for row in rows)
    return Table(label(ListNoun.LETTERS), tuple(label(column) for column in columns), lines, current_lang())


_CELLS: dict[LetterColumn, Callable[[LetterRow, ZoneInfo], Cell]] = {
    _C.SUBJECT: lambda row, _zone: row.subject,
    _C.KIND: lambda row, _zone: label(row.kind),
    _C.TO_NAME: lambda row, _zone: names.name_in_script(row.to_name),
    _C.TO_EMAIL: lambda row, _zone: row.to_email,
    _C.STATE: lambda row, _zone: label(row.state),
    _C.CREATED_AT: lambda row, zone: row.created_at.astimezone(zone),
    _C.SENT_AT: lambda row, zone: row.sent_at and row.sent_at.astimezone(zone),
}
