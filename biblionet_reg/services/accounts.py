"""Staff accounts: made by command or organiser, signed in by password or one-time link."""

import secrets
from collections.abc import Iterable

from flask_security import hash_password, verify_and_update_password
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.permissions import LastAdministrator, StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount, StaffRoleGrant
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import CapabilityLink
from biblionet_reg.queries.accounts import by_email, roles_in, staff_of
from biblionet_reg.services import audit, links, rate_limits
from biblionet_reg.services.transaction import rows_changed, transaction


def grant_role(email: str, *, name: str, role: StaffRole, edition: Edition, by: str, is_demo: bool = False) -> StaffAccount:
    """Make the account unless there is one, and give it `role` in `edition`; safe to repeat."""
    with transaction():
        account = by_email(email) or _make(email, name, is_demo=is_demo)
        db.session.refresh(account, with_for_update=True)
        if role not in roles_in(account, edition):
            account.roles.append(StaffRoleGrant(edition_id=edition.id, role=role))
            db.session.flush()
            _record("account.role_given", account, edition=edition, by=by, role=role)
    return account


def invite(email: str, *, name: str, roles: Iterable[StaffRole], edition: Edition, by: StaffAccount) -> tuple[StaffAccount, str | None]:
    """Give roles in `edition`; return the account and, where `by` may open it, a one-time link's random part."""
    with transaction():
        for role in roles:
            account = grant_role(email, name=name, role=role, edition=edition, by=by.email)
        return account, links.mint_sign_in(account) if may_open(by, account) else None


def may_open(administrator: StaffAccount, account: StaffAccount) -> bool:
    """Say whether the administrator may hand out a sign-in link for the account.

    A link opens everything the account may do, so it takes an administrator of every edition it has roles in.
    """
    administered = {grant.edition_id for grant in administrator.roles if grant.role is StaffRole.ADMINISTRATOR}
    return {grant.edition_id for grant in account.roles} <= administered


def remove_role(account: StaffAccount, role: StaffRole, *, edition: Edition, by: str) -> bool:
    """Take the role back; say whether the account had it. Raises LastAdministrator."""
    with transaction() as session:
        session.refresh(edition, with_for_update=True)
        session.refresh(account, ["roles"])
        grant = next((grant for grant in account.roles if grant.edition_id == edition.id and grant.role is role), None)
        if grant is None:
            return False
        if role is StaffRole.ADMINISTRATOR and _administrators(edition) == [account]:
            raise LastAdministrator
        account.roles.remove(grant)
        session.flush()
        _record("account.role_removed", account, edition=edition, by=by, role=role)
        if not account.roles:
            links.revoke_sign_in(account)
    return True


def with_password(email: str, password: str) -> StaffAccount | None:
    """Return the active account that this password opens, or None; takes as long either way."""
    account = by_email(email)
    if account is None or not account.password or not account.active:
        hash_password(password)
        return None
    with transaction():
        return account if verify_and_update_password(password, account) else None


def enter(email: str, password: str) -> StaffAccount | None:
    """Return the account that somebody signs in to; attempts are counted, also those that fail. Raises TooManyAttempts."""
    with transaction():
        rate_limits.count_sign_in(email)
        account = with_password(email, password)
        if account is not None:
            rate_limits.forgive_sign_in(email)
    return account


def set_password(account: StaffAccount, password: str, *, by: str) -> None:
    """Set a new password (its length is the form's rule); every other browser is signed out."""
    with transaction():
        account.password = hash_password(password)
        account.fs_uniquifier = secrets.token_hex(32)
        links.revoke_sign_in(account)
        _record("account.password_set", account, edition=None, by=by)


def set_language(account: StaffAccount, language: Lang) -> None:
    """Choose the language in which the account's pages begin."""
    with transaction():
        account.language = language


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


def _make(email: str, name: str, *, is_demo: bool) -> StaffAccount:
    address = email.strip().lower()
    account = StaffAccount(
        email=address, name=name, active=True, fs_uniquifier=secrets.token_hex(32), is_demo=is_demo, created_at=clock.now()
    )
    try:
        with db.session.begin_nested():
            db.session.add(account)
    except IntegrityError:
        first = by_email(email)
        if first is None:
            raise
        return first
    return account


def _administrators(edition: Edition) -> list[StaffAccount]:
    return [account for account in staff_of(edition) if account.active and StaffRole.ADMINISTRATOR in roles_in(account, edition)]


def _record(action: str, account: StaffAccount, *, edition: Edition | None, by: str, role: StaffRole | None = None) -> None:
    details = {"role": role.value} if role is not None else {}
    audit.record(action, by=by, edition=edition, subject_kind="account", subject_code=account.email, details=details)
