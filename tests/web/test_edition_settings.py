"""Organisers change an edition in the browser: its sections, its lists, its years."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions as found
from biblionet_reg.services import editions
from tests.edition_uses import use_everything
from tests.pages import Browser, Page

AREA = "/en/2020/organiser/edition"
Staff = Callable[..., Browser]


@pytest.fixture
def organiser(staff: Staff) -> Browser:
    return staff("administrator")


def edition_in(app: Flask, slug: str = "2020") -> Edition:
    edition = found.by_slug(slug)
    assert edition is not None
    return edition


def errors(page: Page) -> list[str]:
    return [" ".join(item.get_text(" ").split()) for item in page.soup.select(".error-summary__list li")]


PATHS = [
        "", "/texts", "/dates", "/places", "/participation", "/contact", "/look", "/copy", "/close",
        "/rooms", "/subtopics", "/sectors", "/meals", "/organisers", "/news", "/words", "/words/add", "/words/try",
        "/rooms/add", "/subtopics/literacy/edit", "/sectors/state/remove", "/meals/add", "/meals/day-1-lunch/edit",
        "/organisers/add", "/news/add",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_every_page_opens(organiser: Browser, lang: str) -> None:
    for path in PATHS:
        page = organiser.get(f"/{lang}/2020/organiser/edition{path}")
        assert page.h1
        for link in page.soup.select("tbody tr:first-child a[href]"):
            assert organiser.get(str(link["href"])).h1


@pytest.mark.parametrize("role", ["chair", "reviewer", "host", "desk", "observer"])
def test_other_staff_may_not(staff: Staff, role: str) -> None:
    browser = staff(role)

    for path in ("", "/texts", "/rooms", "/rooms/add", "/copy", "/close"):
        page = browser.get(AREA + path, status=403)
        assert (page.h1, page.soup.select("main form")) == ("This page is not for your account", [])


def test_the_public_is_asked_to_sign_in(browser: Browser) -> None:
    page = browser.get(AREA + "/texts", follow=False, status=302)

    assert "/account/sign-in" in page.response.location


def test_staff_of_another_edition_may_not(app: Flask, organiser: Browser) -> None:
    copy(organiser, slug="2021")

    stranger = Browser(app).sign_in("stranger@example.org", [StaffRole.ADMINISTRATOR], slug="2020")
    refused = stranger.get("/en/2021/organiser/edition", status=403)

    assert (refused.h1, refused.soup.select("main form")) == ("This page is not for your account", [])
    assert stranger.get("/en/2020/organiser/edition").soup.select("main a[href*='/2020/organiser/edition/']")


def test_texts_are_saved_in_their_languages(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/texts").form("main form")

    page = form.fill(
        {"theme-sr": "Нова <b>тема</b> & O'Нил 📚", "theme-en": "New theme", "theme-sr_latn": "Nova tema", "idea-en": "One\r\n\r\n- two"}
    ).submit()

    assert page.h1 == "Edition"
    assert "The changes are saved." in page.text
    with app.app_context():
        edition = edition_in(app)
        assert edition.theme.as_dict() == {"sr": "Нова <b>тема</b> & O'Нил 📚", "en": "New theme", "sr-Latn": "Nova tema"}
        assert edition.idea.en == "One\n\n- two"
        assert edition.number == 14
    shown = organiser.get("/sr/2020/organiser/edition")
    assert "Нова <b>тема</b> & O'Нил 📚" in shown.text
    assert not shown.soup.select("main dd b")


def test_texts_that_fail_keep_everything_typed(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/texts").form("main form")

    page = form.fill({"theme-sr": "", "series-en": "x" * 121, "number": "many", "idea-sr": "Нова\u202eидеја\x00"}).submit(status=422)

    assert errors(page) == [
        "The name of the series must be 120 characters or fewer",
        "The number of the edition must be a whole number from 1 to 999",
        "Enter the theme in Serbian",
    ]
    values = page.form("main form").values
    assert (values["series-en"], values["number"], values["idea-sr"]) == (["x" * 121], ["many"], ["Новаидеја"])
    assert page.soup.title is not None
    assert page.soup.title.text.startswith("Error:")
    with app.app_context():
        assert edition_in(app).theme.en.startswith("Cooperation")


def test_an_expired_form_loses_nothing(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/texts").form("main form")

    page = form.fill({"theme-en": "Typed for an hour", "csrf_token": "old"}).submit(status=422)

    assert page.form("main form").values["theme-en"] == ["Typed for an hour"]
    with app.app_context():
        assert edition_in(app).theme.en.startswith("Cooperation")


def test_saving_an_example_makes_it_a_fact(app: Flask, organiser: Browser) -> None:
    page = organiser.get(AREA + "/participation")
    assert "Some of this is an example" in page.text

    page.form("main form").fill({"participant_limit": "80"}).submit()

    with app.app_context():
        edition = edition_in(app)
        assert edition.participant_limit == 80
        assert not {"participant_limit", "abstract_limit", "authors_limit", "fee_note"} & set(edition.examples)
        assert {"venue_name", "rooms"} <= set(edition.examples)


def test_no_limit_is_an_empty_field(app: Flask, organiser: Browser) -> None:
    organiser.get(AREA + "/participation").form("main form").fill({"participant_limit": ""}).submit()

    with app.app_context():
        assert edition_in(app).participant_limit is None


def test_limit_below_those_registered_is_explained(app: Flask, organiser: Browser) -> None:
    with app.app_context():
        use_everything(db.session, edition_in(app))

    page = organiser.get(AREA + "/participation").form("main form").fill({"participant_limit": "0"}).submit(status=422)

    assert errors(page) == ["1 person is registered already. The number of places must not be lower."]


def test_dates_are_those_of_the_wall_clock_and_keep_their_seconds(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")
    assert (form.values["call_closes_at-day"], form.values["call_closes_at-time"]) == (["2020-08-31"], [""])

    form.fill({"registration_closes_at-day": "26. 9. 2020.", "registration_closes_at-time": "18.30"}).submit()

    with app.app_context():
        edition = edition_in(app)
        assert edition.call_closes_at is not None
        assert edition.call_closes_at.isoformat() == "2020-08-31T21:59:59+00:00"
        assert edition.registration_closes_at is not None
        assert edition.registration_closes_at.isoformat() == "2020-09-26T16:30:00+00:00"


def test_a_deadline_at_the_midnight_after_is_shown_as_its_day_and_kept(app: Flask, organiser: Browser) -> None:
    midnight = datetime.fromisoformat("2020-09-01T00:00:00+02:00")
    with app.app_context():
        edition_in(app).call_closes_at = midnight
        db.session.commit()

    form = organiser.get(AREA + "/dates").form("main form")
    shown = (form.values["call_closes_at-day"], form.values["call_closes_at-time"])
    form.fill({"registration_closes_at-day": "2020-09-24"}).submit()

    assert shown == (["2020-08-31"], [""])
    with app.app_context():
        assert edition_in(app).call_closes_at == midnight


def test_minutes_before_midnight_are_no_end_of_a_day(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")
    form.fill({"registration_closes_at-day": "2020-09-24", "registration_closes_at-time": "23:59"}).submit()

    page = organiser.get(AREA)
    told = {row.dt.text.strip(): row.dd.text.strip() for row in page.soup.select(".summary-list__row")}

    assert told["The call closes"] == "31\N{NO-BREAK SPACE}August 2020"
    assert told["Registration closes"] == "24\N{NO-BREAK SPACE}September 2020 at\N{NO-BREAK SPACE}23:59"


def test_a_day_alone_opens_as_it_begins_and_closes_as_it_ends(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")

    form.fill({"registration_opens_at-day": "2020-06-16", "registration_closes_at-day": "2020-09-24"}).submit()

    with app.app_context():
        edition = edition_in(app)
        opens, closes = edition.registration_opens_at, edition.registration_closes_at
        assert opens is not None
        assert closes is not None
        assert (opens.isoformat(), closes.isoformat()) == ("2020-06-15T22:00:00+00:00", "2020-09-24T21:59:59+00:00")


def test_a_deadline_may_be_left_out(app: Flask, organiser: Browser) -> None:
    organiser.get(AREA + "/dates").form("main form").fill(
        {"call_opens_at-day": "", "call_opens_at-time": "", "decisions_due_on": ""}
    ).submit()

    with app.app_context():
        edition = edition_in(app)
        assert (edition.call_opens_at, edition.decisions_due_on) == (None, None)


def test_dates_in_the_wrong_order_stand_beside_their_fields(organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")

    page = form.fill({"ends_on": "2020-09-30", "call_closes_at-day": "2020-06-14", "decisions_due_on": "2020-10-09"}).submit(status=422)

    assert errors(page) == [
        "The last day must not be before the first day",
        "The call must close after it opens",
        "Decisions must be due before the meeting is over",
    ]
    assert page.form("main form").values["call_closes_at-day"] == ["2020-06-14"]


def test_dates_that_are_none_are_told_once(organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")

    page = form.fill(
        {
            "starts_on": "",
            "ends_on": "2020-02-30",
            "call_opens_at-time": "25:00",
            "call_closes_at-day": "",
            "call_closes_at-time": "18:00",
        }
    ).submit(status=422)

    assert errors(page) == [
        "Enter the first day",
        "Enter the day as day, month and year, such as 1. 10. 2020.",
        "Enter the time as hours and minutes, such as 23:59",
        "Enter the day on which the call closes",
    ]
    assert page.form("main form").values["ends_on"] == ["2020-02-30"]


@pytest.mark.parametrize("day", ["0001-01-01", "0202-10-01", "9999-12-31"])
def test_dates_of_another_age_are_none(organiser: Browser, day: str) -> None:
    form = organiser.get(AREA + "/dates").form("main form")

    page = form.fill({"starts_on": day, "registration_opens_at-day": day}).submit(status=422)

    assert errors(page) == [
        "Enter the day as day, month and year, such as 1. 10. 2020.",
        "Enter the day as day, month and year, such as 31. 8. 2020.",
    ]


def test_a_meeting_of_many_days_is_refused(organiser: Browser) -> None:
    form = organiser.get(AREA + "/dates").form("main form")

    page = form.fill({"starts_on": "2020-09-02"}).submit(status=422)

    assert errors(page) == ["The meeting must not last longer than a month"]


def test_contact_is_checked(app: Flask, organiser: Browser) -> None:
    form = organiser.get(AREA + "/contact").form("main form")

    page = form.fill({"contact_email": "nobody", "contact_phone": "1" * 61}).submit(status=422)

    assert errors(page) == [
        "Enter an e-mail address such as name@example.rs",
        "The telephone must be 60 characters or fewer",
    ]


def test_website_is_a_whole_address(organiser: Browser) -> None:
    form = organiser.get(AREA + "/places").form("main form")

    page = form.fill({"host_website": "javascript:alert(1)"}).submit(status=422)

    assert errors(page) == ["Enter the website as a whole address, such as https://www.example.rs, of at most 300 characters"]


def test_a_room_is_added_changed_moved_and_removed(app: Flask, organiser: Browser) -> None:
    page = organiser.get(AREA + "/rooms").follow("Add a room").form("main form").fill({"name-sr": "Галерија", "seats": "40"}).submit()
    assert "The room is added." in page.text

    page = page.follow("Галерија").form("main form").fill({"seats": "45"}).submit()
    assert "The room is saved." in page.text

    page = page.form("form[action$='/galerija/move']").submit("to=up")
    assert [cell.text.strip() for cell in page.soup.select("tbody th")] == ["Great Room", "Reading Room", "Галерија", "Small Room"]

    page = organiser.get(AREA + "/rooms/galerija/remove").form("main form").submit()
    assert "The room is removed." in page.text
    with app.app_context():
        assert [room.code for room in edition_in(app).rooms] == ["great-room", "reading-room", "small-room"]


def test_a_room_in_use_is_not_removed(app: Flask, organiser: Browser) -> None:
    question = organiser.get(AREA + "/rooms/great-room/remove").form("main form")
    with app.app_context():
        use_everything(db.session, edition_in(app))

    page = question.submit(status=409)

    words = "The room is used by 1 session of the programme. Move it to another room first."
    assert words in page.text
    assert words in organiser.get(AREA + "/rooms/great-room/remove").text
    with app.app_context():
        assert len(edition_in(app).rooms) == 3


def test_a_room_that_fails_keeps_what_was_typed(organiser: Browser) -> None:
    page = organiser.get(AREA + "/rooms/add").form("main form").fill({"name-en": "Hall", "seats": "0"}).submit(status=422)

    assert errors(page) == ["Enter the name of the room in Serbian", "The number of seats must be a whole number from 1 to 100000"]
    assert page.form("main form").values["seats"] == ["0"]


def test_a_row_that_is_not_there_is_not_found(organiser: Browser) -> None:
    for path in ("/rooms/none/edit", "/rooms/none/remove", "/halls"):
        page = organiser.get(AREA + path, status=404)
        assert (page.h1, page.soup.select("main form[method=post]")) == ("There is no such page", [])


def test_a_meal_is_on_a_day_of_the_meeting(organiser: Browser) -> None:
    form = organiser.get(AREA + "/meals/add").form("main form")

    page = form.fill({"day": ["2020-10-09"], "title-sr": "Ручак"}).submit(status=422)

    assert errors(page) == ["Choose a day of the meeting"]


def test_the_same_news_twice_is_told(organiser: Browser) -> None:
    answers = {"published_on": "2020-06-15", "title-sr": "Позив за радове је отворен"}

    page = organiser.get(AREA + "/news/add").form("main form").fill(answers).submit(status=422)

    assert errors(page) == ["There is already news with this title on this day. Change the title or the day."]


def test_the_same_organiser_twice_is_told(organiser: Browser) -> None:
    answers = {"role": ["executive"], "name-sr": "Народна библиотека Србије"}

    page = organiser.get(AREA + "/organisers/add").form("main form").fill(answers).submit(status=422)

    assert errors(page) == ["This organiser is already in the list with the same role. Change the name or the role."]


@pytest.mark.parametrize("part", ["rooms", "subtopics", "sectors", "meals", "organisers", "news", "words"])
def test_titles_of_lists_are_nouns_and_their_buttons_imperatives(organiser: Browser, part: str) -> None:
    page = organiser.get(f"/sr/2020/organiser/edition/{part}/add")

    assert (page.h1.split()[0] in {"Нов", "Нова"}, page.soup.title.text.startswith(page.h1)) == (True, True)
    assert f"Додајте {page.h1.split()[1]}"[:-1] in organiser.get(f"/sr/2020/organiser/edition/{part}").text


def test_a_list_is_no_example_when_somebody_says_so(app: Flask, organiser: Browser) -> None:
    page = organiser.get(AREA + "/rooms").form("form[action$='/confirm']").submit()

    assert not page.soup.select("form[action$='/confirm']")
    with app.app_context():
        assert "rooms" not in edition_in(app).examples


def copy(organiser: Browser, status: int = 200, **answers: str) -> Page:
    form = organiser.get(AREA + "/copy").form("main form")
    whole = {"slug": "2021", "starts_on": "2021-10-01", "ends_on": "2021-10-02", "theme-sr": "Библиотека од куће", **answers}
    return form.fill(whole).submit(status=status)


def test_next_year_is_opened_and_its_organiser_works_there(app: Flask, organiser: Browser) -> None:
    page = copy(organiser)

    assert page.path == "/en/2021/organiser/edition"
    assert "The new edition is open to its organisers." in page.text
    page = organiser.get("/en/2021/organiser/edition").form("form[action$='/mark-current']").submit()
    assert "This edition is the current one now." in page.text
    with app.app_context():
        assert (edition_in(app, "2021").number, edition_in(app, "2021").is_current) == (15, True)


def test_next_year_needs_a_free_address_and_dates_in_order(organiser: Browser) -> None:
    taken = copy(organiser, status=422, slug="2020")
    wrong = copy(organiser, status=422, **{"slug": "account", "ends_on": "2021-09-01", "theme-sr": ""})
    long = copy(organiser, status=422, ends_on="2021-12-01")

    assert errors(taken) == ["Another edition has this address. Choose another."]
    assert errors(wrong) == [
        "The address must be small Latin letters, digits and single dashes, and no word the site uses itself",
        "The last day must not be before the first day",
        "Enter the theme in Serbian",
    ]
    assert errors(long) == ["The meeting must not last longer than a month"]


def test_an_edition_is_closed_and_reopened(app: Flask, organiser: Browser) -> None:
    started = organiser.get(AREA + "/texts").form("main form")
    page = organiser.get(AREA).follow("Close the edition").form("main form").submit()
    assert "The edition is closed." in page.text
    assert not page.soup.select("main a[href$='/texts']")

    refused = started.fill({"theme-en": "Late"}).submit(status=409)
    assert "Nothing in it can be changed, and what you sent was not saved." in refused.text
    organiser.get(AREA + "/rooms/add", status=409)
    organiser.get(AREA + "/rooms")

    page = organiser.get(AREA).follow("Open the edition again").form("main form").submit()
    assert "The edition is open again." in page.text
    with app.app_context():
        edition = edition_in(app)
        assert edition.closed_at is None
        editions.refuse_when_closed(edition)
        assert edition.theme.en.startswith("Cooperation")
