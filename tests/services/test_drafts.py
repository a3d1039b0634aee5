"""What is typed and not sent: kept page by page, found by its browser alone, erased when it is sent or forgotten."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.draft import KEPT_FOR, LIMIT, DraftBegun, DraftGone, DraftNoun, DraftTooLong, KeptDraft, Pairs
from biblionet_reg.domain.registration import AlreadyRegistered
from biblionet_reg.extensions import db
from biblionet_reg.models.draft import Draft
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import drafts, registrations
from tests.registrations import answers

NAME: Pairs = (("name", "Љубица"), ("language", "sr"))


def _begun(edition: Edition, answers: Pairs = NAME, *, token: str = "") -> tuple[str, KeptDraft]:
    token = token or drafts.new_token()
    return token, drafts.begin(token, edition, DraftNoun.REGISTRATION, answers, page="you", is_done=True)


def _touched(session: scoped_session[Session], draft: KeptDraft, at: datetime) -> None:
    session.get_one(Draft, draft.number).updated_at = at
    session.commit()


def _count(session: scoped_session[Session]) -> int:
    return session.scalar(select(func.count()).select_from(Draft)) or 0


def _is_day(name: str) -> bool:
    return name == "day"


def test_a_draft_is_found_by_what_its_browser_holds_and_by_nothing_else(edition: Edition) -> None:
    token, draft = _begun(edition)

    assert drafts.find(token, edition, DraftNoun.REGISTRATION) == draft
    assert drafts.find(token, edition, DraftNoun.SUBMISSION) is None
    assert drafts.find("", edition, DraftNoun.REGISTRATION) is None
    assert drafts.find(db.session.scalars(select(Draft.token_hash)).one(), edition, DraftNoun.REGISTRATION) is None


def test_one_browser_has_a_draft_of_each_form(edition: Edition) -> None:
    token, registration = _begun(edition)

    submission = drafts.begin(token, edition, DraftNoun.SUBMISSION, NAME, page="paper", is_done=False)

    assert drafts.find(token, edition, DraftNoun.REGISTRATION) == registration
    assert drafts.find(token, edition, DraftNoun.SUBMISSION) == submission


def test_a_browser_that_begins_twice_at_once_is_told_and_has_one(session: scoped_session[Session], edition: Edition) -> None:
    token, draft = _begun(edition)

    with pytest.raises(DraftBegun):
        _begun(edition, (("name", "Други"),), token=token)

    assert (_count(session), drafts.find(token, edition, DraftNoun.REGISTRATION)) == (1, draft)


def test_a_forgotten_draft_makes_place_for_the_next_of_its_browser(session: scoped_session[Session], edition: Edition) -> None:
    token, old = _begun(edition)
    _touched(session, old, clock.now() - KEPT_FOR)

    _begun(edition, (("name", "Други"),), token=token)

    assert [draft.read().pairs for draft in session.scalars(select(Draft))] == [(("name", "Други"),)]


def test_pages_are_kept_beside_each_other(edition: Edition) -> None:
    _token, draft = _begun(edition)

    draft = drafts.keep(draft, [("day", "1"), ("day", "2")], is_of_page=_is_day, page="coming", is_done=True)

    assert (draft.pairs, draft.pages) == ((*NAME, ("day", "1"), ("day", "2")), ("you", "coming"))


def test_a_page_with_a_fault_is_kept_and_no_longer_done(edition: Edition) -> None:
    _token, draft = _begun(edition)

    draft = drafts.keep(draft, [("name", "")], is_of_page=lambda name: name == "name", page="you", is_done=False)

    assert (draft.pairs, draft.pages) == ((("language", "sr"), ("name", "")), ())


def test_more_than_any_form_takes_is_not_kept(session: scoped_session[Session], edition: Edition) -> None:
    token, draft = _begun(edition)

    with pytest.raises(DraftTooLong):
        drafts.keep(draft, [("day", "1" * LIMIT)], is_of_page=_is_day, page="coming", is_done=True)
    with pytest.raises(DraftTooLong):
        _begun(edition, (("name", "Љ" * LIMIT),))

    assert (drafts.find(token, edition, DraftNoun.REGISTRATION), _count(session)) == (draft, 1)


def test_a_draft_erased_in_another_window_says_so(session: scoped_session[Session], edition: Edition) -> None:
    _token, draft = _begun(edition)

    drafts.discard(draft)
    drafts.discard(draft)

    assert _count(session) == 0
    with pytest.raises(DraftGone):
        drafts.keep(draft, [("day", "1")], is_of_page=_is_day, page="coming", is_done=True)


def test_a_draft_left_too_long_is_found_no_more_and_erased(session: scoped_session[Session], edition: Edition) -> None:
    old_token, old = _begun(edition)
    young_token, young = _begun(edition)
    _touched(session, old, clock.now() - KEPT_FOR)
    _touched(session, young, clock.now() - KEPT_FOR + timedelta(minutes=1))

    assert drafts.find(old_token, edition, DraftNoun.REGISTRATION) is None
    assert drafts.purge() == 1

    found = drafts.find(young_token, edition, DraftNoun.REGISTRATION)
    assert (found and found.number, _count(session)) == (young.number, 1)


def test_a_draft_ends_with_the_registration_it_becomes(session: scoped_session[Session], edition: Edition) -> None:
    token, draft = _begun(edition)

    registrations.register(answers(), edition=edition, draft=draft)

    assert (drafts.find(token, edition, DraftNoun.REGISTRATION), _count(session)) == (None, 0)


def test_a_draft_stays_when_what_it_holds_is_refused(session: scoped_session[Session], edition: Edition) -> None:
    token, draft = _begun(edition)
    registrations.register(answers(), edition=edition)

    with pytest.raises(AlreadyRegistered):
        registrations.register(answers(), edition=edition, draft=draft)

    assert drafts.find(token, edition, DraftNoun.REGISTRATION) == draft
