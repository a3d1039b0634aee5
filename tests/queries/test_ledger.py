"""The ledger tells which part of an edition may have changed."""

import pytest

from biblionet_reg import clock
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.queries.ledger import Part, marks_of
from biblionet_reg.services import audit
from biblionet_reg.services.transaction import transaction


def note(edition, action: str) -> None:
    with transaction():
        audit.record(action, by="test", edition=edition, subject_kind="x", subject_code="x")


@pytest.mark.parametrize(
    ("action", "parts"),
    [
        ("registration.received", {Part.REGISTRATIONS}),
        ("review.saved", {Part.PAPERS}),
        ("submission.received", {Part.PAPERS}),
        ("submission.moved", {Part.PAPERS, Part.PROGRAMME}),
        ("programme.placed", {Part.PAPERS, Part.PROGRAMME}),
        ("letter.sent", set()),
        ("list.exported", set()),
        ("edition.changed", set(Part)),
        ("something.new", set(Part)),
    ],
)
def test_an_entry_moves_the_marks_of_what_it_may_have_changed(session, edition, action, parts):
    before = marks_of(edition)

    note(edition, action)
    after = marks_of(edition)

    assert {part for part in Part if after[part] != before[part]} == parts
    assert marks_of(edition) == after


def test_an_entry_committed_after_a_later_one_moves_every_mark(session, edition):
    note(edition, "registration.received")
    before = marks_of(edition)
    said = {"actor": "test", "action": "registration.changed", "subject_kind": "test", "subject_code": "test", "details": {}}
    with transaction() as own:
        own.add(AuditEntry(id=-1, at=clock.now(), edition_id=edition.id, chain=edition.id, **said))

    after = marks_of(edition)

    assert {part for part in Part if after[part] != before[part]} == set(Part)
