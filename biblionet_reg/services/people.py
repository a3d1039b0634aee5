"""People of the installation: the same folded name at the same e-mail address is the same person."""

from flask_sqlalchemy.session import Session
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.script import fold
from biblionet_reg.models.person import Person
from biblionet_reg.services.transaction import transaction

_NAME_KEY_LENGTH = 220
_MAX_TRIES = 20
_Session = scoped_session[Session]


def name_key(given_name: str, family_name: str) -> str:
    """Return the key by which a name is recognised in either script, with or without its marks."""
    name = f"{given_name} {family_name}"
    return (fold(name) or name.casefold())[:_NAME_KEY_LENGTH]


def find_or_make(given_name: str, family_name: str, email: str, *, is_demo: bool = False) -> Person:
    """Return the person of this name and address, made when new; the address may be empty."""
    key, address = name_key(given_name, family_name), email.strip().lower()
    with transaction() as session:
        for _try in range(_MAX_TRIES):
            person = _find(session, key, address) or _make(session, given_name, family_name, address, key, is_demo=is_demo)
            if person is not None:
                return person
    message = "no free code for a person"
    raise RuntimeError(message)


def _find(session: _Session, key: str, address: str) -> Person | None:
    return session.scalar(select(Person).where(Person.name_key == key, Person.email == address))


def _make(session: _Session, given_name: str, family_name: str, address: str, key: str, *, is_demo: bool) -> Person | None:
    """Return the new person; None when another transaction was first, or the code is taken."""
    person = Person(
        code=new_code(CodeKind.PERSON),
        given_name=given_name,
        family_name=family_name,
        email=address,
        name_key=key,
        is_demo=is_demo,
        created_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        return None
    return person
