"""The audit entries of one object: who did what to it, and when."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition


def history_of(edition: Edition, subject_kind: str, subject_code: str, *, without: Sequence[str] = ()) -> list[AuditEntry]:
    """Return the entries, the newest first; `without` leaves out actions that begin so (`review.`)."""
    told = select(AuditEntry).where(
        AuditEntry.subject_kind == subject_kind,
        AuditEntry.subject_code == subject_code,
        AuditEntry.edition_id == edition.id,
        *(~AuditEntry.action.startswith(start) for start in without),
    )
    return list(db.session.scalars(told.order_by(AuditEntry.at.desc(), AuditEntry.id.desc())))


def names_behind(actors: Iterable[str]) -> dict[str, str]:
    """Return the names of the people whose accounts have these addresses; what is no address has nobody behind it."""
    addresses = {actor for actor in actors if "@" in actor}
    if not addresses:
        return {}
    named = select(StaffAccount.email, StaffAccount.name).where(StaffAccount.email.in_(addresses))
    return {row.email: row.name for row in db.session.execute(named)}
