"""Personal links: minted when a letter is sent, kept as a hash, checked when followed."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.letter import CapabilityLink
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.services.transaction import transaction

_TOKEN_BYTES = 24
SIGN_IN_VALID_FOR = timedelta(hours=24)


def mint(
    scope: LinkScope, *, registration_id: int | None = None, submission_id: int | None = None, account_id: int | None = None,
    expires_at: datetime | None = None,
) -> str:  # fmt: skip
    """Make a link's random part, keep its hash, and return it; it cannot be read again later."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with transaction() as session:
        session.add(
            CapabilityLink(
                token_hash=_hash(token),
                scope=scope,
                registration_id=registration_id,
                submission_id=submission_id,
                account_id=account_id,
                created_at=clock.now(),
                expires_at=expires_at,
            )
        )
    return token


def mint_sign_in(account: StaffAccount) -> str:
    """Make a one-time sign-in link's random part, valid for a day; an older unused one opens nothing any more."""
    with transaction():
        revoke_sign_in(account)
        return mint(LinkScope.SIGN_IN, account_id=account.id, expires_at=clock.now() + SIGN_IN_VALID_FOR)


def revoke_sign_in(account: StaffAccount) -> None:
    """Take back the sign-in links of the account that nobody used yet."""
    unused = (CapabilityLink.account_id == account.id, CapabilityLink.used_at.is_(None), CapabilityLink.revoked_at.is_(None))
    with transaction() as session:
        session.execute(update(CapabilityLink).where(*unused).values(revoked_at=clock.now()))


def find(token: str, scope: LinkScope) -> CapabilityLink | None:
    """Return the living link of `scope` that `token` opens, or None. Changes nothing."""
    living = select(CapabilityLink).where(
        CapabilityLink.token_hash == _hash(token),
        CapabilityLink.scope == scope,
        CapabilityLink.revoked_at.is_(None),
        CapabilityLink.used_at.is_(None),
        or_(CapabilityLink.expires_at.is_(None), CapabilityLink.expires_at > clock.now()),
    )
    return db.session.scalar(living)


def registration_behind(token: str) -> Registration | None:
    """Return the registration a personal link opens, or None."""
    link = find(token, LinkScope.REGISTRATION)
    return db.session.get(Registration, link.registration_id) if link else None


def submission_behind(token: str) -> Submission | None:
    """Return the submission a personal link opens, or None."""
    link = find(token, LinkScope.SUBMISSION)
    return db.session.get(Submission, link.submission_id) if link else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
