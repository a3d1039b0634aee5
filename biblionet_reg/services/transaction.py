"""One transaction per use-case: the outermost commits, an inner one joins, a failure undoes all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from flask_sqlalchemy.session import Session
from sqlalchemy import CursorResult, Result
from sqlalchemy.orm import scoped_session

from biblionet_reg.extensions import db

_DEPTH = "use_case"
_AFTER = "after_commit"
_GATHERED = "gathered"


@contextmanager
def transaction() -> Iterator[scoped_session[Session]]:
    """Run a use-case. What `after_commit` was given runs only when everything is committed."""
    session = db.session
    if session.info.get(_DEPTH):
        yield session
        return
    session.info[_DEPTH] = True
    session.info[_AFTER] = []
    session.info[_GATHERED] = {}
    try:
        yield session
        for write, found in session.info[_GATHERED].items():
            write(found)
        session.commit()
    except BaseException:
        session.rollback()
        session.info.pop(_AFTER)
        raise
    finally:
        session.info.pop(_DEPTH)
        session.info.pop(_GATHERED)
    for call in session.info.pop(_AFTER):
        call()


def after_commit(call: Callable[[], object]) -> None:
    """Run `call` once the use-case under way is committed, and never if it is not."""
    db.session.info[_AFTER].append(call)


def gathered(write: Callable[[dict[str, str]], object]) -> dict[str, str]:
    """Return what the use-case under way gathers for `write`, which gets all of it at once, as the last thing before the commit."""
    found: dict[str, str] = db.session.info[_GATHERED].setdefault(write, {})
    return found


def rows_changed(result: Result[Any]) -> int:
    """Return how many rows an UPDATE or DELETE touched (a claim that touches none was lost to another)."""
    return cast("CursorResult[Any]", result).rowcount
