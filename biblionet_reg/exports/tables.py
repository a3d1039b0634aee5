"""A table of plain values as CSV or as an Excel workbook; what people typed never becomes a formula in either."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO, StringIO
from typing import Any

from biblionet_reg.domain.language import Lang

#: Moments are aware and are written as the clock on the wall shows them, in the zone they come in.
Cell = str | int | float | date | datetime | None

#: A text that begins with one of these would be counted by a spreadsheet (OWASP, “CSV injection”).
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
_BOM = b"\xef\xbb\xbf"
#: Characters of the widest column, and how many rows tell its width.
_WIDEST, _MEASURED = 60, 200
#: How days and moments look in Excel.
_LOOKS: dict[type, str] = {date: "d. m. yyyy", datetime: "d. m. yyyy h:mm"}
_SHEET_NAME_LIMIT = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys(r"[]:*?/\\'", " "))


class TableFormat(StrEnum):
    """How a table leaves the house; the value is the end of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    TableFormat.CSV: "text/csv; charset=utf-8",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Table:
    """What is written: `headings` in the language of the reader, each row with a cell for every heading."""

    title: str
    headings: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    lang: Lang


def table_file(table: Table, kind: TableFormat) -> bytes:
    """Return the whole file."""
    return b"".join(csv_lines(table)) if kind is TableFormat.CSV else workbook(table)


def csv_lines(table: Table) -> Iterator[bytes]:
    """Yield the file line by line, UTF-8 with its mark, so that Excel shows Cyrillic.

    Excel parts columns by the list sign of its country: a semicolon where the comma is the decimal sign (Serbian), a comma in English.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter="," if table.lang is Lang.EN else ";", lineterminator="\r\n")
    yield _BOM
    yield _line(writer, buffer, table.headings)
    for row in table.rows:
        yield _line(writer, buffer, tuple(_as_text(cell) for cell in row))


def _line(writer: Any, buffer: StringIO, row: tuple[str, ...]) -> bytes:
    writer.writerow(row)
    line = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return line


def _as_text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, str) and cell.startswith(_FORMULA_BEGINS):
        return f"'{cell}"
    return "" if cell is None else str(cell)


def workbook(table: Table) -> bytes:
    """Return an .xlsx workbook of one sheet: headings that stay in sight, filters over them, columns as wide as their words."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - a web worker loads it with the first workbook somebody asks for

    target = BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(target, options) as book:
            _write(book, table)
    return target.getvalue()


def _write(book: Any, table: Table) -> None:
    book.set_properties({"title": table.title})
    sheet = book.add_worksheet(table.title.translate(_NOT_IN_SHEET_NAMES).strip()[:_SHEET_NAME_LIMIT] or None)
    rows = list(table.rows)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.headings) - 1)
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, _width([heading, *(_as_text(row[column]) for row in rows[:_MEASURED])]))
    sheet.write_row(0, 0, table.headings, book.add_format({"bold": True}))
    looks = {kind: book.add_format({"num_format": look}) for kind, look in _LOOKS.items()}
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(number, column, *_as_cell(cell, looks))


def _width(texts: list[str]) -> int:
    """Return the width of a column in characters, for the longest of its first texts."""
    return min(_WIDEST, 2 + max(map(len, texts)))


def _as_cell(cell: Cell, looks: dict[type, Any]) -> tuple[Any, ...]:
    """Return a value Excel takes and how it looks; it knows no time zones."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None), looks[datetime]
    return (cell, looks[date]) if isinstance(cell, date) else (cell,)
