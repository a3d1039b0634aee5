"""The outbox: letters wait as rows, are claimed one by one, and are sent after their claim commits."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import ColumnElement, and_, select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LINK_PLACE, LetterState, LinkScope
from biblionet_reg.extensions import db, queue
from biblionet_reg.mail import postman
from biblionet_reg.mail.postman import Mishap, NotDelivered, Parcel
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.services import links, search_index
from biblionet_reg.services.transaction import after_commit, rows_changed, transaction

_MAX_TRIES = 8
_BACK_OFF = timedelta(minutes=5)
_LOST_AFTER = timedelta(minutes=15)
_ERROR_LENGTH = 1000
_PATHS = {LinkScope.REGISTRATION: "my/registration", LinkScope.SUBMISSION: "my/submission"}


def post(letter: Letter) -> Letter:
    """Put a letter into the outbox, inside the use-case it tells about; wake the sender after it."""
    with transaction() as session:
        session.add(letter)
        session.flush()
        search_index.index_new([letter])
        if letter.state is LetterState.QUEUED:
            wake_sender()
    return letter


def wake_sender() -> None:
    """Have a worker look into the outbox once the use-case under way is committed."""
    after_commit(lambda: queue.wake("deliver_letters"))


def deliver_due() -> int:
    """Send every letter that is due, once each; return how many went. A server out of reach ends the round."""
    mark_lost()
    sent = 0
    while (letter_id := _next_due()) is not None:
        mishap = _deliver(letter_id)
        sent += mishap is None
        if mishap is Mishap.NO_SERVER:
            break
    return sent


def mark_lost() -> None:
    """A letter whose sender died between claim and send is uncertain: a person settles it."""
    with transaction() as session:
        session.execute(
            update(Letter)
            .where(Letter.state == LetterState.SENDING, Letter.claimed_at < clock.now() - _LOST_AFTER)
            .values(state=LetterState.UNCERTAIN)
        )


def _is_due() -> ColumnElement[bool]:
    return and_(Letter.state == LetterState.QUEUED, Letter.due_at <= clock.now())


def _next_due() -> int | None:
    with transaction() as session:
        return session.scalar(select(Letter.id).where(_is_due()).order_by(Letter.due_at, Letter.id).limit(1))


def _deliver(letter_id: int) -> Mishap | None:
    parcel = _claim(letter_id)
    if parcel is None:
        return Mishap.LATER
    try:
        postman.deliver(parcel)
    except NotDelivered as error:
        _settle_mishap(letter_id, error)
        return error.mishap
    _settle_sent(letter_id)
    return None


def _claim(letter_id: int) -> Parcel | None:
    """Claim the letter for this sender and mint its link; None when another sender was first."""
    with transaction() as session:
        claimed = session.execute(
            update(Letter)
            .where(Letter.id == letter_id, _is_due())
            .values(state=LetterState.SENDING, claimed_at=clock.now(), tries=Letter.tries + 1)
        )
        if rows_changed(claimed) != 1:
            return None
        return _parcel(session.get_one(Letter, letter_id, populate_existing=True))


def _parcel(letter: Letter) -> Parcel:
    edition = db.session.get_one(Edition, letter.edition_id)
    link = _link_for(letter, edition)
    return Parcel(
        file_name=f"{letter.id:06d}-{letter.kind.value}",
        message_id=letter.message_id,
        to_name=letter.to_name,
        to_email=letter.to_email,
        reply_to=edition.contact_email,
        language=letter.language,
        subject=letter.subject,
        text=letter.text_body.replace(LINK_PLACE, link),
        html=letter.html_body.replace(LINK_PLACE, link),
    )


def _link_for(letter: Letter, edition: Edition) -> str:
    if letter.link_scope is None:
        return ""
    token = links.mint(letter.link_scope, registration_id=letter.registration_id, submission_id=letter.submission_id)
    base = current_app.extensions["settings"].base_url
    return f"{base}/{letter.language.value}/{edition.slug}/{_PATHS[letter.link_scope]}/{token}"


def _settle_sent(letter_id: int) -> None:
    with transaction() as session:
        session.execute(
            update(Letter)
            .where(Letter.id == letter_id, Letter.state.in_((LetterState.SENDING, LetterState.UNCERTAIN)))
            .values(state=LetterState.SENT, sent_at=clock.now(), last_error="")
        )


def _settle_mishap(letter_id: int, error: NotDelivered) -> None:
    with transaction() as session:
        letter = session.get_one(Letter, letter_id, populate_existing=True, with_for_update=True)
        if letter.state is not LetterState.SENDING:
            return
        letter.last_error = str(error)[:_ERROR_LENGTH]
        letter.state = _state_after(error.mishap, letter.tries)
        if letter.state is LetterState.QUEUED:
            letter.due_at = clock.now() + _BACK_OFF * 2 ** (letter.tries - 1)


def _state_after(mishap: Mishap, tries: int) -> LetterState:
    if mishap is Mishap.UNKNOWN:
        return LetterState.UNCERTAIN
    if mishap is Mishap.NEVER or tries >= _MAX_TRIES:
        return LetterState.FAILED
    return LetterState.QUEUED
