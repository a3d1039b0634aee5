"""One transaction per use-case: the outermost commits, an inner one joins, a failure undoes all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from flask import has_request_context
from flask_sqlalchemy.session import Session
from sqlalchemy import CursorResult, Result
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import scoped_session

from biblionet_reg.extensions import db

_DEPTH = "use_case"
_AFTER = "after_commit"
_GATHERED = "gathered"
_BEFORE = "before_commit"
#: What PostgreSQL says to one of two transactions that wait for each other, or could not have come one after the other
#: (SQLite lets one after another).
_BROKEN_OFF = {"40P01", "40001"}
_TRIES = 5
_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")


@contextmanager
def transaction() -> Iterator[scoped_session[Session]]:
    """Run a use-case. What `after_commit` was given runs only when everything is committed."""
    session = db.session
    if session.info.get(_DEPTH):
        yield session
        return
    session.info[_DEPTH] = True
    session.info[_AFTER] = []
    session.info[_GATHERED], session.info[_BEFORE] = {}, {}
    try:
        yield session
        for write, found in session.info[_GATHERED].items():
            write(found)
        for finish, things in session.info[_BEFORE].items():
            finish(things)
        _commit(session)
    except BaseException:
        session.rollback()
        session.info.pop(_AFTER)
        raise
    finally:
        session.info.pop(_DEPTH)
        session.info.pop(_GATHERED)
        session.info.pop(_BEFORE)
    for call in session.info.pop(_AFTER):
        call()


def _commit(session: scoped_session[Session]) -> None:
    """Commit; a request, which ends a moment later, reads nothing of it again: that would be a second transaction."""
    session().expire_on_commit = not has_request_context()
    session.commit()


def begins_anew(use_case: Callable[_P, _R]) -> Callable[_P, _R]:
    """Let a use-case begin anew when the database broke it off, so that another one could go on."""

    @wraps(use_case)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        for _try in range(_TRIES - 1):
            try:
                return use_case(*args, **kwargs)
            except OperationalError as error:
                if db.session.info.get(_DEPTH) or getattr(error.orig, "sqlstate", None) not in _BROKEN_OFF:
                    raise
        return use_case(*args, **kwargs)

    return run


def after_commit(call: Callable[[], object]) -> None:
    """Run `call` once the use-case under way is committed, and never if it is not."""
    db.session.info[_AFTER].append(call)


def before_commit(finish: Callable[[list[_T]], object], thing: _T) -> None:
    """Give `thing` to `finish`, which gets all in their order as the very last before the commit; it may lock what others need."""
    db.session.info[_BEFORE].setdefault(finish, []).append(thing)


def gathered(write: Callable[[dict[str, str]], object]) -> dict[str, str]:
    """Return what the use-case under way gathers for `write`, which gets all of it at once, when everything else is done."""
    found: dict[str, str] = db.session.info[_GATHERED].setdefault(write, {})
    return found


def rows_changed(result: Result[Any]) -> int:
    """Return how many rows an UPDATE or DELETE touched (a claim that touches none was lost to another)."""
    return cast("CursorResult[Any]", result).rowcount
