"""One request of the submission form: the file it brought, the button that was pressed."""

from collections.abc import Callable

from flask import current_app, request

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.file_kind import FileFault, FileRefused
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import institutions, submissions
from biblionet_reg.services import uploads
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.flow import keep_file_alone
from biblionet_reg.web.forms.submission import SubmissionForm

#: How much larger than a file that is taken a request may be, so that a file that is not still gets its sentence.
_ROOM = 5
_PARTS = 6000
_WORDS = 12 * 1024 * 1024


def read_form(edition: Edition, submission: Submission | None = None) -> SubmissionForm:
    """Return the form of this request, with the file that came along kept, whatever else is wrong."""
    allow_large()
    answers = submissions.answers_of(submission) if submission is not None else None
    form = SubmissionForm.for_edition(edition, institutions.listed(), answers=answers)
    if submission is not None and submission.files and form.keeps_file.data:
        form.shown_file = submission.files[-1]
    keep_file(form, edition)
    return form


def allow_large() -> None:
    """Let this request be as large as a file and its answers may be; call it before anything of the request is read."""
    request.max_content_length = _ROOM * current_app.extensions["settings"].upload_max_bytes
    request.max_form_parts, request.max_form_memory_size = _PARTS, _WORDS


def send(form: SubmissionForm, act: Callable[[SubmissionAnswers], object]) -> SubmissionForm | None:
    """Do what the pressed button asks; return the form to show again, or None when `act` was done."""
    stepped = step_of(form)
    if stepped is None and form.validate():
        try:
            act(form.answers())
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return None
    keep_file_alone(form)
    return stepped or form


def step_of(form: SubmissionForm) -> SubmissionForm | None:
    """Return the form after the pressed button added, removed or moved something; None when the button sends."""
    step = request.form.get("do", "send")
    if step == "remove-file":
        form.file_change = uploads.drop_file(form.file_change, form.upload_key.data)
    stepped = form.after(step)
    if stepped is not None:
        stepped.file_change = form.file_change
    return stepped


def keep_file(form: SubmissionForm, edition: Edition, *, kept_key: str | None = None) -> None:
    """Take the file that came along with the form, or find the one that came before; `kept_key` is the draft's.

    The bytes are stored; the row is kept with what else the form brings (`file_change`).
    """
    form.upload_key.data = _key_meant(form.upload_key.data or "", kept_key)
    before = uploads.pending(form.upload_key.data)
    try:
        if form.file.data:
            after = uploads.store_file(form.file.data.filename, form.file.data.stream)
            form.file_change = uploads.FileChange(after, form.upload_key.data)
            form.upload_key.data, form.shown_file = after.upload_key, after
        elif before is not None:
            form.shown_file = before
        elif form.upload_key.data and submissions.by_form_key(edition, sent_here.key_of(form.form_key.data)) is None:
            form.upload_key.data = ""
            form.file_refusal = FileRefused(FileFault.NOT_KEPT)
    except FileRefused as refusal:
        form.shown_file = form.shown_file or before
        form.file_refusal = refusal


def _key_meant(typed: str, kept: str | None) -> str:
    """Return the key of the page, or the draft's where another window replaced or removed the file since the page was drawn."""
    if kept is None or uploads.pending(typed):
        return typed
    return kept if not kept or uploads.pending(kept) else typed
