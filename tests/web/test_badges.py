"""Badges and the page that waits for them."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.queries import badges as queries
from biblionet_reg.queries import editions
from biblionet_reg.services import background, badges
from tests.factories import make_registration
from tests.pages import Browser, Page

BADGES = "/en/2020/organiser/badges"
LIST = "/en/2020/organiser/registrations"
Staff = Callable[..., Browser]


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


def only_job() -> Job:
    return db.session.scalars(select(Job)).one()


def test_badges_without_registrations_say_so(staff: Staff) -> None:
    assert "There are no confirmed registrations yet" in staff("desk").get(BADGES).text


def test_badges_of_everybody_are_made_and_downloaded(app: Flask, staff: Staff) -> None:
    with app.app_context():
        make_registration(edition_here())
        make_registration(edition_here(), given_name="Ана")
    desk = staff("desk")

    waiting = desk.get(BADGES).form().fill(sheet="single", language="sr-Latn").submit()
    with app.app_context():
        parameters = only_job().parameters
        background.run_due()
    done = desk.get(waiting.path)
    file = desk.client.get(done.soup.select_one("a[href$='/file']")["href"])

    assert parameters == {"sheet": "single", "lang": "sr-Latn", "code": None}
    assert (waiting.h1, "The file is being made." in waiting.text, "is ready" in done.text) == ("Badges as PDF", True, True)
    assert (file.mimetype, file.data[:5], file.headers["Content-Disposition"]) == (
        "application/pdf",
        b"%PDF-",
        f"attachment; filename=badges-2020-single-sr-Latn.pdf; filename*=UTF-8''{quote('BiblioNet 2020, badges (Latinica, single).pdf')}",
    )
    assert "Ready" in desk.get(BADGES).text


def test_badge_of_one_person_by_a_code_typed_in_cyrillic(app: Flask, staff: Staff) -> None:
    with app.app_context():
        code = make_registration(edition_here()).code

    staff("desk").get(BADGES).form().fill(code=f" р {code[2:].lower()}").submit()

    with app.app_context():
        assert only_job().parameters["code"] == code


@pytest.mark.parametrize("typed", ["R-234567", "nonsense"])
def test_badge_of_nobody_is_refused(app: Flask, staff: Staff, typed: str) -> None:
    with app.app_context():
        make_registration(edition_here())

    page = staff("desk").get(BADGES).form().fill(code=typed).submit(status=422)

    assert (page.errors(), page.form().values["code"]) == (["There is no confirmed registration with this code"], [typed])


@pytest.fixture
def people(app: Flask) -> dict[str, str]:
    """Return the codes of Ана, Бојан and Вера, who came later than the others and cancelled."""
    with app.app_context():
        edition = edition_here()
        made = {name: make_registration(edition, given_name=name, family_name=f"{name}ић") for name in ("Ана", "Бојан")}
        made["Вера"] = make_registration(edition, given_name="Вера", state=RegistrationState.CANCELLED)
        return {name: registration.code for name, registration in made.items()}


def choose(page: Page, *codes: str, everything: bool = False) -> Page:
    return page.form("form[action$='/badges']").fill(registration=list(codes), all="1" if everything else None).submit()


def test_badges_of_those_ticked_in_the_list_are_shown_and_made(app: Flask, staff: Staff, people: dict[str, str]) -> None:
    shown = choose(staff("desk").get(LIST), people["Ана"], people["Вера"])
    waiting = shown.form().fill(sheet="single").submit()

    assert ("A badge for 1 person who was chosen." in shown.text, "1 of those chosen is not confirmed" in shown.text) == (True, True)
    assert ("Ana Anaić" in shown.text, "Bojan" in shown.text) == (True, False)
    assert waiting.h1 == "Badges as PDF"
    with app.app_context():
        job = only_job()
        assert sorted(job.parameters["codes"]) == sorted([people["Ана"], people["Вера"]])
        background.run_due()
        assert job.file.name == "badges-2020-single-en.pdf"


def test_badges_of_all_the_list_are_those_it_is_narrowed_to(app: Flask, staff: Staff, people: dict[str, str]) -> None:
    choose(staff("desk").get(LIST, query={"state": "cancelled"}), everything=True)
    choose(staff("desk").get(LIST, query={"state": "confirmed"}), everything=True).form().submit()

    with app.app_context():
        assert sorted(only_job().parameters["codes"]) == sorted([people["Ана"], people["Бојан"]])


def test_badges_of_nobody_who_is_confirmed_say_so(app: Flask, staff: Staff, people: dict[str, str]) -> None:
    page = choose(staff("desk").get(LIST), people["Вера"])

    assert "None of the chosen registrations is confirmed" in page.text
    assert page.follow("Back to the registrations").h1 == "Registrations"


def test_a_failed_form_keeps_those_chosen(app: Flask, staff: Staff, people: dict[str, str]) -> None:
    shown = choose(staff("desk").get(LIST), people["Ана"])

    failed = shown.form().fill(sheet="made-up").submit(status=422)
    failed.form().fill(sheet="single").submit()

    assert failed.errors() == ["Choose the badge sheet from the list"]
    with app.app_context():
        assert only_job().parameters["codes"] == [people["Ана"]]


def test_nobody_ticked_is_everybody(app: Flask, staff: Staff, people: dict[str, str]) -> None:
    assert "2 registrations are confirmed." in choose(staff("desk").get(LIST)).text


def test_a_job_that_was_asked_for_before_lists_had_ticks_is_still_done(app: Flask, people: dict[str, str]) -> None:
    with app.app_context():
        parameters = {"sheet": "single", "lang": "sr", "code": people["Ана"]}
        job = background.ask_for(JobKind.BADGES_PDF, edition=edition_here(), parameters=parameters, by="test")

        background.run_due()

        assert (job.state, job.file.name) == (JobState.DONE, f"badges-2020-{people['Ана']}-sr.pdf")


def test_cancelled_registrations_get_no_badge(app: Flask) -> None:
    with app.app_context():
        edition = edition_here()
        last, first = make_registration(edition, family_name="Шарић"), make_registration(edition, family_name="Аврамовић")
        make_registration(edition, state=RegistrationState.CANCELLED)

        assert ([row.code for row in queries.confirmed(edition, lang=Lang.SR)], queries.confirmed_count(edition)) == (
            [first.code, last.code],
            2,
        )


def test_failed_job_is_asked_for_again(app: Flask, staff: Staff) -> None:
    with app.app_context():
        make_registration(edition_here())
        job = badges.ask_for(edition_here(), sheet="single", lang=Lang.SR, by="desk@example.org")
        job.state = JobState.FAILED
        db.session.commit()
        code = job.code
    page = staff("desk").get(f"/en/2020/organiser/jobs/{code}")

    again = page.form("main form").submit()

    assert ("The file could not be made" in page.text, "The file is being made." in again.text, again.path != page.path) == (
        True,
        True,
        True,
    )


def test_job_that_nobody_begins_says_that_no_worker_runs(app: Flask, staff: Staff) -> None:
    with app.app_context():
        make_registration(edition_here())
        job = badges.ask_for(edition_here(), sheet="single", lang=Lang.SR, by="desk@example.org")
        code = job.code
    desk = staff("desk")
    fresh = desk.get(f"/en/2020/organiser/jobs/{code}").text
    with app.app_context():
        only_job().created_at -= timedelta(minutes=1)
        db.session.commit()

    assert ("no worker is running" in fresh, "no worker is running" in desk.get(f"/en/2020/organiser/jobs/{code}").text) == (False, True)


def test_job_is_closed_to_those_who_may_not(app: Flask, staff: Staff, browser: Browser) -> None:
    with app.app_context():
        make_registration(edition_here())
        code = badges.ask_for(edition_here(), sheet="single", lang=Lang.SR, by="desk@example.org").code
        programme_job = background.ask_for(JobKind.PROGRAMME_PDF, edition=edition_here(), parameters={}, by="test").code

    staff("observer").get(f"/en/2020/organiser/jobs/{code}", status=403)
    staff("desk").get(f"/en/2020/organiser/jobs/{programme_job}", status=403)
    staff("desk").get("/en/2020/organiser/jobs/00000000-0000-0000-0000-000000000000", status=404)
    assert browser.get(f"/en/2020/organiser/jobs/{code}").path.startswith("/en/account/sign-in")
