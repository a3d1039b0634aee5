"""Forms sent again with other words, from the same page or the same browser: one record, or a question."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.edition import WindowNotOpen
from biblionet_reg.domain.letter import LINK_PLACE, LetterKind, LinkScope
from biblionet_reg.domain.registration import AlreadyRegistered, RegistrationState
from biblionet_reg.domain.resending import SentAlready
from biblionet_reg.domain.submission import NotEditable, SubmissionState
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries import submissions as found_submissions
from biblionet_reg.services import registrations, submissions, uploads
from biblionet_reg.services.resending import just_registered
from tests import registrations as registering
from tests.statements import statements
from tests.submissions import PDF, answers

Db = scoped_session[Session]

MENDED = {"title": LocalText(sr="Читање у великом парку", en="Reading in the park")}
OTHER = {"title": LocalText(sr="Музеј"), "abstract": LocalText(sr="Музеј позајмљује слике."), "keywords": LocalText()}


def _count(session: Db, model: type[Submission | Registration]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def _kinds(session: Db) -> list[LetterKind]:
    return list(session.scalars(select(Letter.kind).order_by(Letter.id)))


def test_a_fresh_page_with_much_the_same_asks(session: Db, edition: Edition) -> None:
    sent = submissions.submit(answers(), edition=edition)

    with pytest.raises(SentAlready) as asked:
        submissions.submit(answers(**MENDED), edition=edition, sent_here=[sent.code])

    assert (asked.value.code, _count(session, Submission), _kinds(session)) == (sent.code, 1, [LetterKind.SUBMISSION_RECEIVED])


def test_a_fresh_page_with_another_paper_is_received(session: Db, edition: Edition) -> None:
    sent = submissions.submit(answers(), edition=edition)

    other = submissions.submit(answers(**OTHER), edition=edition, sent_here=[sent.code, "S-222222"])

    assert (other.code == sent.code, _count(session, Submission)) == (False, 2)


def test_nobody_is_asked_about_what_others_sent_or_what_was_sent_long_ago_or_withdrawn(session: Db, edition: Edition) -> None:
    old, withdrawn = submissions.submit(answers(), edition=edition), submissions.submit(answers(**MENDED), edition=edition)
    old.submitted_at = clock.now() - timedelta(hours=1)
    submissions.withdraw(withdrawn, by=withdrawn.code)

    third = submissions.submit(
        answers(title=LocalText(sr="Читање у малом парку", en="Reading")), edition=edition, sent_here=[old.code, withdrawn.code]
    )

    assert len({old.code, withdrawn.code, third.code}) == 3


def test_the_same_page_with_another_paper_asks_and_is_received_once(session: Db, edition: Edition) -> None:
    page = answers()
    sent = submissions.submit(page, edition=edition)
    other = replace(page, **OTHER)

    with pytest.raises(SentAlready):
        submissions.submit(other, edition=edition)
    codes = {submissions.submit_beside(sent.code, other, edition=edition).code for _press in range(3)}

    assert (len(codes), sent.code in codes, _count(session, Submission)) == (1, False, 2)
    assert sent.title == answers().title


def test_after_the_deadline_nobody_is_asked(session: Db, edition: Edition) -> None:
    sent = submissions.submit(answers(), edition=edition)
    edition.call_closes_at = clock.now()
    session.commit()

    with pytest.raises(WindowNotOpen):
        submissions.submit(answers(**MENDED), edition=edition, sent_here=[sent.code])


def test_a_page_whose_submission_is_reviewed_changes_nothing(session: Db, edition: Edition) -> None:
    page = answers()
    sent = submissions.submit(page, edition=edition)
    submissions.move(sent, SubmissionState.UNDER_REVIEW, by="test")

    with pytest.raises(NotEditable):
        submissions.submit(replace(page, **MENDED), edition=edition)

    assert (_count(session, Submission), sent.title) == (1, answers().title)


def test_a_page_whose_submission_was_withdrawn_makes_a_new_one(session: Db, edition: Edition) -> None:
    page = answers(upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key)
    first = submissions.submit(page, edition=edition)
    submissions.withdraw(first, by=first.code)
    again = replace(page, upload_key="")

    second, third = submissions.submit(again, edition=edition), submissions.submit(again, edition=edition)

    assert (second.code == first.code, third.code == second.code, second.state) == (False, True, SubmissionState.SUBMITTED)


@pytest.mark.parametrize("on_the_same_page", [True, False])
def test_other_answers_of_the_same_person_change_the_registration(session: Db, edition: Edition, on_the_same_page: bool) -> None:
    page = registering.answers()
    made = registrations.register(page, edition=edition)
    fresh = page if on_the_same_page else registering.answers()

    changed = registrations.register(
        replace(fresh, days=(registering.DAY_2,), meals=()), edition=edition, sent_here=[] if on_the_same_page else [made.code]
    )

    assert (changed.code, [row.day for row in changed.days], _count(session, Registration)) == (made.code, [registering.DAY_2], 1)
    assert _kinds(session) == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CHANGED]


def test_the_last_place_is_corrected_in_a_full_edition(session: Db, edition: Edition) -> None:
    edition.participant_limit = 1
    session.commit()
    page = registering.answers()
    made = registrations.register(page, edition=edition)

    changed = registrations.register(replace(page, professional_title="библиотекар"), edition=edition)

    assert (changed.code, changed.professional_title) == (made.code, "библиотекар")


@pytest.mark.parametrize("mended", [{"given_name": "Љубинка"}, {"email": "ljubinka@example.org"}])
@pytest.mark.parametrize("on_the_same_page", [True, False])
def test_a_mended_name_or_address_asks(session: Db, edition: Edition, on_the_same_page: bool, mended: dict[str, str]) -> None:
    page = registering.answers()
    made = registrations.register(page, edition=edition)
    fresh = page if on_the_same_page else registering.answers()

    with pytest.raises(SentAlready) as asked:
        registrations.register(replace(fresh, **mended), edition=edition, sent_here=[] if on_the_same_page else [made.code])

    assert (asked.value.code, _count(session, Registration), len(_kinds(session))) == (made.code, 1, 1)


def test_another_person_beside_the_first_is_registered_once(session: Db, edition: Edition) -> None:
    page = registering.answers()
    made = registrations.register(page, edition=edition)
    colleague = replace(page, given_name="Петар")

    codes = {registrations.register_beside(made.code, colleague, edition=edition).code for _press in range(3)}

    assert (len(codes), made.code in codes, _count(session, Registration)) == (1, False, 2)


def test_a_registration_of_long_ago_or_of_another_browser_is_not_changed(session: Db, edition: Edition) -> None:
    made = registrations.register(registering.answers(), edition=edition)
    made.registered_at = clock.now() - timedelta(hours=1)
    session.commit()

    for sent_here in ([], [made.code]):
        with pytest.raises(AlreadyRegistered):
            registrations.register(registering.answers(days=(registering.DAY_2,), meals=()), edition=edition, sent_here=sent_here)

    assert [row.day for row in made.days] == [registering.DAY_1, registering.DAY_2]


def test_a_page_whose_registration_was_cancelled_registers_again(session: Db, edition: Edition) -> None:
    page = registering.answers()
    first = registrations.register(page, edition=edition)
    registrations.cancel(first)

    second, third = (registrations.register(page, edition=edition, sent_here=[first.code]) for _time in range(2))

    assert (second.code == first.code, third.code == second.code) == (False, True)
    assert (first.state, second.state) == (RegistrationState.CANCELLED, RegistrationState.CONFIRMED)


def _together(app: Flask, acts: list[Callable[[Edition], str]]) -> list[str]:
    start = Barrier(len(acts))

    def run(act: Callable[[Edition], str]) -> str:
        with app.app_context():
            edition = editions.by_slug("2020")
            assert edition is not None
            db.session.rollback()
            start.wait(timeout=30)
            try:
                return act(edition)
            except SentAlready as asked:
                return f"asked about {asked.code}"

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.mark.committed
def test_one_page_sent_at_once_with_different_words_makes_one_submission(app: Flask) -> None:
    page = answers()
    pages: list[SubmissionAnswers] = [page, replace(page, **MENDED), page, replace(page, **MENDED)]

    codes = _together(app, [lambda edition, told=told: submissions.submit(told, edition=edition).code for told in pages])

    with app.app_context():
        (made,) = db.session.scalars(select(Submission))
        assert set(codes) == {made.code}
        assert made.title in (page.title, MENDED["title"])


@pytest.mark.committed
def test_pressed_at_once_another_submission_is_made_once(app: Flask) -> None:
    page = answers()
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        sent = submissions.submit(page, edition=edition).code

    codes = _together(app, [lambda edition: submissions.submit_beside(sent, replace(page, **OTHER), edition=edition).code] * 4)

    with app.app_context():
        assert (len(set(codes)), _count(db.session, Submission)) == (1, 2)


@pytest.mark.committed
def test_one_page_sent_at_once_with_different_answers_makes_one_registration(app: Flask) -> None:
    page = registering.answers()
    pages = [page, replace(page, meals=()), page, replace(page, meals=())]

    codes = _together(app, [lambda edition, told=told: registrations.register(told, edition=edition).code for told in pages])

    with app.app_context():
        (made,) = db.session.scalars(select(Registration))
        assert set(codes) == {made.code}


@pytest.mark.committed
def test_pressed_at_once_another_person_is_registered_once(app: Flask) -> None:
    page = registering.answers()
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        made = registrations.register(page, edition=edition).code

    codes = _together(
        app, [lambda edition: registrations.register_beside(made, replace(page, given_name="Петар"), edition=edition).code] * 4
    )

    with app.app_context():
        assert (len(set(codes)), _count(db.session, Registration)) == (1, 2)


def test_all_that_came_from_a_browser_is_read_at_once(app: Flask, session: Db, edition: Edition) -> None:
    papers = [
        submissions.submit(answers(title=LocalText(sr=title, en=title)), edition=edition).code for title in ("Прво", "Друго", "Треће")
    ]
    people = [
        registrations.register(registering.answers(given_name=name, email=f"{number}@example.org"), edition=edition).code
        for number, name in enumerate(("Ана", "Вук", "Ива"))
    ]

    def asked(codes: list[str]) -> int:
        session.expire_all()
        with statements(app) as found:
            just_registered(edition, codes)
        return len(found)

    assert [one.code for one in just_registered(edition, [people[2], "R-222222", people[0]])] == [people[2], people[0]]
    assert [one.code for one in found_submissions.by_codes(edition, [papers[1], "S-222222", papers[0]])] == [papers[1], papers[0]]
    assert asked(people) == asked(people[:1])


@pytest.mark.parametrize(
    ("by_organiser", "told"),
    [(False, ["ljubica@example.org", "nova@example.org", "ljubica@example.org"]), (True, ["ljubica@example.org", "nova@example.org"])],
)
def test_the_address_that_stood_in_a_registration_is_told_without_a_link(
    session: Db, edition: Edition, by_organiser: bool, told: list[str]
) -> None:
    page = registering.answers()
    made = registrations.register(page, edition=edition)

    registrations.change(made, replace(page, email="nova@example.org"), by="organiser@example.org" if by_organiser else None)

    letters = list(session.scalars(select(Letter).order_by(Letter.id)))
    assert [letter.to_email for letter in letters] == told
    assert [letter.link_scope is None for letter in letters] == [
        LINK_PLACE not in letter.text_body + letter.html_body for letter in letters
    ]
    assert [letter.link_scope is None for letter in letters[2:]] == [True] * len(letters[2:])


def test_the_address_that_stood_in_a_submission_is_told_without_a_link(session: Db, edition: Edition) -> None:
    page = answers()
    made = submissions.submit(page, edition=edition)
    first, *others = page.authors

    submissions.update(made, replace(page, authors=(replace(first, email="nova@example.org"), *others)), by=made.code)

    *_, changed, told = session.scalars(select(Letter).order_by(Letter.id))
    assert (changed.to_email, changed.link_scope) == ("nova@example.org", LinkScope.SUBMISSION)
    assert (told.to_email, told.link_scope, LINK_PLACE in told.text_body + told.html_body) == ("ljubica@example.org", None, False)
    assert (made.code in told.text_body, "Читање" in told.text_body + told.html_body) == (True, False)
