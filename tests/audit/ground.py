"""The ground of the audit: a running installation with demonstration data, and everybody who may open a page."""

import contextlib
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.app import create_app
from biblionet_reg.config import load_settings
from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LetterState, LinkScope
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.script import to_latin
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries.accounts import by_email
from biblionet_reg.queries.edition_parts import rows_by_key
from biblionet_reg.services import accounts, badges, links, saved_views
from biblionet_reg.services import editions as edition_services
from biblionet_reg.services.demo.reviews import demo_email
from tests.audit.applicant import answer_both_forms
from tests.journeys.house import House, house

PUBLIC = "public"
#: Somebody from the public with both forms answered and not sent.
APPLICANT = "applicant"
#: Somebody who may do everything in the edition that has nothing in it yet.
NEWCOMER = "newcomer"
EMPTY_EDITION = "2021"


@dataclass
class Ground:
    """A house with everything the pages show in it, and the codes by which they are opened."""

    house: House
    app: Flask
    facts: dict[str, str]
    names: frozenset[str]
    _visitors: dict[str, Page] = field(default_factory=dict)

    def address(self, endpoint: str, lang: str, values: dict[str, str]) -> str:
        """Return the address of a page; `{name}` in a value is a fact of this ground."""
        filled = {name: value.format_map(self.facts) for name, value in values.items()}
        wanted: dict[str, Any] = {"lang": lang, "edition": "2020", **filled}
        if "number" in wanted:
            wanted["number"] = int(wanted["number"])
        rule = next(self.app.url_map.iter_rules(endpoint))
        arguments = {name: value for name, value in wanted.items() if name in rule.arguments}
        return self.house.base + self.app.url_map.bind("localhost").build(endpoint, arguments)

    def visitor(self, browser: Browser, who: str) -> Page:
        """Return the page of the public or of a staff role, signed in by its one-time link; each has one and keeps it."""
        if who not in self._visitors:
            page = self.stranger(browser)
            self._visitors[who] = page
            if who == APPLICANT:
                answer_both_forms(page, self.house.base)
            elif who != PUBLIC:
                page.goto(self.house.base + "/sr/account/link/" + self._sign_in_token(who))
                with page.expect_navigation():
                    page.locator("main form button").click()
        return self._visitors[who]

    def stranger(self, browser: Browser) -> Page:
        """Return the page of somebody who was never here: no cookie, no draft."""
        return browser.new_context(locale="sr-RS", reduced_motion="reduce").new_page()

    def _sign_in_token(self, who: str) -> str:
        email = "newcomer@example.org" if who == NEWCOMER else demo_email(StaffRole(who))
        with self.app.app_context():
            found = by_email(email)
            assert found is not None
            return links.mint_sign_in(found)


@contextlib.contextmanager
def ground(folder: Path) -> Iterator[Ground]:
    """Build, furnish and at the end stop the ground."""
    with house(folder) as built:
        built.flask("demo", "load")
        app = create_app(load_settings(built.environ))
        with app.app_context():
            facts, names = _furnish(), _names()
        yield Ground(built, app, facts, names)


def _furnish() -> dict[str, str]:
    """Make what the demonstration lacks and return the codes, tokens and keys by which pages are opened."""
    edition = editions.by_slug("2020")
    assert edition is not None
    _empty_edition(edition)
    facts = {**_registrations(edition), **_submissions(edition), **_programme(edition), **_letters(edition), **_sign_in_link()}
    facts |= {"subtopic": _key(edition, PartKind.SUBTOPICS), "news": _key(edition, PartKind.NEWS)}
    return {**facts, **_jobs(edition, facts["registration"]), "saved_view": _saved_view(edition)}


def _key(edition: Edition, part: PartKind) -> str:
    return next(iter(rows_by_key(edition, part)))


def _empty_edition(edition: Edition) -> None:
    fresh = edition_services.copy_edition(
        edition,
        slug=EMPTY_EDITION,
        number=(edition.number or 0) + 1,
        theme=LocalText(sr="Библиотеке сутра", en="Libraries tomorrow"),
        starts_on=date(2021, 10, 7),
        ends_on=date(2021, 10, 8),
        by="audit",
    )
    for role in (StaffRole.ADMINISTRATOR, StaffRole.CHAIR, StaffRole.REVIEWER):
        accounts.grant_role("newcomer@example.org", name="Нова Особа", role=role, edition=fresh, by="audit")


def _registrations(edition: Edition) -> dict[str, str]:
    def token(one: Registration) -> str:
        return links.mint(LinkScope.REGISTRATION, registration_id=one.id)

    here = select(Registration).where(Registration.edition_id == edition.id).order_by(Registration.id)
    live = _first(here.where(Registration.state == RegistrationState.CONFIRMED, Registration.dietary_needs != ""))
    cancelled = _first(here.where(Registration.state == RegistrationState.CANCELLED))
    return {"registration": live.code, "registration_token": token(live), "cancelled": cancelled.code, "cancelled_token": token(cancelled)}


def _submissions(edition: Edition) -> dict[str, str]:
    def one(state: SubmissionState, offset: int = 5) -> Submission:
        return _first(select(Submission).where(Submission.edition_id == edition.id, Submission.state == state).offset(offset))

    found = {state.value: one(state) for state in SubmissionState}
    codes = {name: each.code for name, each in found.items()}
    tokens = {f"{name}_token": links.mint(LinkScope.SUBMISSION, submission_id=each.id) for name, each in found.items()}
    pending = one(SubmissionState.UNDER_REVIEW, 0)
    person = found[SubmissionState.ACCEPTED.value].authors[0].person.code
    return {**codes, **tokens, "pending": pending.code, "person": person}


def _programme(edition: Edition) -> dict[str, str]:
    session = _first(select(ProgrammeSession).join(Slot).where(ProgrammeSession.edition_id == edition.id))
    slot = _first(select(Slot).where(Slot.submission_id.is_not(None)))
    titled = db.session.scalar(select(Slot).where(Slot.submission_id.is_(None)))
    return {"session": session.key, "slot": slot.key, "titled_slot": (titled or slot).key}


def _letters(edition: Edition) -> dict[str, str]:
    here = select(Letter).where(Letter.edition_id == edition.id).order_by(Letter.id)
    sent = _first(here.where(Letter.state == LetterState.SENT))
    draft = _first(here.where(Letter.state == LetterState.DRAFT))
    failed = _first(here.where(Letter.state == LetterState.SENT).offset(3))
    failed.state, failed.last_error, failed.sent_at = LetterState.FAILED, "550 5.1.1", None
    db.session.commit()
    return {"letter": sent.code, "draft_letter": draft.code, "failed_letter": failed.code}


def _jobs(edition: Edition, code: str) -> dict[str, str]:
    now = clock.now()
    states: dict[str, dict[str, Any]] = {
        "running_job": {"state": JobState.RUNNING, "lease_until": clock.machine_now() + timedelta(days=1)},
        "failed_job": {"state": JobState.FAILED, "finished_at": now, "error": "no room left on the device"},
    }
    codes = {name: str(uuid.uuid4()) for name in states}
    for name, values in states.items():
        parameters = {"sheet": "a4-2x5", "lang": "sr", "code": None}
        common = {
            "edition_id": edition.id,
            "kind": JobKind.BADGES_PDF,
            "parameters": parameters,
            "created_at": now,
            "created_by": "desk@demo.example.org",
        }
        db.session.add(Job(code=codes[name], **common, **values))
    db.session.commit()
    done = badges.ask_for(edition, sheet="single", lang=Lang.SR, code=code, by="desk@demo.example.org")
    return {**codes, "done_job": done.code}


def _saved_view(edition: Edition) -> str:
    owner = by_email(demo_email(StaffRole.CHAIR))
    assert owner is not None
    view = saved_views.save(owner, edition, ListNoun.SUBMISSIONS, name="Школске библиотеке које чекају одлуку", query="q=школа")
    return view.key


def _names() -> frozenset[str]:
    """Return every part of the names of people, which stand as they were typed."""
    rows = db.session.execute(select(Person.given_name, Person.family_name))
    typed = {part for row in rows for name in row for part in re.split(r"[^\w]+", name)}
    return frozenset(typed | {to_latin(part) for part in typed})


def _sign_in_link() -> dict[str, str]:
    found = by_email(demo_email(StaffRole.OBSERVER))
    assert found is not None
    return {"sign_in_token": links.mint_sign_in(found)}


def _first(query: Any) -> Any:
    found = db.session.scalars(query.limit(1)).first()
    assert found is not None, f"the demonstration has none: {query}"
    return found
