"""Lists as files and on paper: exactly what is narrowed, in the columns chosen, without what the reader may not see."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.registration_answers import Needs
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions, paging
from biblionet_reg.services.reviews import save_review
from biblionet_reg.web.organiser import list_files
from tests.factories import make_registration
from tests.pages import Browser, Page
from tests.registrations import NEEDS_CONSENT, registered
from tests.reviewing import account_in, opinion, submission_in
from tests.statements import statements

HERE = "/2020/organiser"


def the_edition() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def people(app: Flask) -> list[str]:
    """The codes of Љубица (with needs) and of Seán."""
    ljubica = registered(app, needs=Needs("без ораха", "рампа"), consents=(NEEDS_CONSENT,))[0]
    seán = registered(
        app, given_name="Seán", family_name="O’Brien", email="+s@example.org", institution_name="Trinity", institution_place=""
    )[0]
    return [ljubica, seán]


@pytest.fixture
def papers(app: Flask) -> None:
    """A reviewed paper of Љубица and Seán, and one of others."""
    with app.app_context():
        edition = the_edition()
        paper = submission_in(edition, title=LocalText(sr="Читање у парку", en="Reading in the park"))
        submission_in(edition, title=LocalText(sr="Плакат", en="A poster"))
        save_review(paper, opinion(), reviewer=account_in(edition, StaffRole.REVIEWER, "ana@example.org"))


def rows_in(browser: Browser, address: str, query: Any = None) -> list[list[str]]:
    page = browser.get(address, query=query)
    sign = "," if address.startswith("/en/") else ";"
    return list(csv.reader(StringIO(page.response.data.decode("utf-8-sig"), newline=""), delimiter=sign))


def table_of(page: Page) -> list[list[str]]:
    """Return the cells of the list by row, without the ticks before them."""
    lines = page.soup.select("main table tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in line.select("th, td:not(.table__tick, thead td)")] for line in lines]


def entries(app: Flask) -> list[tuple[str, str, dict[str, Any]]]:
    with app.app_context():
        told = select(AuditEntry).where(AuditEntry.subject_kind == "list").order_by(AuditEntry.id)
        return [(entry.action, entry.subject_code, entry.details) for entry in db.session.scalars(told)]


def test_the_file_holds_what_the_list_shows_as_its_reader_reads_it(staff: Callable[..., Browser], people: list[str]) -> None:
    host = staff("host")

    assert rows_in(host, f"/sr{HERE}/registrations.csv") == [
        ["Презиме и име", "Установа", "Улога", "Стање", "Код"],
        ["Ђорђевић Љубица", "Јавна библиотека „Бора Станковић“, Врање", "Учесник", "Потврђена", people[0]],
        ["O’Brien Seán", "Trinity", "Учесник", "Потврђена", people[1]],
    ]
    assert rows_in(host, f"/sr-Latn{HERE}/registrations.csv")[1][:2] == ["Đorđević Ljubica", "Javna biblioteka „Bora Stanković“, Vranje"]
    assert rows_in(host, f"/en{HERE}/registrations.csv")[2] == ["O’Brien Seán", "Trinity", "Participant", "Confirmed", people[1]]


def test_a_narrowed_list_makes_a_narrowed_file_in_the_columns_chosen(staff: Callable[..., Browser], people: list[str]) -> None:
    query = {"q": "ljubica", "state": "confirmed", "columns": ["name", "email", "days"], "page": "7"}

    assert rows_in(staff("desk"), f"/en{HERE}/registrations.csv", query) == [
        ["Family and given name", "E-mail address", "Days"],
        ["Đorđević Ljubica", "ljubica@example.org", "1 Oct 2020; 2 Oct 2020"],
    ]


def test_a_workbook_holds_moments_as_moments_where_the_edition_meets(staff: Callable[..., Browser], people: list[str]) -> None:
    answer = staff("host").client.get(f"/en{HERE}/registrations.xlsx?columns=email&columns=registered-at")

    sheet: Any = load_workbook(BytesIO(answer.data)).active

    assert [cell.value for cell in sheet["B"]] == ["E-mail address", "ljubica@example.org", "+s@example.org"]
    assert [str(cell.value)[:13] for cell in sheet["C"][1:]] == ["2020-08-17 09", "2020-08-17 09"]


@pytest.mark.parametrize(
    ("lang", "disposition"),
    [
        ("sr", f"attachment; filename=prijave-2020-2020-08-17.csv; filename*=UTF-8''{quote('пријаве')}-2020-2020-08-17.csv"),
        ("sr-Latn", "attachment; filename=prijave-2020-2020-08-17.csv"),
        ("en", "attachment; filename=registrations-2020-2020-08-17.csv"),
    ],
)
def test_the_file_is_named_in_the_language_of_its_reader_and_never_kept(
    staff: Callable[..., Browser], people: list[str], lang: str, disposition: str
) -> None:
    headers = staff("host").get(f"/{lang}{HERE}/registrations.csv").response.headers

    assert (headers["Content-Disposition"], headers["Cache-Control"], headers["Content-Type"]) == (
        disposition,
        "no-store",
        "text/csv; charset=utf-8",
    )


@pytest.mark.parametrize(("role", "are_seen"), [("host", True), ("chair", False), ("administrator", False), ("desk", False)])
def test_needs_leave_the_house_with_the_host_alone(staff: Callable[..., Browser], people: list[str], role: str, are_seen: bool) -> None:
    browser, query = staff(role), {"columns": ["meals", "dietary-needs", "access-needs"]}

    told = rows_in(browser, f"/sr{HERE}/registrations.csv", query)
    pages = [browser.get(f"/sr{HERE}/registrations", query=query), browser.get(f"/sr{HERE}/registrations/print", query=query)]

    assert told[1] == ["Ђорђевић Љубица", *(["Ручак", "без ораха", "рампа"] if are_seen else [])]
    assert ["без ораха" in page.text for page in pages] == [are_seen, are_seen]
    assert ("dietary-needs" in pages[0].form("main form.filters").choices("columns")) is are_seen


def test_submissions_tell_authors_sectors_scores_and_reviewers(staff: Callable[..., Browser], papers: None) -> None:
    columns = ["authors", "email", "institutions", "keywords", "reviews", "score", "reviewers"]

    told = rows_in(staff("chair"), f"/en{HERE}/submissions.csv", {"sort": "score", "columns": columns})

    assert told[0] == [
        "Title", "Authors", "Institutions", "E-mail address", "Keywords", "Reviews", "Average score", "Reviewers",
    ]  # fmt: skip
    assert (told[1][:2], told[1][3], told[1][5:]) == (
        ["Reading in the park", "Ljubica Đorđević, Seán O’Brien"],
        "ljubica@example.org",
        ["1", "4.0", "Reviewer"],
    )
    assert told[2][5:] == ["0", "", ""]


def test_a_file_tells_nothing_of_the_opinions_on_a_paper_of_ones_own(staff: Callable[..., Browser], papers: None) -> None:
    author = staff("chair", email="ljubica@example.org")

    told = rows_in(author, f"/en{HERE}/submissions.csv", {"columns": ["reviews", "score", "reviewers"]})

    assert {tuple(row[1:]) for row in told[1:]} == {("", "", "")}


def test_letters_are_a_file_too(staff: Callable[..., Browser], people: list[str]) -> None:
    told = rows_in(staff("chair"), f"/en{HERE}/letters.csv", {"q": "ljubica"})

    assert (told[0], told[1][1:5], len(told)) == (
        ["Subject", "Kind of letter", "To", "E-mail address", "State", "Written", "Sent"],
        ["Registration received", "Ljubica Đorđević", "ljubica@example.org", "Queued"],
        2,
    )


@pytest.mark.parametrize("noun", ["registrations", "submissions", "letters"])
def test_paper_shows_every_row_and_how_the_list_is_narrowed(
    app: Flask, staff: Callable[..., Browser], people: list[str], papers: None, noun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 1)
    browser = staff("chair")
    page = browser.get(f"/en{HERE}/{noun}", query={"q": "ljubica"})

    paper = page.follow("Print")

    assert len(table_of(page)) == 2
    assert len(table_of(paper)) == 1 + len(rows_in(browser, f"/en{HERE}/{noun}.csv", {"q": "ljubica"})[1:])
    assert "ljubica" in paper.text
    assert "17 August 2020" in paper.text
    assert paper.follow("Back to the list").path == f"/en{HERE}/{noun}?q=ljubica"


def test_paper_ends_somewhere_and_says_so(staff: Callable[..., Browser], people: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_files, "PRINTED", 1)

    page = staff("host").get(f"/en{HERE}/registrations/print")

    assert len(table_of(page)) == 2
    assert "These are the first 1 of 2." in page.text


def test_the_ledger_keeps_who_took_which_list_and_names_nobody_in_it(app: Flask, staff: Callable[..., Browser], people: list[str]) -> None:
    host = staff("host")
    host.client.get(f"/en{HERE}/registrations.xlsx?q=ljubica&role=participant&day=nonsense")
    host.get(f"/en{HERE}/registrations/print", query={"columns": ["email"]})

    assert entries(app) == [
        (
            "list.exported",
            "registrations",
            {
                "as": "xlsx",
                "rows": 1,
                "chosen": {"role": "participant"},
                "searched": ["q"],
                "columns": ["name", "institution", "role", "state", "code"],
            },
        ),
        ("list.printed", "registrations", {"as": "paper", "rows": 2, "chosen": {}, "searched": [], "columns": ["name", "email"]}),
    ]


@pytest.mark.parametrize("more", [0, 3])
@pytest.mark.parametrize("noun", ["registrations", "submissions", "letters"])
def test_a_file_asks_the_database_equally_often_at_any_length(
    app: Flask, staff: Callable[..., Browser], people: list[str], papers: None, noun: str, more: int
) -> None:
    with app.app_context():
        for _each in range(more):
            make_registration(the_edition())
            submission_in(the_edition())
    chair, query = staff("chair"), {"columns": ["days", "sectors", "reviewers"]}
    chair.get(f"/en{HERE}/{noun}.csv", query=query)

    with statements(app) as asked:
        chair.get(f"/en{HERE}/{noun}.csv", query=query)

    assert len(asked) <= 13, "\n".join(asked)


def test_columns_are_chosen_by_ticks_and_stay_while_the_list_is_narrowed(staff: Callable[..., Browser], people: list[str]) -> None:
    page = staff("desk").get(f"/en{HERE}/registrations")

    chosen = page.form("main form.filters").fill(columns=["name", "email"]).submit()
    narrowed = chosen.form("main form.filters").fill(q="brien").submit()
    wider = narrowed.follow("Remove filter: brien")

    assert table_of(narrowed) == [["Family and given name", "E-mail address"], ["O’Brien Seán", "+s@example.org"]]
    assert [row[1] for row in table_of(wider)[1:]] == ["ljubica@example.org", "+s@example.org"]


def test_the_first_column_stands_alone_when_every_tick_is_taken_away(staff: Callable[..., Browser], people: list[str]) -> None:
    page = staff("desk").get(f"/en{HERE}/registrations").form("main form.filters").fill(columns=["name"]).submit()

    assert table_of(page) == [["Family and given name"], ["Đorđević Ljubica"], ["O’Brien Seán"]]


@pytest.mark.parametrize("columns", [["nonsense"], ["\x00"], ["reviewers", "name"]])
def test_columns_there_are_not_are_passed_over(staff: Callable[..., Browser], people: list[str], columns: list[str]) -> None:
    assert table_of(staff("desk").get(f"/en{HERE}/registrations", query={"columns": columns}))[0] == ["Family and given name"]


def test_all_columns_are_shown_in_every_language(staff: Callable[..., Browser], people: list[str], papers: None) -> None:
    browser = staff("host", "chair")
    for lang in ("sr", "sr-Latn", "en"):
        for noun in ("registrations", "submissions"):
            offered = browser.get(f"/{lang}{HERE}/{noun}").form("main form.filters").choices("columns")
            shown = table_of(browser.get(f"/{lang}{HERE}/{noun}", query={"columns": offered}))
            written = rows_in(browser, f"/{lang}{HERE}/{noun}.csv", {"columns": offered})
            assert len(written[0]) == len(offered)
            assert len(shown[0]) == len(offered) - (2 if noun == "submissions" else 0)
