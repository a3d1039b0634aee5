"""Taking a whole list out of the house, as a file or on paper; the ledger keeps who took which."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.exports.tables import Table, TableFormat, table_file
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import audit
from biblionet_reg.services.transaction import transaction


@dataclass(frozen=True, slots=True)
class Filtered:
    """Which list it was: what was chosen out of lists, its columns, and where something was typed (not what: it may name people)."""

    noun: ListNoun
    chosen: Mapping[str, str]
    searched: Collection[str]
    columns: Sequence[str]


def export_list(table: Table, kind: TableFormat, filtered: Filtered, *, edition: Edition, by: str) -> bytes:
    """Return the list as a file."""
    rows = list(table.rows)
    content = table_file(replace(table, rows=rows), kind)
    _record("exported", filtered, len(rows), edition=edition, by=by, how=kind.value)
    return content


def note_printing(filtered: Filtered, rows: int, *, edition: Edition, by: str) -> None:
    """Record that a page with all these rows was made to be printed."""
    _record("printed", filtered, rows, edition=edition, by=by, how="paper")


def _record(deed: str, filtered: Filtered, rows: int, *, edition: Edition, by: str, how: str) -> None:
    details = {
        "as": how,
        "rows": rows,
        "chosen": dict(filtered.chosen),
        "searched": sorted(filtered.searched),
        "columns": list(filtered.columns),
    }
    with transaction():
        audit.record(f"list.{deed}", by=by, edition=edition, subject_kind="list", subject_code=filtered.noun.value, details=details)
