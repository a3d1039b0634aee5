"""Files that people send: pending with the form, attached with the submission, purged when forgotten."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.file_kind import FileFault, FileRefused
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.services import files, submissions, uploads
from biblionet_reg.services.transaction import transaction
from biblionet_reg.storage import store
from tests.submissions import PDF, answers


def _kept(session: scoped_session[Session]) -> int:
    return session.scalar(select(func.count()).select_from(StoredFile)) or 0


def test_a_file_is_kept_while_its_form_is_not_sent(session: scoped_session[Session]) -> None:
    row = uploads.receive("../рад.pdf", BytesIO(PDF))

    assert row.upload_key
    assert (row.name, row.media_type, row.size, row.submission_id) == ("рад.pdf", "application/pdf", len(PDF), None)
    assert uploads.pending(row.upload_key) is row
    assert files.content_of(row) == PDF


def test_a_refused_file_leaves_nothing(session: scoped_session[Session]) -> None:
    with pytest.raises(FileRefused):
        uploads.receive("рад.pdf", BytesIO(b"text"))

    assert _kept(session) == 0


def test_a_file_over_the_limit_is_refused_with_the_limit(session: scoped_session[Session]) -> None:
    with pytest.raises(FileRefused) as refused:
        uploads.receive("рад.pdf", BytesIO(PDF + b"\n" * 20 * 1024 * 1024))

    assert (refused.value.fault, refused.value.limit_mb) == (FileFault.TOO_LARGE, 20)


def test_a_discarded_file_is_gone_with_its_bytes(session: scoped_session[Session]) -> None:
    row = uploads.receive("рад.pdf", BytesIO(PDF))
    key, upload_key = row.key, row.upload_key or ""

    uploads.discard(upload_key)
    uploads.discard(upload_key)

    assert uploads.pending(upload_key) is None
    with pytest.raises(FileNotFoundError):
        store.read(key)


def test_an_attached_file_is_no_longer_pending_and_replaces_the_old_one(session: scoped_session[Session], edition: Edition) -> None:
    first, second = uploads.receive("први.pdf", BytesIO(PDF)), uploads.receive("други.pdf", BytesIO(PDF + b"2"))
    first_storage_key = first.key
    submission = submissions.submit(answers(upload_key=first.upload_key), edition=edition)

    uploads.attach(second.upload_key or "", submission)

    assert [(file.name, file.upload_key) for file in submission.files] == [("други.pdf", None)]
    with pytest.raises(FileNotFoundError):
        store.read(first_storage_key)


def test_attaching_a_file_that_is_not_there_is_refused(session: scoped_session[Session], edition: Edition) -> None:
    submission = submissions.submit(answers(), edition=edition)

    with pytest.raises(FileRefused) as refused:
        uploads.attach("unknown", submission)

    assert refused.value.fault is FileFault.NOT_KEPT


def test_pending_files_are_purged_after_two_weeks_and_attached_ones_never(session: scoped_session[Session], edition: Edition) -> None:
    old, attached = uploads.receive("стари.pdf", BytesIO(PDF)), uploads.receive("предат.pdf", BytesIO(PDF))
    submissions.submit(answers(upload_key=attached.upload_key), edition=edition)
    with transaction():
        for row in (old, attached):
            row.created_at -= timedelta(days=14, minutes=1)
    fresh = uploads.receive("нови.pdf", BytesIO(PDF))

    assert uploads.purge_pending() == 1
    assert sorted(session.scalars(select(StoredFile.name))) == sorted([attached.name, fresh.name])
