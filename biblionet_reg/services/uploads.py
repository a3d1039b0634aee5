"""Files people send with a form: looked into, kept while the form is not yet sent, attached when it is."""

import secrets
from dataclasses import dataclass
from typing import BinaryIO

from flask import current_app
from sqlalchemy import Select, select

from biblionet_reg import clock
from biblionet_reg.domain.draft import KEPT_FOR
from biblionet_reg.domain.file_kind import MEDIA_TYPES, FileFault, FileRefused
from biblionet_reg.domain.upload import read_upload
from biblionet_reg.extensions import db
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import files
from biblionet_reg.services.transaction import transaction
from biblionet_reg.storage import store

_KEY_BYTES = 24


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a form does to its file: `row`, whose bytes are stored, takes the place of what is kept under `before_key`; no row, no file."""

    row: StoredFile | None
    before_key: str


def new_key() -> str:
    """Return a key by which the form that brought a file finds it again."""
    return secrets.token_urlsafe(_KEY_BYTES)


def receive(name: str, stream: BinaryIO, *, before_key: str = "") -> StoredFile:
    """Keep a file whose form is not yet sent, under a new `upload_key`, in place of the one under `before_key`. Raises FileRefused."""
    row = store_file(name, stream)
    apply_change(FileChange(row, before_key))
    return row


def apply_change(change: FileChange | None) -> None:
    """Let a form have the file it has now: in the transaction of what else the form does, or in its own."""
    if change is None:
        return
    with transaction() as session:
        if change.row is not None:
            session.add(change.row)
            session.flush()
        discard(change.before_key)


def drop_file(change: FileChange | None, upload_key: str) -> FileChange:
    """Return the change that leaves the form without a file; the bytes of one that came just now go at once."""
    if change is None or change.row is None:
        return FileChange(None, upload_key)
    store.delete(change.row.key)
    return FileChange(None, change.before_key)


def store_file(name: str, stream: BinaryIO) -> StoredFile:
    """Look into a file that came and store its bytes; its row is for `apply_change`. Raises FileRefused."""
    settings = current_app.extensions["settings"]
    content = stream.read(settings.upload_max_bytes + 1)
    if len(content) > settings.upload_max_bytes:
        raise FileRefused(FileFault.TOO_LARGE, limit_mb=settings.upload_max_mb)
    upload = read_upload(name, content)
    return files.store_bytes(upload.content, name=upload.name, media_type=MEDIA_TYPES[upload.kind], upload_key=new_key())


def pending(upload_key: str) -> StoredFile | None:
    """Return the file kept under `upload_key`, or None when its form was sent or it was purged."""
    if not upload_key:
        return None
    return db.session.scalar(_pending(upload_key))


def _pending(upload_key: str) -> Select[StoredFile]:
    return select(StoredFile).where(StoredFile.upload_key == upload_key)


def discard(upload_key: str) -> None:
    """Forget a pending file; an unknown key is no fault."""
    if not upload_key:
        return
    with transaction():
        row = pending(upload_key)
        if row is not None:
            files.forget(row)


def attach(upload_key: str, submission: Submission) -> StoredFile:
    """Make the pending file the file of `submission`, in place of the one it had. Raises FileRefused."""
    with transaction() as session:
        row = session.scalar(_pending(upload_key).with_for_update())
        if row is None:
            raise FileRefused(FileFault.NOT_KEPT)
        detach(submission)
        row.upload_key, row.submission_id = None, submission.id
        session.flush()
        session.expire(submission, ["files"])
    return row


def detach(submission: Submission) -> None:
    """Forget the files of `submission`."""
    with transaction() as session:
        for row in session.scalars(select(StoredFile).where(StoredFile.submission_id == submission.id)):
            files.forget(row)
        session.expire(submission, ["files"])


def purge_pending() -> int:
    """Forget pending files whose form was not sent while its draft is kept; return how many."""
    with transaction() as session:
        old = select(StoredFile).where(StoredFile.upload_key.is_not(None), StoredFile.created_at < clock.now() - KEPT_FOR)
        rows = list(session.scalars(old))
        for row in rows:
            files.forget(row)
    return len(rows)
