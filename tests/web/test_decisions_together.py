"""One decision on several submissions: chosen in the list, decided together, undone together, released as ever."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries.accounts import by_email
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services import editions as edition_services
from tests.pages import Browser, Page
from tests.reviewing import account_in, submission_in

LIST = "/en/2020/organiser/submissions"
CHOICE = "form[action$='/submissions/decide']"
TITLES = ("A", "B", "C")


def the_edition() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


def titled(title: str) -> Submission:
    return next(one for one in db.session.scalars(select(Submission)) if one.title.en == f"Paper {title}")


@pytest.fixture
def papers(app: Flask) -> None:
    with app.app_context():
        for title in TITLES:
            submission_in(the_edition(), title=LocalText(sr=f"Рад {title}", en=f"Paper {title}"))


@pytest.fixture
def chair(staff: Callable[..., Browser], papers: None) -> Browser:
    return staff("chair")


def decided(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        told = select(Submission.title, Decision.outcome, Decision.message).join(Decision.submission).order_by(Submission.id)
        return [(title.en[-1], outcome.value, message) for title, outcome, message in db.session.execute(told)]


def choose(page: Page, *titles: str, everything: bool = False) -> Page:
    """Tick the papers with these titles, or say all of the list, and press the button beneath."""
    ticks = {row.find("th").find("a").text[-1]: row.find("input")["value"] for row in page.soup.select("tr:has(input[name=submission])")}
    codes = [ticks[title] for title in titles]
    return page.form(CHOICE).fill(submission=codes, all="1" if everything else None).submit()


def decide(page: Page, outcome: str = "accept", message: str = "") -> Page:
    return page.form().fill(outcome=outcome, message=message).submit()


def test_the_ticked_ones_are_shown_decided_and_told(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), "A", "C")
    before = decided(app)
    done = decide(shown, message="Добро дошли у Врање!")

    assert ("Paper A" in shown.text, "Paper B" in shown.text, "2 submissions can be decided on." in shown.text) == (True, False, True)
    assert before == []
    assert decided(app) == [("A", "accept", "Добро дошли у Врање!"), ("C", "accept", "Добро дошли у Врање!")]
    assert "2 decisions are waiting for release." in done.text
    assert "Decisions waiting for release" in done.follow("Read and release them").h1


def test_nothing_goes_before_the_release_and_every_author_has_a_letter_of_their_own(app: Flask, chair: Browser) -> None:
    decide(choose(chair.get(LIST), everything=True), "reject", "Хвала на труду.")

    with app.app_context():
        letters = db.session.execute(select(Letter.state, Letter.text_body).join(Decision, Decision.letter_id == Letter.id)).all()
        assert [(state.value, "Хвала на труду." in text) for state, text in letters] == [("draft", True)] * 3
        assert {titled(title).state.value for title in TITLES} == {"submitted"}


def test_the_list_as_it_is_narrowed_is_decided_on_and_comes_back(app: Flask, chair: Browser) -> None:
    with app.app_context():
        code = titled("B").code
    page = chair.get(LIST, query={"q": code})

    done = decide(choose(page, everything=True))

    assert "The 1 submission of this list" in page.text
    assert (decided(app), done.path) == ([("B", "accept", "")], f"{LIST}?q={code}")


def test_deciding_together_is_undone_and_undone_once(app: Flask, chair: Browser) -> None:
    form = decide(choose(chair.get(LIST), "A", "B")).form("form[action$='/undo']")

    back, again = form.submit(), form.submit()

    assert decided(app) == []
    assert ("2 decisions are taken back." in back.text, "released or taken back in the meantime" in again.text) == (True, True)
    assert "Undo" not in chair.get(LIST).text


def test_what_was_released_or_decided_anew_is_not_undone(app: Flask, chair: Browser) -> None:
    form = decide(choose(chair.get(LIST), "A", "B", "C")).form("form[action$='/undo']")
    with app.app_context():
        account = by_email("chair@example.org")
        assert account is not None
        decisions.release(titled("A"), chair=account)
        clock.run_on_from(clock.now())
        decisions.decide(titled("B"), Outcome.REJECT, chair=account)

    back = form.submit()

    assert "1 decision is taken back." in back.text
    assert [(title, outcome) for title, outcome, _message in decided(app)] == [("A", "accept"), ("B", "reject")]


def test_a_decision_that_waits_already_keeps_its_words(app: Flask, chair: Browser) -> None:
    with app.app_context():
        other = account_in(the_edition(), StaffRole.CHAIR, "other@example.org")
        decisions.decide(titled("A"), Outcome.CHANGES, message="Скратите увод.", chair=other)

    shown = choose(chair.get(LIST), "A", "B")
    decide(shown)

    assert "1 has a decision that waits already, and is left as it is:" in shown.text
    assert decided(app) == [("A", "changes", "Скратите увод."), ("B", "accept", "")]


def test_a_paper_changed_or_withdrawn_after_it_was_shown_is_left(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), "A", "B", "C")
    with app.app_context():
        titled("A").updated_at = clock.now().replace(year=clock.now().year + 1)
        db.session.commit()
        submissions.withdraw(titled("C"), by="author")

    done = decide(shown)

    assert decided(app) == [("B", "accept", "")]
    assert "1 decision is waiting for release. 2 submissions are left as they were." in done.text


def test_a_double_press_decides_once(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), "A")
    decide(shown)

    again = decide(shown)

    assert "Nothing was decided: the submissions changed in the meantime." in again.text
    assert decided(app) == [("A", "accept", "")]


def test_a_paper_of_the_chairs_own_is_told_and_left(app: Flask, staff: Callable[..., Browser], papers: None) -> None:
    author = staff("chair", email="ljubica@example.org")

    shown = choose(author.get(LIST), "A")

    assert shown.h1 == "Decide on several submissions"
    assert "Nothing can be decided on those chosen" in shown.text


def test_without_a_decision_everything_typed_stays(app: Flask, chair: Browser) -> None:
    failed = choose(chair.get(LIST), "A", "B").form().fill(message="Реч аутору").submit(status=422)

    assert failed.errors() == ["Choose a decision"]
    assert "Реч аутору" in failed.text
    assert decided(app) == []
    decide(failed, message="Реч аутору")
    assert [title for title, _outcome, _message in decided(app)] == ["A", "B"]


def test_nothing_ticked_and_too_many_are_said(app: Flask, chair: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("biblionet_reg.web.organiser.decisions_together.TOGETHER_LIMIT", 2)

    nothing, many = choose(chair.get(LIST)), choose(chair.get(LIST), everything=True)

    assert "No submission is chosen" in nothing.text
    assert "At most 2 submissions are decided on at once." in many.text


def test_only_who_decided_can_undo(app: Flask, chair: Browser, staff: Callable[..., Browser]) -> None:
    undo = decide(choose(chair.get(LIST), "A")).soup.select_one("form[action$='/undo']")
    other = staff("chair", email="other@example.org")
    token = other.get(f"{LIST}/decide").soup.select_one("input[name=csrf_token]")

    assert undo is not None
    assert token is not None
    other.post(str(undo["action"]), {"csrf_token": token["value"]}, status=404)
    assert decided(app) == [("A", "accept", "")]


def test_a_closed_edition_offers_no_ticks_and_refuses(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), "A")
    with app.app_context():
        edition_services.close(the_edition(), by="chair@example.org")

    assert shown.form().fill(outcome="accept").submit(status=409).h1 == "This cannot be done"
    assert "Decide on those chosen" not in chair.get(LIST).text
    assert decided(app) == []


def test_the_ledger_tells_each_decision_and_the_whole(app: Flask, chair: Browser) -> None:
    decide(choose(chair.get(LIST), "A", "B"))

    with app.app_context():
        told = select(AuditEntry.subject_kind, AuditEntry.action).where(AuditEntry.action.startswith("decision")).order_by(AuditEntry.id)
        entries = [tuple(row) for row in db.session.execute(told)]
    assert entries == [("submission", "decision.made")] * 2 + [("submissions", "decisions.made")]
