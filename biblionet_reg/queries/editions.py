"""Finding editions."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffRoleGrant
from biblionet_reg.models.edition import Edition


def by_slug(slug: str) -> Edition | None:
    """Return the edition at this address, or None."""
    return db.session.scalar(select(Edition).where(Edition.slug == slug))


def all_editions() -> list[Edition]:
    """Return every edition, the latest first."""
    return list(db.session.scalars(select(Edition).order_by(Edition.starts_on.desc(), Edition.id.desc())))


def current(today: date) -> Edition | None:
    """Return the edition marked current, else the next to begin, else the last."""
    marked = db.session.scalar(select(Edition).where(Edition.is_current))
    if marked is not None:
        return marked
    coming = select(Edition).where(Edition.ends_on >= today).order_by(Edition.starts_on).limit(1)
    return db.session.scalar(coming) or next(iter(all_editions()), None)


def with_roles_of(account_id: int) -> list[tuple[Edition, list[StaffRole]]]:
    """Return the editions in which the account has roles, the latest first, each with those roles."""
    grants = select(StaffRoleGrant).where(StaffRoleGrant.account_id == account_id).options(joinedload(StaffRoleGrant.edition))
    roles: dict[Edition, list[StaffRole]] = {}
    for grant in db.session.scalars(grants):
        roles.setdefault(grant.edition, []).append(grant.role)
    return sorted(roles.items(), key=lambda pair: pair[0].starts_on, reverse=True)
