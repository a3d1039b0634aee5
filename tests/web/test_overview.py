"""The organisers' first page."""

import pytest
from sqlalchemy import update

from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries import editions
from biblionet_reg.services import background, decisions, submissions
from biblionet_reg.services.programme_versions import publish
from tests.conftest import make_app
from tests.factories import make_block, make_slot, make_submission
from tests.pages import Browser
from tests.registrations import registered
from tests.reviewing import account_in, submission_in
from tests.statements import statements

HOME = "/en/2020/organiser/"


def make(app, papers):
    with app.app_context():
        edition = editions.by_slug("2020")
        for _paper in range(papers):
            submission_in(edition)
        db.session.execute(update(Letter).values(state=LetterState.FAILED))
        db.session.commit()
        decisions.decide(submission_in(edition), Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "other@example.org"))


def test_what_waits_leads_to_where_it_is_done(app, staff):
    make(app, 2)
    chair = staff("chair")

    page = chair.get(HOME)

    assert page.follow("1 decision is waiting for release").h1 == "Decisions waiting for release"
    assert "2 submissions" in page.follow("2 submissions have no review yet").text
    assert "2 letters" in page.follow("2 letters could not be sent").text
    assert "drafts" not in page.text


def test_a_presentation_withdrawn_since_publication_waits_for_the_next(app, staff):
    with app.app_context():
        edition = editions.by_slug("2020")
        paper = make_submission(edition)
        make_slot(make_block(edition), paper, "10:00")
        publish(edition, name="1.0", by="test")
        submissions.withdraw(paper, by=paper.code)
    chair = staff("chair")
    waits = "1 presentation was withdrawn since the programme was published: publish it again without it"

    page = chair.get(HOME).follow(waits)
    page.form("main form").submit()

    assert page.h1 == "Publish the programme"
    assert "withdrawn since" not in chair.get(HOME).text
    assert "withdrawn since" not in staff("observer").get(HOME).text


def test_an_observer_sees_numbers_and_no_way_further(app, staff):
    make(app, 1)

    page = staff("observer").get(HOME)

    assert "Nothing is waiting for you." in page.text
    assert [link["href"] for link in page.soup.select("main a")] == []


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_an_empty_edition_has_its_page_too(staff, lang):
    page = staff("host").get(f"/{lang}/2020/organiser/")

    assert page.soup.select("main .task, main .chart svg, main details") == []
    assert len(page.soup.select("main .chart")) == 3


def test_the_next_date_says_in_how_many_days_it_is(staff):
    page = staff("host").get(HOME)

    stops = [" ".join(stop.get_text(" ").split()) for stop in page.soup.select(".strip__stop")]
    assert stops[2] == "31 August 2020 The last day to submit a paper in 14 days"
    assert [stop["class"][1].removeprefix("strip__stop--") for stop in page.soup.select(".strip__stop")] == [
        "past",
        "past",
        "next",
        "coming",
        "coming",
        "coming",
    ]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2020-08-30T23:59+02:00", "tomorrow"),
        ("2020-08-31T00:00+02:00", "today"),
        ("2020-09-29T12:00+02:00", "in 2 days"),
        ("2020-10-02T12:00+02:00", "now under way"),
    ],
)
def test_days_until_a_date_are_those_of_its_place(databases, tmp_path, moment, words):
    app = make_app(tmp_path, databases.copy(tmp_path), CLOCK=moment)

    page = Browser(app).sign_in("host@example.org", [StaffRole.HOST]).get(HOME)

    assert " ".join(page.soup.select_one(".strip__stop--next .strip__state").text.split()) == words


def test_what_failed_and_does_not_fit_is_told_first_to_who_may_mend_it(app, staff):
    with app.app_context():
        edition = editions.by_slug("2020")
        make_block(edition, "10:00", "12:00")
        make_block(edition, "11:00", "13:00")
        make_submission(edition)
        for lang in ("sr", "en"):
            _failed(background.ask_for(JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": 1, "lang": lang}, by="test"))
        again = background.ask_for(JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": 1, "lang": "en"}, by="test")
        assert again.state is JobState.QUEUED

    chair = staff("chair").get(HOME)
    host = staff("host").get(HOME)

    assert [" ".join(task.get_text(" ").split()) for task in chair.soup.select(".task")] == [
        "Attention: 1 file could not be made: Programme as PDF",
        "Attention: 1 problem in the programme",
        "1 accepted submission has no place in the programme",
    ]
    assert chair.follow("1 file could not be made").form("main form[action*=try-again]")
    assert "1 problem in the programme" in chair.follow("1 problem in the programme").text
    assert host.soup.select(".task") == []


def _failed(job):
    job.state = JobState.FAILED
    db.session.commit()


def test_registrations_are_drawn_and_told_in_a_table(app, staff):
    for given_name in ("Ана", "Вера"):
        registered(app, given_name=given_name, email=f"{given_name}@example.org")

    page = staff("observer").get(HOME)

    growth = page.soup.select_one("figure[aria-labelledby=growth-title]")
    drawing = growth.select_one("svg[role=img]")
    assert [growth.find(id=one).text for one in drawing["aria-labelledby"].split()] == [
        "Registrations over time",
        "The line goes from 15 Jun 2020 to 17 Aug 2020 and ends at 2 confirmed",
    ]
    assert drawing.select_one("polyline")["points"] == "0,100 98.41,100 100,0"
    assert drawing.select(".chart__limit") == []
    assert [[cell.text for cell in row.select("th, td")] for row in growth.select("tbody tr")] == [["17 Aug 2020", "2", "0", "2"]]
    towns = page.soup.select_one("figure[aria-labelledby=towns-title]")
    assert [[cell.text for cell in row.select("th, td")] for row in towns.select("tbody tr")] == [["Vranje", "2", "1", "0"]]
    assert " ".join(towns.select_one(".chart__said").text.split()) == "Participants come from 1 town, from 1 library."


def test_papers_are_drawn_by_state_and_lead_to_their_list(app, staff):
    make(app, 2)

    page = staff("chair").get(HOME)

    papers = page.soup.select_one("figure[aria-labelledby=papers-title]")
    assert [image.select_one("title").text for image in papers.select("svg[role=img]")] == ["Submitted: 3"]
    assert [rect["width"] for rect in papers.select("svg[role=img] rect")] == ["100.0%"]
    assert "3 submissions" in page.follow(papers.select_one(".chart__label a").text).text


@pytest.mark.parametrize("papers", [1, 3])
def test_the_page_asks_the_database_equally_often_at_any_size(app, staff, papers):
    make(app, papers)
    chair = staff("chair")
    chair.get(HOME)

    with statements(app) as asked:
        chair.get(HOME)

    assert len(asked) <= 11
