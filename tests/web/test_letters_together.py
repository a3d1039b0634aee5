"""Several letters at once: chosen, shown, sent or held back together, and undone together."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import BEFORE_THEY_GO, LetterState, LetterStep
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries import editions, paging
from biblionet_reg.services import decisions, outbox
from biblionet_reg.services.letters_together import take_step_together
from tests.pages import Browser, Page
from tests.registrations import registered
from tests.reviewing import account_in, next_edition_of, submission_in

LIST = "/en/2020/organiser/letters"
CHOICE = "form[action$='/together/send']"
DO = "main form[method=post]"


def the_edition() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def drafts(app: Flask) -> None:
    """Three letters that are held back, to Љубица, Seán and Ана."""
    for given, email in (("Љубица", "ljubica@example.org"), ("Seán", "sean@example.org"), ("Ана", "ana@example.org")):
        registered(app, given_name=given, email=email)
    put_into(app, LetterState.DRAFT)


@pytest.fixture
def chair(staff: Callable[..., Browser], drafts: None) -> Browser:
    return staff("chair")


def put_into(app: Flask, state: LetterState) -> None:
    with app.app_context():
        db.session.execute(update(Letter).values(state=state, sent_at=clock.now() if state is LetterState.SENT else None))
        db.session.commit()


def states(app: Flask) -> dict[str, str]:
    with app.app_context():
        return {email.partition("@")[0]: state.value for email, state in db.session.execute(select(Letter.to_email, Letter.state))}


def choose(page: Page, *places: int, everything: bool = False) -> Page:
    """Tick letters by their place in the list (the newest first) and press the first button."""
    form = page.form(CHOICE)
    codes = form.choices("letter")
    return form.fill(letter=[codes[place] for place in places], all="1" if everything else None).submit()


def press(page: Page) -> Page:
    return page.form(DO).submit()


def entries(app: Flask) -> list[tuple[str, str]]:
    with app.app_context():
        told = select(AuditEntry.subject_kind, AuditEntry.action).where(AuditEntry.action.startswith("letter"))
        return [tuple(row) for row in db.session.execute(told.order_by(AuditEntry.id))]


def test_ticked_drafts_are_shown_sent_and_told(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), 0, 1)
    before = states(app)
    done = press(shown)

    assert "2 letters go to their recipients." in shown.text
    assert ("ana@example.org" in shown.text, "ljubica@example.org" in shown.text) == (True, False)
    assert before == {"ljubica": "draft", "sean": "draft", "ana": "draft"}
    assert states(app) == {"ljubica": "draft", "sean": "queued", "ana": "queued"}
    assert "2 letters go out in a minute." in done.text
    assert entries(app) == [("letter", "letter.send"), ("letter", "letter.send"), ("letters", "letters.send")]


def test_sent_together_they_go_when_there_was_time_to_think_again(app: Flask, chair: Browser) -> None:
    press(choose(chair.get(LIST), 0))

    with app.app_context():
        early = outbox.deliver_due()
        clock.run_on_from(clock.now() + BEFORE_THEY_GO)
        assert (early, outbox.deliver_due()) == (0, 1)


def test_sending_is_undone_and_undone_once(app: Flask, chair: Browser) -> None:
    form = press(choose(chair.get(LIST), 0, 1)).form("form[action$='/undo']")

    back, again = form.submit(), form.submit()

    assert states(app) == {"ljubica": "draft", "sean": "draft", "ana": "draft"}
    assert ("2 letters are held back." in back.text, "the letters changed in the meantime" in again.text) == (True, True)
    assert "Undo" not in chair.get(LIST).text


def test_what_has_gone_is_not_undone(app: Flask, chair: Browser) -> None:
    form = press(choose(chair.get(LIST), 0)).form("form[action$='/undo']")
    put_into(app, LetterState.SENT)

    assert "the letters changed in the meantime" in form.submit().text
    assert set(states(app).values()) == {"sent"}


def test_a_double_press_does_it_once(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), 0, 1)
    press(shown)

    again = press(shown)

    assert "Nothing was changed: the letters changed in the meantime." in again.text
    assert len(entries(app)) == 3


def test_all_that_match_are_those_of_every_page_and_of_no_other_list(app: Flask, chair: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 1)
    page = chair.get(LIST, query={"q": "example.org", "kind": "registration_received"})
    assert "All 3 letters of this list" in page.text

    narrow = choose(chair.get(LIST, query={"q": "ana"}), everything=True)
    wide = choose(page, everything=True)

    assert ("1 letter goes to its recipient." in narrow.text, "3 letters go to their recipients." in wide.text) == (True, True)
    assert press(narrow).path == f"{LIST}?q=ana"
    assert states(app) == {"ljubica": "draft", "sean": "draft", "ana": "queued"}


def test_what_was_written_after_the_preview_is_not_among_them(app: Flask, chair: Browser) -> None:
    shown = choose(chair.get(LIST), everything=True)
    with app.app_context():
        clock.run_on_from(clock.now() + BEFORE_THEY_GO)
    registered(app, given_name="Вера", email="vera@example.org")
    with app.app_context():
        db.session.execute(update(Letter).where(Letter.to_email == "vera@example.org").values(state=LetterState.DRAFT))
        db.session.commit()

    press(shown)

    assert states(app) == {"ljubica": "queued", "sean": "queued", "ana": "queued", "vera": "draft"}


def test_queued_letters_are_held_back_and_let_go_again(app: Flask, chair: Browser) -> None:
    put_into(app, LetterState.QUEUED)

    shown = chair.get(f"{LIST}/together/hold", query={"all": "1"})
    done = press(shown)
    held = states(app)
    done.form("form[action$='/undo']").submit()

    assert "3 letters that wait to be sent become drafts." in shown.text
    assert (set(held.values()), set(states(app).values())) == ({"draft"}, {"queued"})


def test_letters_of_pending_decisions_and_those_that_went_stay(app: Flask, chair: Browser) -> None:
    with app.app_context():
        db.session.execute(update(Letter).where(Letter.to_email == "ana@example.org").values(state=LetterState.SENT, sent_at=clock.now()))
        db.session.commit()
        edition = the_edition()
        paper = submission_in(edition)
        decisions.decide(paper, Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "o@example.org"))

    shown = choose(chair.get(LIST), everything=True)
    press(shown)

    assert "2 letters go to their recipients." in shown.text
    assert "1 letter announces a decision that is not released yet. It is sent with the decision." in shown.text
    assert "2 letters are not drafts and stay as they are." in shown.text
    with app.app_context():
        assert [letter.kind.value for letter in db.session.scalars(select(Letter).where(Letter.state == LetterState.DRAFT))] == [
            "submission_accepted"
        ]


def test_a_decision_on_ones_own_paper_is_neither_counted_nor_told(app: Flask, staff: Callable[..., Browser]) -> None:
    author = staff("chair", email="ljubica@example.org")
    with app.app_context():
        edition = the_edition()
        letter = decisions.decide(
            submission_in(edition), Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "o@example.org")
        ).letter
        assert letter is not None
        code = letter.code

    for query in ({"all": "1", "state": "draft"}, {"letter": code}):
        page = author.get(f"{LIST}/together/send", query=query)
        assert ("None of the chosen letters can be sent" in page.text, "decision" in page.text) == (True, False)


@pytest.mark.parametrize("query", [{}, {"letter": "\x00"}, {"letter": "nonsense"}, {"all": "1", "q": "nobody"}])
def test_nothing_chosen_is_told_and_offers_no_press(chair: Browser, query: dict[str, str]) -> None:
    page = chair.get(f"{LIST}/together/send", query=query)

    assert ("None of the chosen letters can be sent" in page.text, page.soup.select(DO)) == (True, [])


@pytest.mark.parametrize("until", ["", "yesterday", "2020-08-17T09:00:00"])
def test_a_press_that_does_not_tell_when_it_was_shown_does_nothing(app: Flask, chair: Browser, until: str) -> None:
    form = choose(chair.get(LIST), 0).form(DO).fill(until=until)

    form.submit(status=400)

    assert set(states(app).values()) == {"draft"}


def test_one_undoes_ones_own_deeds_alone(app: Flask, chair: Browser, staff: Callable[..., Browser]) -> None:
    form = press(choose(chair.get(LIST), 0)).form("form[action$='/undo']")
    other = staff("administrator")
    token = other.get(LIST).soup.select_one("input[name=csrf_token]")
    assert token is not None

    other.post(str(form._element["action"]), {"csrf_token": token["value"]}, status=404)

    assert states(app)["ana"] == "queued"


def test_letters_of_another_edition_are_never_among_them(app: Flask, drafts: None) -> None:
    with app.app_context():
        next_edition_of(the_edition())
        codes = [letter.code for letter in db.session.scalars(select(Letter))]
    elsewhere = Browser(app).sign_in("next@example.org", [StaffRole.CHAIR], slug="2021")

    page = elsewhere.get("/en/2021/organiser/letters/together/send", query={"letter": codes})

    assert "None of the chosen letters can be sent" in page.text


def test_a_fault_on_the_way_moves_none(app: Flask, drafts: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_named: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("biblionet_reg.services.audit.record", fail)

    with app.app_context(), pytest.raises(RuntimeError):
        take_step_together(select(Letter.id), LetterStep.SEND, until=clock.now(), edition=the_edition(), by="test")

    assert set(states(app).values()) == {"draft"}
