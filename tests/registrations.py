"""Answers of the registration form for tests: short, whole, and changed by the test that cares."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Flask

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.registration import ConsentPurpose, ParticipantRole
from biblionet_reg.domain.registration_answers import GivenConsent, Needs, RegistrationAnswers
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions
from biblionet_reg.services import links, registrations

DAY_1, DAY_2, DAY_3 = date(2020, 10, 1), date(2020, 10, 2), date(2020, 10, 3)
NEEDS_CONSENT = GivenConsent(ConsentPurpose.NEEDS, "Слажем се.", Lang.SR)


def answers(**changes: Any) -> RegistrationAnswers:
    """Return the answers of a librarian from Vranje who comes for two days and eats once."""
    whole = RegistrationAnswers(
        form_key=str(uuid.uuid4()),
        given_name="Љубица",
        family_name="Ђорђевић",
        email="ljubica@example.org",
        institution_name="Јавна библиотека „Бора Станковић“",
        institution_place="Врање",
        institution_kind=InstitutionKind.LIBRARY,
        role=ParticipantRole.PARTICIPANT,
        days=(DAY_1, DAY_2),
        meals=("day-1-lunch",),
        needs=Needs(),
        consents=(),
    )
    return replace(whole, **changes)


def typed(**changes: Any) -> dict[str, Any]:
    """Return what the same person types into the form of a page."""
    return {
        "given_name": "Љубица",
        "family_name": "Ђорђевић",
        "email": "ljubica@example.org",
        "institution_name": "Дом културе „Трг“",
        "institution_place": "Бујановац",
        "institution_kind": "cultural_centre",
        "role": "participant",
        "days": ["2020-10-01", "2020-10-02"],
        **changes,
    }


def registered(app: Flask, **changes: Any) -> tuple[str, str]:
    """Register somebody and return the code and the random part of a personal link."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        made = registrations.register(answers(**changes), edition=edition)
        return made.code, link_to(made)


def link_to(registration: Registration) -> str:
    return links.mint(LinkScope.REGISTRATION, registration_id=registration.id)
