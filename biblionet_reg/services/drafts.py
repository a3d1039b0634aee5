"""Keeping what is typed before it is sent, page by page; a browser that comes back finds it."""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, select
from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.draft import KEPT_FOR, DraftBegun, DraftGone, DraftNoun, KeptDraft, Pairs, merged
from biblionet_reg.extensions import db
from biblionet_reg.models.draft import Draft
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import uploads
from biblionet_reg.services.transaction import rows_changed, transaction

_TOKEN_BYTES = 24
# Built once: every page of a form begins with the one, and the last ends with the other.
_KEPT = select(Draft).where(Draft.token_hash == bindparam("key"), Draft.updated_at > bindparam("since"))
_ERASED = delete(Draft).where(Draft.id == bindparam("number"))


def new_token() -> str:
    """Return what a browser is to hold."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def begin(
    token: str,
    edition: Edition,
    noun: DraftNoun,
    answers: Pairs,
    *,
    page: str,
    is_done: bool,
    file: uploads.FileChange | None = None,
) -> KeptDraft:
    """Begin the draft of the browser that holds `token`, with its first page, which is done or only typed into, and the file it brings.

    Two requests of one browser begin one draft. Raises DraftBegun in the later one, and DraftTooLong.
    """
    key, now = _hash(token, edition, noun), clock.now()
    draft = Draft(
        edition_id=edition.id,
        noun=noun,
        token_hash=key,
        answers=_rows(merged((), answers, lambda _name: True)),
        pages=[page] if is_done else [],
        begun_at=now,
        updated_at=now,
    )
    try:
        with transaction() as session:
            session.execute(delete(Draft).where(Draft.token_hash == key, _is_forgotten(now)))
            session.add(draft)
            session.flush()
            uploads.apply_change(file)
            return draft.read()
    except IntegrityError as error:
        raise DraftBegun from error


def find(token: str, edition: Edition, noun: DraftNoun) -> KeptDraft | None:
    """Return the draft of this browser, or None when it has none, sent it, or let it lie too long."""
    if not token:
        return None
    found = db.session.scalar(_KEPT, {"key": _hash(token, edition, noun), "since": clock.now() - KEPT_FOR})
    return found.read() if found else None


def keep(
    draft: KeptDraft,
    sent: Iterable[tuple[str, str]],
    *,
    is_of_page: Callable[[str], bool],
    page: str,
    is_done: bool,
    file: uploads.FileChange | None = None,
) -> KeptDraft:
    """Put what a page sent in the place of what it sent before, its file too; `page` counts as done, or no longer does.

    Two pages kept at the same moment both stay: the row is read again under a lock. Raises DraftGone and DraftTooLong.
    """
    with transaction() as session:
        again = select(Draft).where(Draft.id == draft.number).with_for_update().execution_options(populate_existing=True)
        row = session.scalar(again)
        if row is None:
            raise DraftGone
        before = row.read()
        row.answers = _rows(merged(before.pairs, sent, is_of_page))
        row.pages = [*(done for done in before.pages if done != page), *([page] if is_done else [])]
        row.updated_at = clock.now()
        uploads.apply_change(file)
        return row.read()


def discard(draft: KeptDraft | None, *, upload_key: str = "") -> None:
    """Erase a draft, if there is one: it is being sent, or its writer begins anew, and its file goes as well. Twice is once."""
    if draft is None:
        return
    with transaction() as session:
        uploads.discard(upload_key)
        session.execute(_ERASED, {"number": draft.number}, execution_options={"synchronize_session": False})


def purge() -> int:
    """Erase the drafts nobody touched for KEPT_FOR; return how many."""
    with transaction() as session:
        return rows_changed(session.execute(delete(Draft).where(_is_forgotten(clock.now()))))


def _rows(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(pair) for pair in pairs]


def _is_forgotten(now: datetime) -> ColumnElement[bool]:
    return Draft.updated_at <= now - KEPT_FOR


def _hash(token: str, edition: Edition, noun: DraftNoun) -> str:
    """Return the key of a draft; one token finds the drafts of all forms of its browser, and no key tells of another."""
    return hashlib.sha256(f"{token} {edition.id} {noun.value}".encode()).hexdigest()
