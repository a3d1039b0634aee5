"""The audit ledger is written in the transaction of the deed, sealed, and never changed after."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.audit_chain import BEGINNING
from biblionet_reg.domain.registration_answers import Needs
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import INSTALLATION, AuditChain, AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import audit_chain, editions
from biblionet_reg.queries.audit_chain import ChainFault, ChainReport
from biblionet_reg.services import audit, registrations, submissions
from biblionet_reg.services.transaction import transaction
from tests.pages import Browser
from tests.registrations import DAY_2, DAY_3, NEEDS_CONSENT, typed
from tests.registrations import answers as guest
from tests.submissions import LJUBICA
from tests.submissions import answers as paper
from tests.walking import Walk

Deed = dict[str, object]


def _record(edition: Edition | None, code: str = "x", **more: object) -> None:
    audit.record("test.done", by="test", edition=edition, subject_kind="test", subject_code=code, **more)


class _BrokenOffError(Exception):
    """Something goes wrong after the deed was recorded."""


def _break_off(edition: Edition) -> None:
    _record(edition, "undone")
    raise _BrokenOffError


def _chain(edition: Edition) -> list[AuditEntry]:
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.chain == edition.id).order_by(AuditEntry.number)))


def _report(edition: Edition) -> ChainReport:
    return next(report for report in audit_chain.reports() if report.slug == edition.slug)


def test_entries_of_one_use_case_are_sealed_in_their_order(edition: Edition) -> None:
    before = _chain(edition)

    with transaction():
        _record(edition, "first")
        _record(None)
        _record(edition, "second")

    entries = _chain(edition)[len(before) :]
    assert [(entry.subject_code, entry.number) for entry in entries] == [("first", len(before) + 1), ("second", len(before) + 2)]
    assert entries[1].digest == entries[1].said().digest_after(str(entries[0].digest))
    assert _report(edition) == ChainReport("2020", len(before) + 2, str(entries[1].digest), blanked=0)


def test_what_belongs_to_no_edition_has_a_chain_of_its_own(session: scoped_session[Session]) -> None:
    with transaction():
        _record(None)

    entry = session.scalars(select(AuditEntry).where(AuditEntry.chain == INSTALLATION)).one()
    assert (entry.number, entry.digest) == (1, entry.said().digest_after(BEGINNING))


def test_a_use_case_that_fails_leaves_neither_entry_nor_gap(edition: Edition) -> None:
    before = _report(edition)

    with pytest.raises(_BrokenOffError), transaction():
        _break_off(edition)

    assert _report(edition) == before


def test_what_was_undone_within_a_use_case_leaves_no_gap(edition: Edition) -> None:
    before = _report(edition)

    with transaction() as session:
        with pytest.raises(_BrokenOffError), session.begin_nested():
            _break_off(edition)
        _record(edition, "done")

    after = _report(edition)
    assert (after.number, after.fault) == (before.number + 1, None)


def test_old_and_new_values_may_be_blanked_and_the_chain_still_holds(edition: Edition) -> None:
    with transaction():
        _record(edition, changes={"email": ("old@example.org", "new@example.org")})
    entry = _chain(edition)[-1]
    assert entry.changes is not None
    assert entry.changes["value"] == {"email": ["old@example.org", "new@example.org"]}

    entry.changes = None
    db.session.commit()

    report = _report(edition)
    assert (report.fault, report.blanked) == (None, 1)


@pytest.mark.parametrize(
    "values", [{"actor": "other"}, {"details": {"a": 1}}, {"number": 77}, {"digest": "0" * 64}, {"changes": {"salt": ""}}]
)
def test_database_refuses_to_change_a_sealed_entry(edition: Edition, values: Deed) -> None:
    with transaction():
        _record(edition, changes={"a": (1, 2)})

    with pytest.raises(IntegrityError, match="audit entries are only ever added"):
        db.session.execute(update(AuditEntry).values(**values).where(AuditEntry.action == "test.done"))


def test_database_refuses_to_delete_an_entry(edition: Edition) -> None:
    with transaction():
        _record(edition)

    with pytest.raises(IntegrityError, match="audit entries are only ever added"):
        db.session.execute(delete(AuditEntry))


def _changed(values: str) -> str:
    return f"UPDATE audit_entry SET {values} WHERE subject_code = 'second'"


@pytest.mark.parametrize(
    ("tampering", "fault", "steps_back"),
    [
        (_changed("actor = 'somebody else'"), ChainFault.CHANGED, 1),
        (_changed("at = '2020-01-01 00:00:00'"), ChainFault.CHANGED, 1),
        (_changed("""details = '{"a": 2}'"""), ChainFault.CHANGED, 1),
        (_changed("""changes = '{"salt": "", "value": {}}'"""), ChainFault.VALUES_CHANGED, 1),
        ("DELETE FROM audit_entry WHERE subject_code = 'second'", ChainFault.MISSING, 1),
        ("DELETE FROM audit_entry WHERE subject_code = 'third'", ChainFault.CUT_OFF, 0),
        ("DELETE FROM audit_chain", ChainFault.CUT_OFF, -1),
        (_changed("number = NULL, digest = NULL"), ChainFault.MISSING, 1),
    ],
)
def test_tampering_past_the_triggers_is_found(edition: Edition, tampering: str, fault: ChainFault, steps_back: int) -> None:
    for code in ("first", "second", "third"):
        with transaction():
            _record(edition, code, changes={"a": (1, 2)})
    last = _report(edition).number
    _without_triggers()
    db.session.execute(text(tampering))
    db.session.commit()

    report = _report(edition)

    assert (report.fault, report.number) == (fault, last - steps_back)


def test_an_entry_slipped_in_outside_of_the_chain_is_found(edition: Edition) -> None:
    at = _chain(edition)[0].at
    said: Deed = {"at": at, "actor": "x", "action": "x", "subject_kind": "x", "subject_code": "x", "details": {}}
    db.session.execute(insert(AuditEntry).values(chain=edition.id, edition_id=edition.id, **said))
    db.session.commit()

    assert _report(edition).fault is ChainFault.UNSEALED


def test_a_chain_written_anew_from_its_middle_on_is_found_by_an_end_noted_before(edition: Edition) -> None:
    with transaction():
        _record(edition, "first")
    noted = _report(edition)
    _without_triggers()
    entry = _chain(edition)[-1]
    entry.actor = "somebody else"
    entry.digest = replace(entry.said()).digest_after(str(_chain(edition)[-2].digest))
    db.session.get_one(AuditChain, edition.id).digest = entry.digest
    db.session.commit()

    assert _report(edition).fault is None
    assert audit_chain.digest_at(edition.id, noted.number) != noted.digest


@pytest.mark.committed
def test_thirty_people_at_once_write_one_whole_chain(app: Flask) -> None:
    start = Barrier(30)
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        before = _report(edition).number

    def deed(number: int) -> None:
        with app.app_context():
            edition = editions.by_slug("2020")
            db.session.rollback()
            start.wait(timeout=30)
            with transaction():
                _record(edition, f"one {number}")
                _record(None)
                _record(edition, f"two {number}")

    with ThreadPoolExecutor(30) as threads:
        list(threads.map(deed, range(30)))

    with app.app_context():
        found = {report.slug: (report.number, report.fault) for report in audit_chain.reports()}
    assert found == {"": (30, None), "2020": (before + 60, None)}


def _without_triggers() -> None:
    """Do what only somebody with the whole database in hand can do."""
    on_table = "" if db.engine.dialect.name == "sqlite" else " ON audit_entry"
    for name in ("audit_entry_unchanged", "audit_entry_kept"):
        db.session.execute(text(f"DROP TRIGGER {name}{on_table}"))


def _changes(edition: Edition, action: str) -> Deed | None:
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.edition_id == edition.id, AuditEntry.action == action)).one()
    return entry.changes["value"] if entry.changes else None


def test_a_changed_registration_keeps_old_and_new_values_but_never_what_may_tell_about_health(edition: Edition) -> None:
    one = registrations.register(guest(consents=(NEEDS_CONSENT,), needs=Needs("без меса", "")), edition=edition)
    sheet = guest(form_key=one.form_key, days=(DAY_2, DAY_3), meals=(), consents=(NEEDS_CONSENT,), needs=Needs("без глутена", ""))

    registrations.change(one, sheet, by="host@example.org")

    assert _changes(edition, "registration.changed") == {
        "days": [["2020-10-01", "2020-10-02"], ["2020-10-02", "2020-10-03"]],
        "meals": [["day-1-lunch"], []],
    }
    fields = db.session.scalars(select(AuditEntry.details).where(AuditEntry.action == "registration.changed")).one()["fields"]
    assert "dietary_needs" in fields


def test_a_changed_submission_keeps_old_and_new_words(edition: Edition) -> None:
    one = submissions.submit(paper(), edition=edition)

    submissions.update(one, paper(title=LocalText(sr="Читање у шуми", en="Reading in the park"), authors=(LJUBICA,)), by=one.code)

    changes = _changes(edition, "submission.changed")
    assert changes is not None
    assert changes["title"] == [
        {"sr": "Читање у парку", "en": "Reading in the park"},
        {"sr": "Читање у шуми", "en": "Reading in the park"},
    ]
    assert list(changes) == ["title", "authors"]


def test_the_ledger_tells_from_where_a_page_was_sent(app: Flask) -> None:
    browser = Browser(app)
    browser.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"

    Walk(browser, "/sr/2020/register").fill(typed()).submit()

    with app.app_context():
        entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "registration.received")).one()
        assert (entry.origin or {})["value"] == "203.0.113.7"
