"""The search above the list of libraries: what it answers, and what the form shows for it."""

import pytest
from flask import Flask

from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.imports.institutions import KnownInstitution
from biblionet_reg.queries.institutions import SEARCH_LIMIT
from biblionet_reg.services import institutions
from tests.pages import Browser
from tests.statements import statements

VRANJE = "Врање: Јавна библиотека „Бора Станковић“"
NATIONAL = "Београд: Народна библиотека Србије"
HOSTILE = ["", " ", "\u202e", "%", "'", "<script>", "ж" * 10_000, "\0", "@"]


@pytest.fixture(autouse=True)
def unlisted(app: Flask) -> None:
    """Beside the known libraries, one that somebody typed."""
    with app.app_context():
        institutions.find_or_add("Библиотека која није на списку", "Врање", InstitutionKind.LIBRARY)


def _known(name: str, place: str) -> KnownInstitution:
    return KnownInstitution(name, place, InstitutionKind.LIBRARY, Sector.CULTURE, is_parent_library=False, website="", aliases=())


def _found(browser: Browser, typed: str, lang: str = "sr") -> list[str]:
    response = browser.client.get(f"/{lang}/2020/institutions", query_string={"q": typed})
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "private, max-age=60")
    return [one["words"] for one in response.json or []]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Врање", [VRANJE]),
        ("vranj", [VRANJE]),
        ("Stankvić", [VRANJE]),
        ("НБС", [NATIONAL]),
        ("nbs", [NATIONAL]),
        ("srbije narodna", [NATIONAL]),
        ("nowhere at all", []),
        ("није на списку", []),
    ],
)
def test_libraries_are_found_in_either_script_with_slips_and_by_other_names(browser: Browser, typed: str, expected: list[str]) -> None:
    assert _found(browser, typed) == expected


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_and_signs_find_nothing(browser: Browser, typed: str) -> None:
    assert _found(browser, typed) == []


def test_no_question_at_all_finds_nothing(browser: Browser) -> None:
    assert browser.client.get("/sr/2020/institutions").json == []


def test_a_very_long_question_is_cut_and_answered(browser: Browser) -> None:
    assert len(_found(browser, "а " * 5_000)) <= SEARCH_LIMIT


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sr", VRANJE),
        ("sr-Latn", "Vranje: Javna biblioteka „Bora Stanković“"),
        ("en", "Vranje: Javna biblioteka „Bora Stanković“"),
    ],
)
def test_libraries_are_shown_in_the_script_of_the_page(browser: Browser, lang: str, expected: str) -> None:
    assert _found(browser, "Врање", lang) == [expected]


@pytest.mark.parametrize("path", ["/en/2020/register", "/en/2020/submit/authors"])
def test_what_is_found_is_what_the_form_offers(browser: Browser, path: str) -> None:
    answer = browser.client.get("/en/2020/institutions?q=biblioteka").json or []
    options = browser.get(path).soup.select("select[id$=institution] option")

    assert len(answer) == SEARCH_LIMIT
    assert {(one["key"], one["words"]) for one in answer} <= {(str(one["value"]), one.text) for one in options}


def test_form_leads_the_search_to_its_list_and_sends_nothing_of_it(browser: Browser) -> None:
    page = browser.get("/en/2020/register")
    part = page.soup.select_one("[data-institution-search]")

    assert part["data-institution-search"] == "/en/2020/institutions"
    assert (part["data-list"], part["data-limit"]) == ("institution", str(SEARCH_LIMIT))
    assert not part.select_one("input").has_attr("name")


def test_no_edition_no_search(browser: Browser) -> None:
    assert browser.client.get("/en/1900/institutions?q=Vranje").status_code == 404


def test_more_libraries_take_no_more_statements(app: Flask, browser: Browser) -> None:
    _found(browser, "библиотека")
    with statements(app) as few:
        _found(browser, "библиотека")
    with app.app_context():
        institutions.load_known([_known(f"Библиотека {number}", f"Место {number}") for number in range(40)])
    with statements(app) as many:
        found = _found(browser, "библиотека")

    assert (len(found), len(many)) == (SEARCH_LIMIT, len(few))
