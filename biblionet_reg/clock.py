"""Every "now" of the product. `CLOCK` sets it for demonstrations; it runs on from there."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import Flask, current_app

_KEY = "biblionet_clock"


def init_app(app: Flask, start: datetime | None) -> None:
    """Let the clock of `app` begin at `start` (aware), or follow the machine's when None."""
    app.extensions[_KEY] = None if start is None else start - datetime.now(UTC)


def run_on_from(moment: datetime) -> None:
    """Move a set clock on to `moment` (aware) unless it is past it: what happened stays in the past."""
    if is_set() and moment > now():
        current_app.extensions[_KEY] = moment - datetime.now(UTC)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    shift = current_app.extensions[_KEY]
    moment = datetime.now(UTC) if shift is None else datetime.now(UTC) + shift
    return moment.astimezone(UTC)


def is_set() -> bool:
    """Say whether the clock shows another time than the machine's (a banner tells the visitor)."""
    return current_app.extensions[_KEY] is not None


def today(time_zone: str) -> date:
    """Return the present day in `time_zone`."""
    return now().astimezone(ZoneInfo(time_zone)).date()


def machine_now() -> datetime:
    """Return the machine's own moment: for leases between processes, whose set clocks begin at different moments."""
    return datetime.now(UTC)
