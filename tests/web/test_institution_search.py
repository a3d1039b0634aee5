"""The search above the list of libraries: what it answers, and what the form shows for it."""

from collections.abc import Callable

import pytest
from flask import Flask

from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.imports.institutions import KnownInstitution
from biblionet_reg.queries.institutions import SEARCH_LIMIT
from biblionet_reg.services import institutions
from tests.pages import Browser, Page
from tests.registrations import registered
from tests.statements import statements
from tests.walking import FORM

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


def test_each_is_found_with_its_town_and_kind(browser: Browser) -> None:
    (found,) = browser.client.get("/en/2020/institutions?q=Vranje").json or []

    assert (found["name"], found["where"]) == ("Javna biblioteka „Bora Stanković“", "Vranje · Library")


def test_form_leads_the_search_to_its_list(browser: Browser) -> None:
    part = browser.get("/en/2020/register").soup.select_one("[data-institution-search]")

    assert part["data-institution-search"] == "/en/2020/institutions"
    assert (part["data-list"], part["data-limit"]) == ("institution", str(SEARCH_LIMIT))


def _search(browser: Browser, row: str, typed: str) -> Page:
    """Type into the search of a form, as somebody does without JavaScript, and press its button."""
    if not row:
        form = browser.get("/en/2020/register").form(FORM).fill(given_name="Ana", institution_search=typed)
        return form.submit("do=find-institution_search")
    form = browser.get("/en/2020/submit/authors").form(FORM).submit("do=add-author").form(FORM)
    return form.fill({f"{row}given_name": "Ana", f"{row}institution_search": typed}).submit(f"do=find-{row}institution_search")


@pytest.mark.parametrize("row", ["", "authors-1-"])
def test_button_brings_back_what_was_found_to_choose_from(browser: Browser, row: str) -> None:
    page = _search(browser, row, "Врање")

    form = page.form(FORM)
    group = page.soup.select_one(f"fieldset[id='{row}institution']")
    assert (page.errors(), form.values[f"{row}given_name"]) == ([], ["Ana"])
    assert [page.soup.find(id=told) is not None for told in group["aria-describedby"].split()] == [True]
    assert "Found: 1. Choose one." in page.text
    assert (
        page.soup.select_one(f"label[for='{row}institution-hit-1']").get_text(" ", strip=True)
        == "Javna biblioteka „Bora Stanković“ Vranje · Library"
    )
    (chosen,) = form.choices(f"{row}institution")
    again = form.fill({f"{row}institution": chosen}).submit("do=send", status=422).form(FORM)
    assert again.values[f"{row}institution"] == [chosen]


def test_what_was_chosen_before_stays_among_what_is_found(browser: Browser) -> None:
    form = _search(browser, "", "Vranje").form(FORM)
    (chosen,) = form.choices("institution")

    again = form.fill(institution=chosen, institution_search="nbs").submit("do=find-institution_search").form(FORM)

    assert (again.values["institution"], len(again.choices("institution"))) == ([chosen], 2)


@pytest.mark.parametrize("row", ["", "authors-1-"])
def test_nothing_found_says_what_to_do_and_opens_the_way_to_type_it(browser: Browser, row: str) -> None:
    page = _search(browser, row, "nowhere at all")

    assert "Nothing found. Try only the town, or a part of the name. If it is not in the list, type its name below." in page.text
    assert page.soup.select_one(f"details:has(#{row}institution_name)").has_attr("open")
    assert page.soup.select_one(f"select[id='{row}institution']") is not None


def test_search_with_nothing_typed_brings_the_whole_list_back(browser: Browser) -> None:
    found = _search(browser, "", "Vranje")

    page = found.form(FORM).fill(institution_search=" ").submit("do=find-institution_search")

    assert len(page.form(FORM).choices("institution")) > SEARCH_LIMIT


def test_looking_for_an_institution_saves_nothing(app: Flask, browser: Browser, staff: Callable[..., Browser]) -> None:
    code, token = registered(app)
    corrected = staff("administrator").get(f"/en/2020/organiser/registrations/{code}/correct")
    changed = browser.get(f"/en/2020/my/registration/{token}/change")

    shown = [
        page.form().fill(given_name="Ana", institution_search="nbs").submit("do=find-institution_search") for page in (corrected, changed)
    ]

    assert [page.form().values["given_name"] for page in shown] == [["Ana"]] * 2
    assert "Ana" not in browser.get(f"/en/2020/my/registration/{token}").text


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
