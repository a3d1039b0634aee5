"""What a start, and whoever watches over it, looks for in the database."""

from sqlalchemy import func, inspect, select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from biblionet_reg import clock
from biblionet_reg.config import SettingError
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.audit import AuditEntry


def refuse_silent_database() -> None:
    """Raise SettingError when the database cannot be reached; what is in it does not matter."""
    try:
        db.engine.connect().close()
    except OperationalError as error:
        message = "DATABASE_URL: the database does not answer; start it, or correct the address."
        raise SettingError(message) from error


def refuse_demonstration_accounts() -> None:
    """Raise SettingError when there is a demonstration account; an empty database has none."""
    address = _first_demonstration_account()
    if address is not None:
        message = f"DATABASE_URL: the database holds demonstration accounts ({address}); production starts only without them."
        raise SettingError(message)


def ask_the_database() -> None:
    """Ask the smallest question there is; a database that does not answer raises."""
    db.session.execute(select(1))


def let_the_clock_run_on() -> None:
    """Let a set clock go on from the last thing that happened, so that a second start does not go back in time."""
    try:
        with db.engine.connect() as connection:
            latest = connection.scalar(select(func.max(AuditEntry.at)))
    except SQLAlchemyError:
        return
    if latest is not None:
        clock.run_on_from(latest)


def _first_demonstration_account() -> str | None:
    with db.engine.connect() as connection:
        if not inspect(connection).has_table(StaffAccount.__tablename__):
            return None
        first = select(StaffAccount.email).where(StaffAccount.is_demo).order_by(StaffAccount.email).limit(1)
        return connection.scalar(first)
