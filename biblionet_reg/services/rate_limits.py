"""Counting attempts in the database: without another server, and right across processes and machines.

One statement counts and tells (a fixed window that begins with the first attempt), so no two attempts get the same number.
"""

import hashlib
from typing import Any

from flask import current_app
from sqlalchemy import case, delete
from sqlalchemy.dialects import postgresql, sqlite

from biblionet_reg import clock, origin
from biblionet_reg.domain.rate_limit import LIMITS, Counted, TooManyAttempts, network_of
from biblionet_reg.extensions import db
from biblionet_reg.models.rate_count import RateCount
from biblionet_reg.services.transaction import transaction


def count_here(what: Counted) -> None:
    """Count an attempt from the network address of this request; this machine itself may try as often as it likes."""
    network = _network_here()
    if network is not None:
        count(what, network)


def count_sign_in(email: str) -> None:
    """Count an attempt to sign in to the account `email`, known or not. Raises TooManyAttempts."""
    with transaction():
        count(Counted.SIGN_IN_EVERYWHERE, email)
        count(Counted.SIGN_IN_ACCOUNT, _from_here(email))
        count_here(Counted.SIGN_IN_ADDRESS)


def forgive_sign_in(email: str) -> None:
    """Begin to count anew: who knew the password was no guesser."""
    with transaction() as session:
        keys = (_key(Counted.SIGN_IN_EVERYWHERE, email), _key(Counted.SIGN_IN_ACCOUNT, _from_here(email)))
        session.execute(delete(RateCount).where(RateCount.key.in_(keys)))


def _from_here(email: str) -> str:
    return f"{email} {_network_here() or ''}"


def _network_here() -> str | None:
    address = origin.here()
    return network_of(address) if address is not None else None


def count(what: Counted, whom: str) -> None:
    """Count one attempt, in the use-case under way or in a transaction of its own. Raises TooManyAttempts when there were enough."""
    limit, now = LIMITS[what], clock.machine_now()
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    first: Any = insert(RateCount).values(key=_key(what, whom), times=1, expires_at=now + limit.within)
    is_over = RateCount.expires_at <= now
    again = {
        "times": case((is_over, 1), else_=RateCount.times + 1),
        "expires_at": case((is_over, first.excluded.expires_at), else_=RateCount.expires_at),
    }
    counted = first.on_conflict_do_update(index_elements=[RateCount.key], set_=again).returning(RateCount.times, RateCount.expires_at)
    with transaction() as session:
        times, until = session.execute(counted).one()
    if times > limit.times:
        raise TooManyAttempts(what, until)


def purge() -> None:
    """Forget what is over."""
    with transaction() as session:
        session.execute(delete(RateCount).where(RateCount.expires_at <= clock.machine_now()))


def _key(what: Counted, whom: str) -> str:
    secret = str(current_app.secret_key).encode()
    return hashlib.blake2b(f"{what.value} {whom.casefold()}".encode(), key=secret[:64], digest_size=32).hexdigest()
