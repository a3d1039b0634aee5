"""Staff accounts and the roles they have."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from biblionet_reg.domain.name_order import name_in_parts, person_key
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.account import StaffAccount, StaffRoleGrant
from biblionet_reg.models.edition import Edition


@dataclass(frozen=True, slots=True)
class EditionRoles:
    """An edition and what an account is in it."""

    edition: Edition
    roles: list[StaffRole]


def by_email(email: str) -> StaffAccount | None:
    """Return the account with this address, whatever its case."""
    return db.session.scalar(select(StaffAccount).where(StaffAccount.email == email.strip().lower()))


def staff_of(edition: Edition) -> list[StaffAccount]:
    """Return the accounts with a role in this edition, by family name; `roles` holds those of every edition."""
    here = select(StaffRoleGrant.account_id).where(StaffRoleGrant.edition_id == edition.id)
    staff = select(StaffAccount).where(StaffAccount.id.in_(here)).options(selectinload(StaffAccount.roles))
    lang = current_lang()
    return sorted(db.session.scalars(staff), key=lambda one: (person_key(name_in_parts(one.name), lang=lang), one.id))


def roles_in(account: StaffAccount, edition: Edition) -> list[StaffRole]:
    """Return the account's roles in one edition, in the order of the roles."""
    return _in_order(grant.role for grant in account.roles if grant.edition_id == edition.id)


def editions_of(account: StaffAccount) -> list[EditionRoles]:
    """Return the editions in which the account has a role, the latest first."""
    mine = select(Edition).where(Edition.id.in_({grant.edition_id for grant in account.roles}))
    return [EditionRoles(edition, roles_in(account, edition)) for edition in db.session.scalars(mine.order_by(Edition.starts_on.desc()))]


def _in_order(roles: Iterable[StaffRole]) -> list[StaffRole]:
    held = set(roles)
    return [role for role in StaffRole if role in held]
