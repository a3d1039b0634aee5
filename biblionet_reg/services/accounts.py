"""Staff accounts: made by command or organiser, signed in by password or one-time link."""

import secrets

from flask_security import hash_password, verify_and_update_password
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount, StaffRoleGrant
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import CapabilityLink
from biblionet_reg.services import audit, links
from biblionet_reg.services.transaction import rows_changed, transaction


def by_email(email: str) -> StaffAccount | None:
    """Return the account with this address, whatever its case."""
    return db.session.scalar(select(StaffAccount).where(StaffAccount.email == email.strip().lower()))


def grant_role(email: str, *, name: str, role: StaffRole, edition: Edition, by: str, is_demo: bool = False) -> StaffAccount:
    """Make the account unless there is one, and give it `role` in `edition`; safe to repeat."""
    with transaction() as session:
        account = by_email(email)
        if account is None:
            account = StaffAccount(
                email=email.strip().lower(), name=name, active=True, fs_uniquifier=secrets.token_hex(32), is_demo=is_demo, created_at=clock.now()
            )
            session.add(account)
            session.flush()
        held = {grant.role for grant in account.roles if grant.edition_id == edition.id}
        if role not in held:
            account.roles.append(StaffRoleGrant(edition_id=edition.id, role=role))
            audit.record(
                "account.role_given", by=by, edition=edition, subject_kind="account", subject_code=account.email, details={"role": role}
            )
    return account


def with_password(email: str, password: str) -> StaffAccount | None:
    """Return the active account that this password opens, or None; takes as long either way."""
    account = by_email(email)
    if account is None or not account.password or not account.active:
        hash_password(password)
        return None
    with transaction():
        return account if verify_and_update_password(password, account) else None


def set_password(account: StaffAccount, password: str, *, by: str) -> None:
    """Set a new password (its length is the form's rule)."""
    with transaction():
        account.password = hash_password(password)
        audit.record("account.password_set", by=by, edition=None, subject_kind="account", subject_code=account.email)


def spend_sign_in_link(token: str) -> StaffAccount | None:
    """Use up a one-time link and return its account; None when it was used, is old or unknown."""
    with transaction() as session:
        link = links.find(token, LinkScope.SIGN_IN)
        if link is None or link.account_id is None:
            return None
        spent = session.execute(
            update(CapabilityLink).where(CapabilityLink.id == link.id, CapabilityLink.used_at.is_(None)).values(used_at=clock.now())
        )
        account = session.get(StaffAccount, link.account_id)
        return account if rows_changed(spent) == 1 and account is not None and account.active else None
