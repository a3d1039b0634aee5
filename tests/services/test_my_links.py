"""“Send me my link again”: everything an address has in an edition."""

import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.letter import LINKS_LIMIT, LetterKind
from biblionet_reg.domain.registration import AlreadyRegistered
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.services import my_links, registrations, submissions
from tests import registrations as registering
from tests import submissions as submitting


def test_an_address_is_sent_all_it_has_and_nobody_elses(session: scoped_session[Session], edition: Edition) -> None:
    registrations.register(registering.answers(), edition=edition)
    registrations.register(registering.answers(given_name="Ана", email="ana@example.org"), edition=edition)
    submissions.submit(submitting.answers(), edition=edition)
    before = set(session.scalars(select(Letter.id)))

    sent = my_links.send_again(edition, " Ljubica@Example.org ")

    new = [letter for letter in session.scalars(select(Letter).order_by(Letter.id)) if letter.id not in before]
    assert sent == 2
    assert [(letter.kind, letter.to_email) for letter in new] == [
        (LetterKind.REGISTRATION_RECEIVED, "ljubica@example.org"),
        (LetterKind.SUBMISSION_RECEIVED, "ljubica@example.org"),
    ]
    assert my_links.send_again(edition, "nobody@example.org") == 0


def test_an_address_asked_for_again_and_again_is_not_flooded(session: scoped_session[Session], edition: Edition) -> None:
    registrations.register(registering.answers(), edition=edition)
    submissions.submit(submitting.answers(), edition=edition)

    sent = [my_links.send_again(edition, "ljubica@example.org") for _press in range(4)]

    assert sent == [2, 2, 0, 0]


def test_who_registers_again_and_again_is_not_flooded(session: scoped_session[Session], edition: Edition) -> None:
    registrations.register(registering.answers(), edition=edition)

    for _press in range(4):
        with pytest.raises(AlreadyRegistered):
            registrations.register(registering.answers(form_key=str(uuid.uuid4())), edition=edition)

    assert len(list(session.scalars(select(Letter)))) == LINKS_LIMIT
