"""People of the installation: the same name, in either script, at the same e-mail address is the same person."""

from collections.abc import Sequence

from flask_sqlalchemy.session import Session
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.script import fold, same_name, strict_key, without_marks
from biblionet_reg.domain.shared_key import free_key
from biblionet_reg.extensions import db
from biblionet_reg.models.person import Person
from biblionet_reg.queries.shared_keys import has_key
from biblionet_reg.services.transaction import transaction

NAME_KEY_LENGTH = 220
_MAX_TRIES = 20
_Session = scoped_session[Session]


def name_key(given_name: str, family_name: str) -> str:
    """Return the key by which a name is looked for in either script, with or without its marks; other names may share it."""
    name = without_marks(f"{given_name} {family_name}")
    return (fold(name) or name.casefold())[:NAME_KEY_LENGTH]


def find_or_make(given_name: str, family_name: str, email: str, *, is_demo: bool = False) -> Person:
    """Return the person of this name and address, made when new; the address may be empty."""
    with transaction() as session:
        for _try in range(_MAX_TRIES):
            sharing = _sharing(session, given_name, family_name, email)
            person = _meant(sharing, given_name, family_name) or _make(session, given_name, family_name, email, sharing, is_demo=is_demo)
            if person is not None:
                return person
    message = "no free code for a person"
    raise RuntimeError(message)


def find(given_name: str, family_name: str, email: str) -> Person | None:
    """Return the person of this name and address, or None."""
    return _meant(_sharing(db.session, given_name, family_name, email), given_name, family_name)


def _sharing(session: _Session, given_name: str, family_name: str, email: str) -> list[Person]:
    """The people at this address whose names have the same loose key, the first known first."""
    key = has_key(Person.name_key, name_key(given_name, family_name), NAME_KEY_LENGTH)
    return list(session.scalars(select(Person).where(Person.email == _address(email), key).order_by(Person.id)))


def _meant(sharing: Sequence[Person], given_name: str, family_name: str) -> Person | None:
    """The one of the very same letters, else the first whose name it may be without its marks."""
    name = f"{given_name} {family_name}"
    same = [one for one in sharing if same_name(f"{one.given_name} {one.family_name}", name)]
    return min(same, key=lambda one: _letters_of(f"{one.given_name} {one.family_name}") != _letters_of(name), default=None)


def _letters_of(name: str) -> str:
    return strict_key(without_marks(name))


def _address(email: str) -> str:
    return email.strip().lower()


def _make(session: _Session, given_name: str, family_name: str, email: str, sharing: Sequence[Person], *, is_demo: bool) -> Person | None:
    """Return the new person; None when another transaction was first, or the code is taken."""
    person = Person(
        code=new_code(CodeKind.PERSON),
        given_name=given_name,
        family_name=family_name,
        email=_address(email),
        name_key=free_key(name_key(given_name, family_name), {one.name_key for one in sharing}, NAME_KEY_LENGTH),
        is_demo=is_demo,
        created_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        return None
    return person
