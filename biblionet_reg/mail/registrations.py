"""Letters about a registration, in the language its person chose."""

from biblionet_reg.domain.letter import LetterKind, LinkScope
from biblionet_reg.i18n import speaking
from biblionet_reg.mail.letters import Recipient, compose
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.shown.names import person_name


def registration_received(registration: Registration) -> Letter:
    """Tell that the person is registered, with everything registered and the personal link."""
    return _letter(LetterKind.REGISTRATION_RECEIVED, registration)


def registration_link(registration: Registration) -> Letter:
    """Bring the personal link once more, to whoever lost the letter."""
    return _letter(LetterKind.REGISTRATION_RECEIVED, registration, is_sent_again=True)


def registration_changed(registration: Registration) -> Letter:
    """Tell what the registration now holds."""
    return _letter(LetterKind.REGISTRATION_CHANGED, registration)


def registration_address_changed(registration: Registration, old_email: str) -> Letter:
    """Tell the address that stood there before that letters go elsewhere now; it brings neither answers nor a link."""
    return _letter(LetterKind.REGISTRATION_CHANGED, registration, link_scope=None, old_email=old_email)


def registration_cancelled(registration: Registration) -> Letter:
    """Tell that the place was given back."""
    return _letter(LetterKind.REGISTRATION_CANCELLED, registration, link_scope=None)


def _letter(
    kind: LetterKind,
    registration: Registration,
    *,
    link_scope: LinkScope | None = LinkScope.REGISTRATION,
    old_email: str = "",
    is_sent_again: bool = False,
) -> Letter:
    with speaking(registration.language):
        name = person_name(registration)
    return compose(
        kind,
        edition=registration.edition,
        to=Recipient(name=name, email=old_email or registration.email, lang=registration.language),
        link_scope=link_scope,
        registration=registration,
        is_demo=registration.is_demo,
        address_changed=bool(old_email),
        is_sent_again=is_sent_again,
    )
