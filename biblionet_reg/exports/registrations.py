"""The organisers' list of registrations as a table, each cell as its reader reads it."""

from collections.abc import Callable, Iterable, Sequence
from zoneinfo import ZoneInfo

from biblionet_reg.domain.list_columns import ListNoun, RegistrationColumn
from biblionet_reg.exports.tables import Cell, Table
from biblionet_reg.formats import format_short_day
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries.registration_rows import RegistrationRow
from biblionet_reg.shown import institutions, names, texts
from biblionet_reg.wording import label

_C = RegistrationColumn


def registration_table(rows: Iterable[RegistrationRow], columns: Sequence[RegistrationColumn], time_zone: str) -> Table:
    """Return the list with these columns; moments stand as the clocks in `time_zone` show them."""
    zone = ZoneInfo(time_zone)
    lines = (tuple(_CELLS[column](row, zone) for column in columns) for row in rows)
    return Table(label(ListNoun.REGISTRATIONS), tuple(label(column) for column in columns), lines, current_lang())


_CELLS: dict[RegistrationColumn, Callable[[RegistrationRow, ZoneInfo], Cell]] = {
    _C.NAME: lambda row, _zone: names.person_name(row, family_first=True),
    _C.BADGE_NAME: lambda row, _zone: names.badge_name(row),
    _C.EMAIL: lambda row, _zone: row.email,
    _C.PROFESSIONAL_TITLE: lambda row, _zone: institutions.in_script(row.professional_title),
    _C.INSTITUTION: lambda row, _zone: institutions.where(row.institution_name, row.institution_place),
    _C.INSTITUTION_KIND: lambda row, _zone: label(row.institution_kind),
    _C.PLACE: lambda row, _zone: institutions.place(row.institution_place, row.institution_name),
    _C.ROLE: lambda row, _zone: label(row.role),
    _C.LANGUAGE: lambda row, _zone: label(row.language),
    _C.DAYS: lambda row, _zone: "; ".join(map(format_short_day, row.days)),
    _C.MEALS: lambda row, _zone: "; ".join(map(texts.say, row.meals)),
    _C.DIETARY_NEEDS: lambda row, _zone: texts.typed_text(row.dietary_needs),
    _C.ACCESS_NEEDS: lambda row, _zone: texts.typed_text(row.access_needs),
    _C.STATE: lambda row, _zone: label(row.state),
    _C.REGISTERED_AT: lambda row, zone: row.registered_at.astimezone(zone),
    _C.CANCELLED_AT: lambda row, zone: row.cancelled_at and row.cancelled_at.astimezone(zone),
    _C.CODE: lambda row, _zone: row.code,
}
