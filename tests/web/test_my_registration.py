"""What a personal link opens."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.registration_answers import Needs
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import CapabilityLink, Letter
from biblionet_reg.models.registration import Registration, RegistrationDay
from biblionet_reg.queries import editions
from tests.pages import Browser
from tests.registrations import NEEDS_CONSENT, registered


@pytest.fixture
def mine(app: Flask) -> str:
    """The address of a registration with needs."""
    _code, token = registered(app, needs=Needs("без ораха", "рампа"), consents=(NEEDS_CONSENT,))
    return f"/en/2020/my/registration/{token}"


def _only(app: Flask) -> Registration:
    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        _ = [made.days, made.consents]
        return made


def _letters(app: Flask) -> list[LetterKind]:
    with app.app_context():
        return list(db.session.scalars(select(Letter.kind).order_by(Letter.id)))


def _edition(app: Flask, **changes: Any) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert isinstance(edition, Edition)
        for name, value in changes.items():
            setattr(edition, name, value(clock.now()) if callable(value) else value)
        db.session.commit()


def test_everything_registered_is_shown_and_a_visit_changes_nothing(app: Flask, browser: Browser, mine: str) -> None:
    def everything() -> list[Any]:
        with app.app_context():
            tables = (Registration, Letter, AuditEntry, CapabilityLink)
            return [db.session.execute(select(*table.__table__.columns)).all() for table in tables]

    before = everything()
    page = browser.get(mine)
    for path in ("/change", "/cancel"):
        browser.get(mine + path)

    for fact in ("Ljubica Đorđević", "ljubica@example.org", "Thursday, 1 October 2020", "Lunch, 1 October 2020", "bez oraha", "rampa"):
        assert fact in page.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.soup.select("meta[name=robots][content=noindex]")
    assert everything() == before


@pytest.mark.parametrize("token", ["x", "a" * 500, "%00", "Ђ"])
@pytest.mark.parametrize("path", ["", "/change", "/cancel"])
def test_an_unknown_link_says_how_to_get_a_new_one(browser: Browser, token: str, path: str) -> None:
    page = browser.get(f"/sr/2020/my/registration/{token}{path}", status=404)

    assert [link["href"] for link in page.soup.select("main a")] == ["/sr/2020/my/link"]


def test_a_revoked_link_opens_nothing(app: Flask, browser: Browser, mine: str) -> None:
    with app.app_context():
        for link in db.session.scalars(select(CapabilityLink)):
            link.revoked_at = clock.now()
        db.session.commit()

    assert browser.get(mine, status=404).h1 == "This link does not work"


def test_the_form_is_filled_and_a_change_is_saved_and_told(app: Flask, browser: Browser, mine: str) -> None:
    form = browser.get(mine).follow("Change the registration").form()
    assert form.values["given_name"] == ["Љубица"]
    assert (form.values["days"], form.values["meals"]) == (["2020-10-01", "2020-10-02"], ["day-1-lunch"])
    assert form.values["consent_needs"] == ["y"]

    page = form.fill(family_name="Đorđević-Марић", days=["2020-10-02"], meals=[]).submit()

    made = _only(app)
    assert "Your changes are saved." in page.text
    assert (made.family_name, [day.day.day for day in made.days], made.dietary_needs) == ("Đorđević-Марић", [2], "без ораха")
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CHANGED]


def test_saving_the_same_again_sends_nothing(app: Flask, browser: Browser, mine: str) -> None:
    browser.get(f"{mine}/change").form().submit()

    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED]


def test_a_wrong_change_keeps_what_was_typed(app: Flask, browser: Browser, mine: str) -> None:
    page = browser.get(f"{mine}/change").form().fill(given_name="", family_name="Нова").submit(status=422)

    assert page.errors() == ["Enter the given name"]
    assert page.form().values["family_name"] == ["Нова"]
    assert _only(app).family_name == "Ђорђевић"


def test_a_change_into_another_person_registered_is_refused(app: Flask, browser: Browser, mine: str) -> None:
    registered(app, given_name="Петар")

    page = browser.get(f"{mine}/change").form().fill(given_name="Петар").submit(status=422)

    assert page.errors() == ["Another registration has this name and e-mail address. Change or cancel that one instead."]


def test_cancelling_asks_once_more_and_happens_once(app: Flask, browser: Browser, mine: str) -> None:
    form = browser.get(mine).follow("Cancel the registration").form()

    first, again = form.submit(), form.submit()

    assert "This registration was cancelled on 17 August 2020" in first.text
    assert first.text == again.text
    assert "Change the registration" not in first.text
    assert browser.get(f"{mine}/cancel").path == mine
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CANCELLED]


def test_a_cancelled_registration_is_not_changed_any_more(app: Flask, browser: Browser, mine: str) -> None:
    form = browser.get(f"{mine}/change").form()
    browser.get(f"{mine}/cancel").form().submit()

    page = form.fill(badge_name="Љуба").submit(status=422)

    assert "Register again to come after all." in page.text
    assert "Your changes are not saved." in page.text
    assert page.soup.select_one("#badge_name")["value"] == "Љуба"
    assert browser.get(f"{mine}/change").h1 == "This cannot be done now"


@pytest.mark.parametrize("email", ["ljubica@example.org", "no address"])
def test_what_was_typed_until_registration_closed_is_not_lost(app: Flask, browser: Browser, mine: str, email: str) -> None:
    form = browser.get(f"{mine}/change").form()
    _edition(app, registration_closes_at=lambda now: now - timedelta(days=1))

    page = form.fill(badge_name="Љуба", email=email).submit(status=422)

    assert "The deadline has passed, so this cannot be sent any more." in page.errors()
    assert [page.soup.select_one(f"#{name}")["value"] for name in ("badge_name", "email")] == ["Љуба", email]
    assert _only(app).badge_name == "Љубица Ђорђевић"


def test_after_registration_closed_only_cancelling_remains(app: Flask, browser: Browser, mine: str) -> None:
    _edition(app, registration_closes_at=lambda now: now - timedelta(days=1))

    page = browser.get(mine)

    assert "The registration can no longer be changed here." in page.text
    assert "Registration closed on 16 August 2020" in browser.get(f"{mine}/change").text
    assert "was cancelled on" in page.follow("Cancel the registration").form().submit().text


def test_once_its_last_day_is_over_no_badge_waits(app: Flask, browser: Browser, mine: str) -> None:
    before = browser.get(mine)
    with app.app_context():
        for row in db.session.scalars(select(RegistrationDay)):
            row.day -= timedelta(days=60)
        db.session.commit()

    after = browser.get(mine)

    told = ["Your badge waits for you", "Add the days of the meeting to your calendar"]
    assert ([words in before.text for words in told], [words in after.text for words in told]) == ([True, True], [False, False])


def test_in_a_closed_edition_nothing_is_changed_but_everything_is_seen(app: Flask, browser: Browser, mine: str) -> None:
    form = browser.get(f"{mine}/cancel").form()
    _edition(app, closed_at=lambda now: now, closed_by="test")

    assert browser.get(mine).soup.select("main a.button") == []
    assert form.submit(status=409).h1 == "This cannot be done now"
    assert _only(app).cancelled_at is None


def test_a_consent_is_withdrawn_with_one_press_even_when_registration_is_closed(app: Flask, browser: Browser, mine: str) -> None:
    _edition(app, registration_closes_at=lambda now: now - timedelta(days=1))

    page = browser.get(mine).form("main form.consent").submit()

    assert "Your consent is withdrawn." in page.text
    assert "без ораха" not in page.text
    assert _only(app).consents[0].withdrawn_at is not None


def test_an_unknown_consent_is_not_found(app: Flask, browser: Browser, mine: str) -> None:
    form = browser.get(mine).form("main form.consent")
    form.values["purpose"] = ["everything"]

    form.submit(status=404)

    assert [consent.withdrawn_at for consent in _only(app).consents] == [None]


def test_a_link_of_another_edition_opens_nothing_here(app: Flask, browser: Browser, mine: str) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        columns = {column.name: getattr(edition, column.name) for column in Edition.__table__.columns}
        db.session.add(Edition(**{**columns, "id": None, "slug": "2021", "is_current": False}))
        db.session.commit()

    page = browser.get(mine.replace("2020", "2021"), status=404)

    assert page.soup.select("a[href$='/2021/my/link']")
    assert _only(app).code not in page.text


def test_a_lost_link_is_sent_again_and_strangers_learn_nothing(app: Flask, browser: Browser, mine: str) -> None:
    known, unknown = (
        browser.get("/en/2020/my/link").form().fill(email=email).submit() for email in ("Ljubica@Example.org", "nobody@example.org")
    )

    assert known.path == unknown.path == "/en/2020/my/link/sent"
    assert known.text == unknown.text
    assert _letters(app) == [LetterKind.REGISTRATION_RECEIVED] * 2


@pytest.mark.parametrize("email", ["", "nobody", "a" * 300 + "@example.org"])
def test_a_wrong_address_for_the_link_is_told(browser: Browser, email: str) -> None:
    page = browser.get("/en/2020/my/link").form().fill(email=email).submit(status=422)

    assert len(page.errors()) == 1
    assert page.form().values["email"] == [email]
