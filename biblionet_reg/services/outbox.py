"""The outbox: letters wait as rows, are claimed one by one, and are sent after their claim commits."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LINK_PLACE, LetterState, LinkScope
from biblionet_reg.extensions import db, queue
from biblionet_reg.mail import postman
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.services import links
from biblionet_reg.services.transaction import after_commit, rows_changed, transaction

_MAX_TRIES = 5
_BACK_OFF = timedelta(minutes=5)
_LOST_AFTER = timedelta(minutes=15)
_PATHS = {LinkScope.REGISTRATION: "my/registration", LinkScope.SUBMISSION: "my/submission"}


def post(letter: Letter) -> Letter:
    """Put a letter into the outbox, inside the use-case it tells about; wake the sender after it."""
    with transaction() as session:
        session.add(letter)
        if letter.state is LetterState.QUEUED:
            after_commit(lambda: queue.wake("deliver_letters"))
    return letter


def deliver_due() -> int:
    """Send every letter that is due, once each; return how many went."""
    mark_lost()
    sent = 0
    while (letter_id := _next_due()) is not None:
        sent += _deliver(letter_id)
    return sent


def mark_lost() -> None:
    """A letter whose sender died between claim and send is uncertain: a person settles it."""
    with transaction() as session:
        session.execute(
            update(Letter)
            .where(Letter.state == LetterState.SENDING, Letter.claimed_at < clock.now() - _LOST_AFTER)
            .values(state=LetterState.UNCERTAIN)
        )


def _next_due() -> int | None:
    with transaction() as session:
        return session.scalar(
            select(Letter.id).where(Letter.state == LetterState.QUEUED, Letter.due_at <= clock.now()).order_by(Letter.due_at, Letter.id).limit(1)
        )


def _deliver(letter_id: int) -> bool:
    link = _claim(letter_id)
    if link is None:
        return False
    letter = db.session.get_one(Letter, letter_id)
    try:
        postman.deliver(letter, text=letter.text_body.replace(LINK_PLACE, link), html=letter.html_body.replace(LINK_PLACE, link))
    except postman.NotDelivered as error:
        _settle_failure(letter_id, str(error))
        return False
    with transaction() as session:
        session.execute(update(Letter).where(Letter.id == letter_id).values(state=LetterState.SENT, sent_at=clock.now(), last_error=""))
    return True


def _claim(letter_id: int) -> str | None:
    """Claim the letter for this sender and mint its link; None when another sender was first."""
    with transaction() as session:
        claimed = session.execute(
            update(Letter)
            .where(Letter.id == letter_id, Letter.state == LetterState.QUEUED)
            .values(state=LetterState.SENDING, claimed_at=clock.now(), tries=Letter.tries + 1)
        )
        if rows_changed(claimed) != 1:
            return None
        return _link_for(session.get_one(Letter, letter_id))


def _link_for(letter: Letter) -> str:
    if letter.link_scope is None:
        return ""
    token = links.mint(letter.link_scope, registration_id=letter.registration_id, submission_id=letter.submission_id)
    edition = db.session.get_one(Edition, letter.edition_id)
    base = current_app.extensions["settings"].base_url
    return f"{base}/{letter.language.value}/{edition.slug}/{_PATHS[letter.link_scope]}/{token}"


def _settle_failure(letter_id: int, error: str) -> None:
    with transaction() as session:
        letter = session.get_one(Letter, letter_id)
        letter.last_error = error[:1000]
        letter.state = LetterState.FAILED if letter.tries >= _MAX_TRIES else LetterState.QUEUED
        letter.due_at = clock.now() + _BACK_OFF * 2 ** (letter.tries - 1)
