"""Places in alphabetical lists: written together with what they are made of, and all made anew when the rules have changed."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import load_only

from biblionet_reg.domain.collation import text_keys
from biblionet_reg.domain.name_order import person_keys
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.sort_keys import COLUMNS
from biblionet_reg.models.submission import Submission
from biblionet_reg.services.transaction import transaction

_CHUNK = 1000
_NAMES = tuple(PersonName.__dataclass_fields__)


def place_registration(registration: Registration) -> bool:
    """Put a registration where the person's name belongs in every order; say whether that is another place."""
    return registration.stand_by(person_keys(registration))


def place_submission(submission: Submission) -> bool:
    """Put a submission where its title belongs in every order; say whether that is another place."""
    return submission.stand_by(text_keys(submission.title))


def rebuild() -> int:
    """Make every stored place anew, some rows in a transaction at a time; return how many were wrong. Safe to run twice."""
    return _rebuild(Registration, _NAMES, place_registration) + _rebuild(Submission, ("title",), place_submission)


def _rebuild(model: Any, made_of: tuple[str, ...], place: Callable[[Any], bool]) -> int:
    needed = load_only(*(getattr(model, name) for name in ("id", *made_of, *COLUMNS.values())))
    changed = last = 0
    while True:
        with transaction() as session:
            rows = session.scalars(select(model).where(model.id > last).order_by(model.id).limit(_CHUNK).options(needed)).all()
            last = rows[-1].id if rows else last
            changed += sum(place(row) for row in rows)
        if not rows:
            return changed
