"""What the start of a production installation looks for in its database."""

from sqlalchemy import inspect, select
from sqlalchemy.exc import OperationalError

from biblionet_reg.config import SettingError
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount


def refuse_demonstration_accounts() -> None:
    """Raise SettingError when there is a demonstration account; an empty database has none."""
    try:
        address = _first_demonstration_account()
    except OperationalError as error:
        message = "DATABASE_URL: the database does not answer; start it, or correct the address."
        raise SettingError(message) from error
    if address is not None:
        message = f"DATABASE_URL: the database holds demonstration accounts ({address}); production starts only without them."
        raise SettingError(message)


def _first_demonstration_account() -> str | None:
    with db.engine.connect() as connection:
        if not inspect(connection).has_table(StaffAccount.__tablename__):
            return None
        first = select(StaffAccount.email).where(StaffAccount.is_demo).order_by(StaffAccount.email).limit(1)
        return connection.scalar(first)
