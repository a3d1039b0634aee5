"""The organisers' first page."""

import pytest
from sqlalchemy import update

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries import editions
from biblionet_reg.services import decisions, programme, submissions
from tests.factories import make_block, make_slot, make_submission
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

    assert page.follow("1 decision waits for release").h1 == "Decisions that wait for release"
    assert page.follow("2 submissions have no review yet").h1 == "Reviews"
    assert "2 letters" in page.follow("2 letters could not be sent").text
    assert "drafts" not in page.text


def test_a_presentation_withdrawn_since_publication_waits_for_the_next(app, staff):
    with app.app_context():
        edition = editions.by_slug("2020")
        paper = make_submission(edition)
        make_slot(make_block(edition), paper, "10:00")
        programme.publish(edition, name="1.0", by="test")
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

    assert "Nothing waits for you now." in page.text
    assert [link["href"] for link in page.soup.select("main a")] == []


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_an_empty_edition_has_its_page_too(staff, lang):
    assert staff("host").get(f"/{lang}/2020/organiser/").status == 200


@pytest.mark.parametrize("papers", [1, 3])
def test_the_page_asks_the_database_equally_often_at_any_size(app, staff, papers):
    make(app, papers)
    chair = staff("chair")
    chair.get(HOME)

    with statements(app) as asked:
        chair.get(HOME)

    assert len(asked) <= 11
