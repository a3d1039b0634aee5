"""The organisers' registrations: who sees what, finding, correcting, cancelling on behalf."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.registration_answers import Needs
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions
from tests.pages import Browser
from tests.registrations import NEEDS_CONSENT, registered
from tests.statements import statements

LIST = "/en/2020/organiser/registrations"


@pytest.fixture
def code(app: Flask) -> str:
    """A registration with needs."""
    return registered(app, needs=Needs("без ораха"), consents=(NEEDS_CONSENT,))[0]


def _names(browser: Browser, query: dict[str, str]) -> list[str]:
    return [link.text for link in browser.get(LIST, query=query).soup.select("tbody th a")]


def _letters(app: Flask) -> list[LetterKind]:
    with app.app_context():
        return list(db.session.scalars(select(Letter.kind).order_by(Letter.id)))


@pytest.mark.parametrize("role", ["reviewer", "observer"])
def test_who_may_not_read_registrations_is_turned_away(staff: Callable[..., Browser], code: str, role: str) -> None:
    browser = staff(role)

    browser.get(LIST, status=403)
    browser.get(f"{LIST}/{code}", status=403)


def test_the_desk_reads_but_does_not_change(staff: Callable[..., Browser], code: str) -> None:
    browser = staff("desk")

    page = browser.get(f"{LIST}/{code}")

    assert "Correct the registration" not in page.text
    browser.get(f"{LIST}/{code}/correct", status=403)
    browser.get(f"{LIST}/{code}/cancel", status=403)


@pytest.mark.parametrize(("role", "is_seen"), [("host", True), ("administrator", False), ("chair", False), ("desk", False)])
def test_needs_are_seen_by_the_host_alone(staff: Callable[..., Browser], code: str, role: str, is_seen: bool) -> None:
    page = staff(role).get(f"{LIST}/{code}")

    assert ("bez oraha" in page.text, "ljubica@example.org" in page.text) == (is_seen, True)


def test_the_list_is_searched_and_filtered_by_its_address(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    registered(
        app,
        given_name="Seán",
        family_name="O’Brien",
        email="sean@example.org",
        institution_name="Trinity College",
        institution_place="Dublin",
    )
    browser = staff("host")

    assert _names(browser, {}) == ["Đorđević Ljubica", "O’Brien Seán"]
    assert _names(browser, {"q": "djordjevic"}) == ["Đorđević Ljubica"]
    assert _names(browser, {"q": code.lower()}) == ["Đorđević Ljubica"]
    assert _names(browser, {"institution": "trinity"}) == ["O’Brien Seán"]
    assert _names(browser, {"state": "cancelled"}) == []
    assert _names(browser, {"role": "nonsense", "day": "x", "page": "-3"}) == ["Đorđević Ljubica", "O’Brien Seán"]
    assert _names(browser, {"q": "\x00%' OR 1=1"}) == []
    assert _names(browser, {"page": "9" * 30, "q": "х" * 9000}) == []


def test_a_filter_is_a_pill_that_takes_it_away(staff: Callable[..., Browser], code: str) -> None:
    page = staff("host").get(LIST, query={"q": "ljubica", "state": "confirmed", "page": "1"})

    pills = {" ".join(pill.text.split()): pill["href"] for pill in page.soup.select(".pill")}
    assert pills == {"Remove filter: ljubica": f"{LIST}?state=confirmed", "Remove filter: Confirmed": f"{LIST}?q=ljubica"}
    assert page.form("main form.filters").values["q"] == ["ljubica"]


def test_an_empty_list_says_what_to_do(staff: Callable[..., Browser]) -> None:
    browser = staff("host")

    assert "Nobody has registered yet" in browser.get(LIST).text
    assert "No registration matches your search" in browser.get(LIST, query={"q": "x"}).text


def test_three_rows_cost_as_many_statements_as_one(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    browser = staff("host")
    counts = []
    for name in ("Ана", "Петар", "Вук"):
        with statements(app) as ran:
            browser.get(LIST)
        counts.append(len(ran))
        registered(app, given_name=name)

    assert len(set(counts)) == 1
    assert counts[0] <= 8


def test_a_correction_is_saved_told_and_in_the_history(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    browser = staff("host")
    form = browser.get(f"{LIST}/{code}").follow("Correct the registration").form()
    assert not form.names() & {"dietary_needs", "access_needs", "consent_needs", "consent_photos"}

    page = form.fill(family_name="Марић", role="organiser").submit()

    assert page.h1 == "Ljubica Marić"
    assert " ".join(page.soup.select("tbody tr")[0].text.split()).endswith("Changed host@example.org")
    assert "The participant" in page.text
    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        assert (made.role.value, made.dietary_needs, len(made.consents)) == ("organiser", "без ораха", 1)
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CHANGED]


def test_a_wrong_correction_keeps_what_was_typed(staff: Callable[..., Browser], code: str) -> None:
    page = staff("host").get(f"{LIST}/{code}/correct").form().fill(email="x", family_name="Марић").submit(status=422)

    assert page.errors() == ["Enter the whole e-mail address, such as name@example.org"]
    assert page.form().values["family_name"] == ["Марић"]


def test_cancelling_on_behalf_asks_tells_and_happens_once(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    browser = staff("host")
    form = browser.get(f"{LIST}/{code}").follow("Cancel the registration").form("main form[action$=cancel]")

    page = form.submit()
    form.submit()

    assert "Cancelled" in page.text
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CANCELLED]
    assert browser.get(f"{LIST}/{code}/correct").path == f"{LIST}/{code}"


def test_an_unknown_code_is_not_found(staff: Callable[..., Browser]) -> None:
    staff("host").get(f"{LIST}/R-222229", status=404)


def test_a_correction_into_another_person_registered_is_refused(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    registered(app, given_name="Петар")

    page = staff("host").get(f"{LIST}/{code}/correct").form().fill(given_name="Петар").submit(status=422)

    assert page.errors() == ["Another registration has this name and e-mail address. Change or cancel that one instead."]


def test_in_a_closed_edition_nothing_is_corrected_or_cancelled(app: Flask, staff: Callable[..., Browser], code: str) -> None:
    browser = staff("host")
    form = browser.get(f"{LIST}/{code}/cancel").form("main form[action$=cancel]")
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition.closed_at, edition.closed_by = clock.now(), "test"
        db.session.commit()

    for page in (form.submit(), browser.get(f"{LIST}/{code}/correct")):
        assert page.path == f"{LIST}/{code}"
        assert "This edition is closed: nothing in it can be changed." in page.text
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED]
