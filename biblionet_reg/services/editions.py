"""Editions: loaded from a file, edited, copied for the next year, marked current, closed."""

from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.difference import Difference, DifferenceKind
from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.edition_changes import LimitBelowRegistered, SlugTaken
from biblionet_reg.domain.edition_copy import next_edition
from biblionet_reg.domain.edition_file import DETAIL_FIELDS, EditionFile
from biblionet_reg.domain.picture import Pictures
from biblionet_reg.domain.text import LocalText
from biblionet_reg.exports.edition_file import edition_file_of
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffRoleGrant
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.registrations import taken
from biblionet_reg.services import audit, pictures
from biblionet_reg.services.edition_loading import bring_together, check_dates, differences, fill
from biblionet_reg.services.transaction import transaction


class _DryRun(Exception):  # noqa: N818 - not a fault: everything is rolled back
    """Ends a dry run."""


def refuse_when_closed(edition: Edition) -> None:
    """Raise EditionClosed when the organisers closed the edition."""
    if edition.closed_at is not None:
        raise EditionClosed


def load(edition_file: EditionFile, *, by: str, dry_run: bool = False) -> list[Difference]:
    """Make or change the edition of the file; return the differences. A dry run changes nothing."""
    found: list[Difference] = []
    with suppress(_DryRun), transaction():
        found = _load(edition_file, by=by, dry_run=dry_run)
        if dry_run:
            raise _DryRun
    return found


def copy_edition(edition: Edition, *, slug: str, number: int | None, theme: LocalText, starts_on: date, ends_on: date, by: str) -> Edition:
    """Open the next year: a new edition with the texts, lists and staff of this one. Raises SlugTaken."""
    old = edition_file_of(edition, pictures.masters(edition))
    copied = next_edition(old, slug=slug, number=number, theme=theme, starts_on=starts_on, ends_on=ends_on)
    with transaction() as session:
        if session.scalar(select(Edition.id).where(Edition.slug == slug)) is not None:
            raise SlugTaken(slug)
        try:
            fresh = _make(copied, by=by)
        except IntegrityError as error:
            raise SlugTaken(slug) from error
        for grant in session.scalars(select(StaffRoleGrant).where(StaffRoleGrant.edition_id == edition.id)):
            session.add(StaffRoleGrant(account_id=grant.account_id, edition_id=fresh.id, role=grant.role))
    return fresh


def update_details(edition: Edition, *, by: str, **changes: Any) -> list[Difference]:
    """Give fields of the edition new values, which are facts from now on and no longer examples."""
    with transaction():
        refuse_when_closed(edition)
        found: list[Difference] = []
        for name in (name for name in DETAIL_FIELDS if name in changes and name != "examples"):
            found += differences(name, getattr(edition, name), changes[name])
            setattr(edition, name, changes[name])
        check_dates(edition)
        _check_limit(edition)
        found += _make_facts(edition, set(changes))
        record_changes(edition, "edition.changed", found, by=by)
    return found


def confirm_examples(edition: Edition, *names: str, by: str) -> None:
    """Say that what stands in these fields or lists is no example any more."""
    with transaction():
        refuse_when_closed(edition)
        record_changes(edition, "edition.changed", _make_facts(edition, set(names)), by=by)


def mark_current(edition: Edition, *, by: str) -> None:
    """Make this the edition that the bare address leads to; only one is."""
    with transaction() as session:
        if edition.is_current:
            return
        session.execute(update(Edition).where(Edition.is_current, Edition.id != edition.id).values(is_current=False))
        edition.is_current = True
        edition.updated_at = clock.now()
        audit.record("edition.marked_current", by=by, edition=edition, subject_kind="edition", subject_code=edition.slug)


def close(edition: Edition, *, by: str) -> None:
    """Close the edition: from now on nothing in it changes."""
    with transaction():
        refuse_when_closed(edition)
        edition.closed_at = edition.updated_at = clock.now()
        edition.closed_by = by
        audit.record("edition.closed", by=by, edition=edition, subject_kind="edition", subject_code=edition.slug)


def reopen(edition: Edition, *, by: str) -> None:
    """Open a closed edition again; an open one stays as it is."""
    with transaction():
        if edition.closed_at is None:
            return
        edition.closed_at = edition.closed_by = None
        edition.updated_at = clock.now()
        audit.record("edition.reopened", by=by, edition=edition, subject_kind="edition", subject_code=edition.slug)


def record_changes(edition: Edition, action: str, found: list[Difference], *, by: str) -> None:
    """Note what changed, with old and new values, and when; nothing when nothing did."""
    if not [change for change in found if change.kind is not DifferenceKind.KEPT]:
        return
    edition.updated_at = clock.now()
    details = {change.path: {"kind": change.kind.value, "old": change.old, "new": change.new} for change in found}
    audit.record(action, by=by, edition=edition, subject_kind="edition", subject_code=edition.slug, details=details)


def _make_facts(edition: Edition, names: set[str]) -> list[Difference]:
    kept = [name for name in edition.examples if name not in names]
    found = differences("examples", edition.examples, kept)
    edition.examples = kept
    return found


def _load(edition_file: EditionFile, *, by: str, dry_run: bool) -> list[Difference]:
    session = db.session
    edition = session.scalar(select(Edition).where(Edition.slug == edition_file.slug).with_for_update())
    if edition is None:
        return [Difference(DifferenceKind.ADDED, _make(edition_file, by=by, dry_run=dry_run).slug)]
    found = bring_together(edition, edition_file)
    if any(change.kind is not DifferenceKind.KEPT for change in found):
        refuse_when_closed(edition)
        _check_limit(edition)
    if edition_file.pictures is not None:
        found += _bring_pictures(edition, edition_file.pictures, dry_run=dry_run)
    record_changes(edition, "edition.changed", found, by=by)
    session.flush()
    return found


def _bring_pictures(edition: Edition, wanted: Pictures, *, dry_run: bool) -> list[Difference]:
    found = pictures.bring_together(edition, wanted, dry_run=dry_run)
    if found:
        refuse_when_closed(edition)
    return found


def _make(edition_file: EditionFile, *, by: str, dry_run: bool = False) -> Edition:
    edition = Edition(created_at=clock.now(), updated_at=clock.now())
    fill(edition, edition_file)
    check_dates(edition)
    db.session.add(edition)
    db.session.flush()
    if edition_file.pictures is not None:
        pictures.bring_together(edition, edition_file.pictures, dry_run=dry_run)
    audit.record("edition.made", by=by, edition=edition, subject_kind="edition", subject_code=edition.slug)
    return edition


def _check_limit(edition: Edition) -> None:
    if edition.participant_limit is None:
        return
    registered = taken(edition)
    if registered > edition.participant_limit:
        raise LimitBelowRegistered(edition.participant_limit, registered)
