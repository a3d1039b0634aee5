"""Registering, changing and cancelling: one live registration a person, never more than there are places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from biblionet_reg import clock
from biblionet_reg.domain.changes import OldAndNew, old_and_new
from biblionet_reg.domain.draft import KeptDraft
from biblionet_reg.domain.edition import Window, refuse_unless_open
from biblionet_reg.domain.rate_limit import Counted
from biblionet_reg.domain.registration import (
    AlreadyRegistered,
    AnotherRegistration,
    ConsentPurpose,
    RegistrationCancelled,
    RegistrationState,
    refuse_cancelling,
)
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.domain.resending import key_beside
from biblionet_reg.extensions import db
from biblionet_reg.mail import registrations as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import registrations
from biblionet_reg.services import audit, drafts, outbox, people, rate_limits, search_index
from biblionet_reg.services.registration_links import send_link
from biblionet_reg.services.registration_places import refuse_when_no_place_is_left, take_place
from biblionet_reg.services.registration_record import differences, facts_of, withdraw, write
from biblionet_reg.services.resending import ask_about_registrations, just_registered
from biblionet_reg.services.transaction import begins_anew, transaction

#: Changing these alone is not worth a letter.
_QUIET = {"consents", "language"}


def refuse_unless_possible(edition: Edition) -> None:
    """Raise the Refusal a visitor would get now: closed, not open, or full."""
    _refuse_unless_open(edition)
    refuse_when_no_place_is_left(edition)


def refuse_unless_changeable(registration: Registration, *, by: str | None = None) -> None:
    """Raise the Refusal of a change now; organisers (`by`) may change until the edition is closed."""
    if registration.state is RegistrationState.CANCELLED:
        raise RegistrationCancelled
    window = registration.edition.registration if by is None else Window(None, None)
    refuse_unless_open(window, is_closed=registration.edition.closed_at is not None, now=clock.now())


def refuse_unless_cancellable(registration: Registration) -> None:
    """Raise the Refusal of a cancellation now: the edition is closed, or over."""
    edition = registration.edition
    refuse_cancelling(edition.ends_on, today=clock.today(edition.time_zone), is_closed=edition.closed_at is not None)


@begins_anew
def register(
    answers: RegistrationAnswers, *, edition: Edition, by: str | None = None, sent_here: Sequence[str] = (), draft: KeptDraft | None = None,
    is_demo: bool = False,
) -> Registration:  # fmt: skip
    """Register a person; the same form sent twice returns the same registration.

    `by` is whoever does it for the person, None the person; `draft` is what was sent, and ends with it.
    Other answers on the same page, or on a fresh one from the
    browser where `sent_here` (codes) were made, change the same person's registration. Where only the name or only the
    address is the same, SentAlready asks; `change` and `register_beside` are the two answers. Who is registered from
    elsewhere is sent the link again, and AlreadyRegistered is raised.
    """
    try:
        with transaction():
            drafts.discard(draft)
            return _register(answers, _lock(edition), by=by, sent_here=sent_here, is_demo=is_demo)
    except AlreadyRegistered as refusal:
        with transaction():
            send_link(_fresh(edition, refusal.code), by=by)
        raise


def register_beside(code: str, answers: RegistrationAnswers, *, edition: Edition, draft: KeptDraft | None = None) -> Registration:
    """Register another person than `code` from the same form page; pressing twice registers once."""
    return register(replace(answers, form_key=key_beside(answers.form_key, code)), edition=edition, draft=draft)


@begins_anew
def change(
    registration: Registration, answers: RegistrationAnswers, *, by: str | None = None, draft: KeptDraft | None = None
) -> Registration:
    """Write new answers over a live registration; a letter goes when something that matters changed. `draft`: see `register`."""
    with transaction() as session:
        drafts.discard(draft)
        edition = _lock(registration.edition)
        registration = _fresh(edition, registration.code)
        refuse_unless_changeable(registration, by=by)
        person = people.find_or_make(answers.given_name, answers.family_name, answers.email, is_demo=registration.is_demo)
        other = registrations.live_of_person(edition, person.id)
        if other is not None and other is not registration:
            raise AnotherRegistration(other.code)
        changed, old_email, before = differences(registration, answers), registration.email, facts_of(registration)
        registration.person = person
        write(registration, answers)
        session.flush()
        search_index.index(registration)
        if changed:
            _record(registration, "changed", by=by, details={"fields": changed}, changes=old_and_new(before, facts_of(registration)))
        if set(changed) - _QUIET:
            outbox.post(letters.registration_changed(registration))
        if by is None and old_email.lower() != registration.email.lower():
            outbox.post(letters.registration_address_changed(registration, old_email))
    return registration


def cancel(registration: Registration, *, by: str | None = None) -> Registration:
    """Give the place back; cancelling twice is cancelling once."""
    with transaction():
        registration = _fresh(_lock(registration.edition), registration.code)
        if registration.state is RegistrationState.CANCELLED:
            return registration
        refuse_unless_cancellable(registration)
        registration.state = RegistrationState.CANCELLED
        registration.cancelled_at = registration.updated_at = clock.now()
        registration.cancelled_by = by or registration.code
        _record(registration, "cancelled", by=by)
        outbox.post(letters.registration_cancelled(registration))
    return registration


def withdraw_consent(registration: Registration, purpose: ConsentPurpose, *, by: str | None = None) -> None:
    """Take a consent back, at any time; what was kept because of it is erased."""
    with transaction():
        registration = _fresh(_lock(registration.edition), registration.code)
        if withdraw(registration, purpose):
            registration.updated_at = clock.now()
            _record(registration, "consent_withdrawn", by=by, details={"purpose": purpose.value})


def _register(answers: RegistrationAnswers, edition: Edition, *, by: str | None, sent_here: Sequence[str], is_demo: bool) -> Registration:
    person = people.find_or_make(answers.given_name, answers.family_name, answers.email, is_demo=is_demo)
    form_key, sent = answers.form_key, just_registered(edition, sent_here)
    while (before := registrations.by_form_key(edition, form_key)) is not None:
        sent = sent if before.state is RegistrationState.CANCELLED else [before, *sent]
        form_key = key_beside(form_key, before.code)
    for one in sent:
        if one.person_id == person.id:
            return change(one, answers, by=by) if differences(one, answers) else one
    _refuse_unless_open(edition)
    if sent and registrations.live_of_person(edition, person.id) is None:
        ask_about_registrations(sent, answers)
    if by is None:
        rate_limits.count_here(Counted.REGISTER_ADDRESS)
    registration = take_place(answers, edition, person, form_key=form_key, is_demo=is_demo)
    _record(registration, "received", by=by)
    outbox.post(letters.registration_received(registration))
    return registration


def _lock(edition: Edition) -> Edition:
    """Let one after another into the edition, with its limit and dates as they are now."""
    return db.session.get_one(Edition, edition.id, with_for_update={"key_share": True}, populate_existing=True)


def _fresh(edition: Edition, code: str) -> Registration:
    found = registrations.by_code(edition, code, fresh=True)
    assert found is not None
    return found


def _refuse_unless_open(edition: Edition) -> None:
    refuse_unless_open(edition.registration, is_closed=edition.closed_at is not None, now=clock.now())


def _record(
    registration: Registration,
    action: str,
    *,
    by: str | None,
    details: dict[str, object] | None = None,
    changes: Mapping[str, OldAndNew] | None = None,
) -> None:
    audit.record(
        f"registration.{action}",
        by=by or registration.code,
        edition=registration.edition,
        subject_kind="registration",
        subject_code=registration.code,
        details=details,
        changes=changes,
    )
