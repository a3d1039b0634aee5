"""Tables read back by a spreadsheet library hold what was written, and nothing that counts."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from biblionet_reg.domain.language import Lang
from biblionet_reg.exports.tables import Cell, Table, TableFormat, table_file

MOMENT = datetime(2020, 10, 1, 9, 30, tzinfo=UTC)
ROWS: list[tuple[Cell, ...]] = [
    ("Ђорђевић Љубица", "Врање", 3, date(2020, 10, 1), MOMENT),
    ("O’Brien; Seán", 'дом „Трг“, "горе"\nи доле', 0, None, None),
]


def _table(rows: list[tuple[Cell, ...]], lang: Lang = Lang.SR) -> Table:
    return Table("Пријаве: Врање/2020", ("Име", "Место", "Дана", "Од", "Примљено"), rows, lang)


def _csv(rows: list[tuple[Cell, ...]], lang: Lang = Lang.SR) -> list[list[str]]:
    text = table_file(_table(rows, lang), TableFormat.CSV).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter="," if lang is Lang.EN else ";"))


def _sheet(rows: list[tuple[Cell, ...]]) -> Any:
    return load_workbook(BytesIO(table_file(_table(rows), TableFormat.XLSX))).active


@pytest.mark.parametrize("lang", Lang)
def test_csv_holds_every_cell_parted_by_the_sign_of_the_country(lang: Lang) -> None:
    assert _csv(ROWS, lang) == [
        ["Име", "Место", "Дана", "Од", "Примљено"],
        ["Ђорђевић Љубица", "Врање", "3", "2020-10-01", "2020-10-01 09:30"],
        ["O’Brien; Seán", 'дом „Трг“, "горе"\nи доле', "0", "", ""],
    ]


def test_csv_begins_with_the_mark_by_which_excel_reads_cyrillic() -> None:
    assert table_file(_table([]), TableFormat.CSV).startswith("\ufeffИме;".encode())


def test_workbook_holds_every_cell_as_what_it_is() -> None:
    sheet = _sheet(ROWS)

    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows()] == [
        ("Име", "Место", "Дана", "Од", "Примљено"),
        ("Ђорђевић Љубица", "Врање", 3, datetime(2020, 10, 1), datetime(2020, 10, 1, 9, 30)),  # noqa: DTZ001 - Excel knows no zones
        ("O’Brien; Seán", 'дом „Трг“, "горе"\nи доле', 0, None, None),
    ]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Пријаве  Врање 2020", "A2", "A1:E3")


@pytest.mark.parametrize("typed", ["=1+1", "+381 17 421", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(http://example.org)"])
def test_what_was_typed_is_never_counted(typed: str) -> None:
    rows: list[tuple[Cell, ...]] = [(typed, "", None, None, None)]

    cell = _sheet(rows)["A2"]

    assert _csv(rows)[1][0] == f"'{typed}"
    assert (cell.value, cell.data_type, cell.hyperlink) == (typed, "s", None)


def test_numbers_that_are_numbers_stay_so() -> None:
    assert _csv([("а", "б", -5, None, None)])[1][2] == "-5"
    assert _sheet([("а", "б", -5, None, None)])["C2"].value == -5


def test_addresses_stay_text_and_no_rows_are_no_fault() -> None:
    sheet = _sheet([("https://example.org", "mailto:a@example.org", None, None, None)])

    assert [sheet["A2"].hyperlink, sheet["B2"].hyperlink] == [None, None]
    assert _sheet([]).max_row == 1
