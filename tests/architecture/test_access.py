"""Closed by default: every door is declared, written down in `doors.py`, and holds when it is tried."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, url_for
from sqlalchemy import select
from werkzeug.routing import Rule

from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import StaffRole, permissions_of
from biblionet_reg.extensions import SAFE_METHODS, Base, db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts, background, links, registrations, saved_views
from biblionet_reg.web.access import Access, Door
from tests.architecture.doors import LINK, PUBLIC, SIGNED_IN, STAFF
from tests.factories import make_block, make_slot
from tests.pages import Browser
from tests.registrations import answers as registration_answers
from tests.reviewing import next_edition_of, submission_in

REFUSED, SEE_OTHER = 403, {301, 302, 303}
#: The address of a job is open to the signed in; the view looks at what the job makes, and at which list is saved.
BY_JOB = {"organiser.job", "organiser.job_file", "organiser.try_job_again", "organiser.save_view"}
VISITORS = ["anonymous", *(role.value for role in StaffRole), "elsewhere"]


def expected() -> dict[str, Access]:
    doors = (
        dict.fromkeys(PUBLIC, Access(Door.PUBLIC)) | dict.fromkeys(LINK, Access(Door.LINK)) | dict.fromkeys(SIGNED_IN, Access(Door.STAFF))
    )
    for permissions, endpoints in STAFF.items():
        doors |= dict.fromkeys(endpoints, Access(Door.STAFF, frozenset(permissions)))
    return doors


def declared(app: Flask) -> dict[str, Access | None]:
    found = {endpoint: getattr(view, "access", None) for endpoint, view in app.view_functions.items()}
    return {endpoint: Access(access.door, access.permissions) if access else None for endpoint, access in found.items()}


def test_every_endpoint_declares_the_door_written_down_for_it(app: Flask) -> None:
    assert declared(app) == expected(), "write the endpoint into tests/architecture/doors.py"


@pytest.fixture
def parts(app: Flask) -> dict[str, Any]:
    """One of everything an address may name."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        next_edition_of(edition)
        registration = registrations.register(registration_answers(), edition=edition)
        submission = submission_in(edition)
        block = make_block(edition)
        slot = make_slot(block, None, "10:00", title="Поздрав")
        db.session.commit()
        letter = db.session.scalars(select(Letter)).first()
        job = background.ask_for(JobKind.BADGES_PDF, edition=edition, parameters={"sheet": "single", "code": "", "lang": "sr"}, by="test")
        assert letter is not None
        return {
            "lang": "sr",
            "edition": edition.slug,
            "registration_code": registration.code,
            "submission_code": submission.code,
            "person_code": submission.authors[0].person.code,
            "block": block.key,
            "slot": slot.key,
            "letter": letter.code,
            "job": job.code,
            "saved_view": saved_view_of("administrator@example.org", edition),
            "room": edition.rooms[0].code,
            "registration_link": links.mint(LinkScope.REGISTRATION, registration_id=registration.id),
            "submission_link": links.mint(LinkScope.SUBMISSION, submission_id=submission.id),
        }


def saved_view_of(email: str, edition: Edition) -> str:
    account = accounts.grant_role(email, name=email, role=StaffRole.ADMINISTRATOR, edition=edition, by="test")
    return saved_views.save(account, edition, ListNoun.LETTERS, name="Нацрти", query="state=draft").key


def addresses(app: Flask, parts: dict[str, Any], *, safe: bool) -> Iterator[tuple[str, str]]:
    """Every endpoint that is read (or written) with an address that names real things."""
    for rule in app.url_map.iter_rules():
        methods = rule.methods or set()
        if rule.endpoint != "static" and ("GET" in methods if safe else methods - SAFE_METHODS):
            with app.test_request_context():
                yield rule.endpoint, url_for(rule.endpoint, **_values(rule, parts))


def _values(rule: Rule, parts: dict[str, Any]) -> dict[str, Any]:
    named = {
        "code": parts["job"] if "/jobs/" in rule.rule else _code(rule, parts),
        "key": _key(rule, parts),
        "token": parts["registration_link" if "/my/registration/" in rule.rule else "submission_link"],
        "page": "coming" if "/register/" in rule.rule else "authors",
        "part": "rooms",
        "section": "texts",
        "step": "hold",
        "ending": "csv",
        "noun": "registrations",
        "number": 1,
        "digits": "7a1f3d",
        "stem": "0" * 32,
        "kind": "svg",
        "use": "emblem",
        "name": "site",
        "language": "css",
    }
    return {name: parts.get(name, named.get(name)) for name in rule.arguments}


def _code(rule: Rule, parts: dict[str, Any]) -> str:
    return next((parts[kind] for kind in ("registration_code", "submission_code", "person_code") if f"<{kind}:" in rule.rule), "")


def _key(rule: Rule, parts: dict[str, Any]) -> str:
    kinds = {
        "/letters/": "letter",
        "/decide/": "letter",
        "/saved-views/": "saved_view",
        "/slots/": "slot",
        "/sessions/": "block",
        "/edition/": "room",
    }
    return next((parts[kind] for mark, kind in kinds.items() if mark in rule.rule), "")


def visitor(app: Flask, who: str, slug: str) -> Browser:
    if who == "anonymous":
        return Browser(app)
    if who == "elsewhere":
        return Browser(app).sign_in("elsewhere@example.org", list(StaffRole), slug="2021")
    return Browser(app).sign_in(f"{who}@example.org", [StaffRole(who)], slug=slug)


def is_let_in(who: str, access: Access) -> bool:
    if access.door is not Door.STAFF:
        return True
    if who in {"anonymous", "elsewhere"}:
        return who == "elsewhere" and not access.permissions
    return access.permissions <= permissions_of([StaffRole(who)])


def answer_is_right(who: str, access: Access, status: int, target: str) -> bool:
    to_sign_in = status in SEE_OTHER and "/account/sign-in" in target
    if is_let_in(who, access):
        return status < 500 and status != REFUSED and not to_sign_in
    return to_sign_in if who == "anonymous" else status == REFUSED


@pytest.mark.parametrize("who", VISITORS)
@pytest.mark.parametrize("safe", [True, False], ids=["read", "written"])
def test_every_door_opens_to_whom_it_should(app: Flask, parts: dict[str, Any], who: str, safe: bool) -> None:
    browser, doors, wrong = visitor(app, who, parts["edition"]), expected(), []

    for endpoint, address in addresses(app, parts, safe=safe):
        answer = browser.client.open(address, method="GET" if safe else "POST")
        target = answer.headers.get("Location", "")
        by_job = endpoint in BY_JOB and answer.status_code == REFUSED
        if not by_job and not answer_is_right(who, doors[endpoint], answer.status_code, target):
            wrong.append((endpoint, answer.status_code, target))

    assert wrong == []


def everything(app: Flask) -> dict[str, list[Any]]:
    with app.app_context():
        return {table.name: db.session.execute(select(table).order_by(*table.primary_key)).all() for table in Base.metadata.sorted_tables}


def test_what_is_sent_without_a_token_changes_nothing(app: Flask, parts: dict[str, Any]) -> None:
    browser = visitor(app, "administrator", parts["edition"])
    before, answers = everything(app), {}

    for endpoint, address in addresses(app, parts, safe=False):
        answers[endpoint] = browser.client.post(address).status_code

    assert {endpoint: status for endpoint, status in answers.items() if status not in {400, 422}} == {}
    assert everything(app) == before


def test_no_bare_press_of_any_button_is_a_fault_of_ours(app: Flask, parts: dict[str, Any]) -> None:
    browser = visitor(app, "administrator", parts["edition"])
    token = browser.get(f"/sr/{parts['edition']}/organiser/accounts").soup.select_one("input[name=csrf_token]")
    assert token is not None

    faults = [
        (endpoint, status)
        for endpoint, address in addresses(app, parts, safe=False)
        if endpoint != "account.sign_out"
        and (status := browser.client.post(address, data={"csrf_token": token["value"]}).status_code) >= 500
    ]

    assert faults == []


@pytest.mark.parametrize("who", ["administrator", "chair", "reviewer", "host", "desk"])
def test_things_of_another_edition_are_not_found(app: Flask, parts: dict[str, Any], who: str) -> None:
    browser = Browser(app).sign_in(f"{who}@example.org", [StaffRole(who)], slug="2021")
    named = ("<submission_code:", "<registration_code:", "<uuid:", "<key:key>")
    rules = {rule.endpoint: rule.rule for rule in app.url_map.iter_rules()}
    doors, found = expected(), []

    for endpoint, address in addresses(app, parts, safe=True):
        access = doors[endpoint]
        if (
            access.door is Door.STAFF
            and any(mark in rules[endpoint] for mark in named)
            and is_let_in(who, access)
            and "/rooms/" not in address
        ):
            status = browser.client.get(address.replace(f"/{parts['edition']}/", "/2021/")).status_code
            found += [(endpoint, status)] if status != 404 else []

    assert found == []
