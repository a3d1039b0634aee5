"""Submitting, editing and withdrawing; the one door through which a submission's state changes."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.changes import OldAndNew, old_and_new
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.draft import KeptDraft
from biblionet_reg.domain.edition import Window, refuse_unless_open
from biblionet_reg.domain.rate_limit import Counted
from biblionet_reg.domain.resending import SentAlready, are_alike, key_beside
from biblionet_reg.domain.submission import (
    SubmissionState,
    check_editable,
    check_transition,
    check_withdrawable,
)
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.mail import submissions as letters
from biblionet_reg.mail.letters import Recipient
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import submissions
from biblionet_reg.queries.programme import slot_of
from biblionet_reg.services import audit, drafts, outbox, rate_limits, search_index, uploads
from biblionet_reg.services.programme import take_off
from biblionet_reg.services.resending import ask_about_submissions, is_unchanged, same_submission
from biblionet_reg.services.submission_answers import fill
from biblionet_reg.services.transaction import begins_anew, transaction

_TRIES = 5


@begins_anew
def submit(
    answers: SubmissionAnswers, *, edition: Edition, by: str | None = None, sent_here: Sequence[str] = (), draft: KeptDraft | None = None,
    is_demo: bool = False,
) -> Submission:  # fmt: skip
    """Receive a submission; `by` is its own code when its author sends it; `draft` is what was sent, and ends with it.

    The same form page sent again makes no second record: what was changed on it meanwhile is taken over.
    Nor does the same word for word on a fresh page, which is what a browser's back button brings. Where the page
    now tells of something else, or a fresh page tells much the same as one of `sent_here` (the codes that came
    from this browser), SentAlready asks first; `submit_beside` and `update` are the two answers.
    Raises EditionClosed, WindowNotOpen, AnswersRefused, FileRefused, and NotEditable for a repeated page.
    """
    # An IntegrityError means that somebody was first with this page, this person or this code: now it is there to be found.
    for _try in range(_TRIES - 1):
        with suppress(IntegrityError), transaction():
            drafts.discard(draft)
            return _submit_once(answers, edition=edition, by=by, sent_here=sent_here, is_demo=is_demo)
    with transaction():
        drafts.discard(draft)
        return _submit_once(answers, edition=edition, by=by, sent_here=sent_here, is_demo=is_demo)


def submit_beside(code: str, answers: SubmissionAnswers, *, edition: Edition, draft: KeptDraft | None = None) -> Submission:
    """Receive as another submission what looks like `code` again; pressing twice makes one."""
    return submit(replace(answers, form_key=key_beside(answers.form_key, code)), edition=edition, draft=draft)


def _submit_once(answers: SubmissionAnswers, *, edition: Edition, by: str | None, sent_here: Sequence[str], is_demo: bool) -> Submission:
    answers, sent = _sent_from_this_page(answers, edition)
    if sent is not None:
        if not are_alike(answers, submissions.answers_of(sent)):
            raise SentAlready(sent.code)
        update(sent, answers, by=sent.code)
        return sent
    if (same := same_submission(edition, answers, sent_here)) is not None:
        uploads.discard(answers.upload_key)
        return same
    refuse_unless_open(edition.call, is_closed=edition.closed_at is not None, now=clock.now())
    ask_about_submissions(edition, answers, sent_here)
    return _receive(answers, edition=edition, by=by, is_demo=is_demo)


def _sent_from_this_page(answers: SubmissionAnswers, edition: Edition) -> tuple[SubmissionAnswers, Submission | None]:
    """Return what this form page has already made; a withdrawn one is passed over, and `answers` get the key beside it."""
    sent = submissions.by_form_key(edition, answers.form_key)
    while sent is not None and sent.state is SubmissionState.WITHDRAWN:
        answers = replace(answers, form_key=key_beside(answers.form_key, sent.code))
        sent = submissions.by_form_key(edition, answers.form_key)
    return answers, sent


def _receive(answers: SubmissionAnswers, *, edition: Edition, by: str | None, is_demo: bool) -> Submission:
    now = clock.now()
    with transaction() as session:
        if by is None:
            rate_limits.count_here(Counted.SUBMIT_ADDRESS)
        submission = Submission(
            code=new_code(CodeKind.SUBMISSION),
            edition=edition,
            form_key=answers.form_key,
            state=SubmissionState.SUBMITTED,
            is_demo=is_demo,
            submitted_at=now,
            updated_at=now,
        )
        fill(submission, answers, edition=edition)
        session.add(submission)
        session.flush()
        if answers.upload_key:
            _take_over_file(submission, answers)
        search_index.index_new([submission])
        _record("submission.received", submission, by=by or submission.code)
        outbox.post(letters.submission_received(submission))
    return submission


@begins_anew
def update(
    submission: Submission,
    answers: SubmissionAnswers,
    *,
    by: str,
    draft: KeptDraft | None = None,
    file: uploads.FileChange | None = None,
) -> None:
    """Take over changed answers and the `file` that came with them; after a request for changes the reviewers get the submission again.

    Nothing changed, nothing happens. `draft`: see `submit`. Raises NotEditable, EditionClosed, WindowNotOpen, AnswersRefused, FileRefused.
    """
    with transaction() as session:
        drafts.discard(draft)
        uploads.apply_change(file)
        session.refresh(submission, with_for_update=True)
        is_answer = submission.state is SubmissionState.CHANGES_REQUESTED
        if not is_answer and is_unchanged(submission, answers):
            uploads.discard(answers.upload_key)
            return
        edition = submission.edition
        check_editable(submission.state, edition.call, is_closed=edition.closed_at is not None, now=clock.now())
        before, told_before = letters.corresponding_author(submission), _told(submission)
        fill(submission, answers, edition=edition)
        _take_over_file(submission, answers)
        session.flush()
        search_index.index(submission)
        submission.updated_at = clock.now()
        _record("submission.changed", submission, by=by, changes=old_and_new(told_before, _told(submission)))
        if is_answer:
            move(submission, SubmissionState.SUBMITTED, by=by)
        _tell_of_change(submission, before, by=by)


def _tell_of_change(submission: Submission, before: Recipient, *, by: str) -> None:
    """Write to whom letters go now and, where the author gave another address, to whom they went `before`."""
    outbox.post(letters.submission_changed(submission))
    if by == submission.code and before.email.lower() != letters.corresponding_author(submission).email.lower():
        outbox.post(letters.submission_address_changed(submission, before))


def withdraw(submission: Submission, *, by: str, on_behalf: bool = False) -> None:
    """Withdraw a submission; pressing twice withdraws once. What is withdrawn leaves the working programme.

    Organisers (`on_behalf`) may until the edition is closed, its author while the call is open.
    Raises TransitionRefused, EditionClosed, WindowNotOpen.
    """
    with transaction() as session:
        session.refresh(submission, with_for_update=True)
        if submission.state is SubmissionState.WITHDRAWN:
            return
        edition = submission.edition
        call = Window(None, None) if on_behalf else edition.call
        check_withdrawable(submission.state, call, is_closed=edition.closed_at is not None, now=clock.now())
        move(submission, SubmissionState.WITHDRAWN, by=by)
        outbox.post(letters.submission_withdrawn(submission))


def move(submission: Submission, new_state: SubmissionState, *, by: str) -> None:
    """Bring a submission into another state: the only door. Raises TransitionRefused."""
    with transaction() as session:
        session.refresh(submission, ["state"], with_for_update=True)
        old_state = submission.state
        check_transition(old_state, new_state)
        now = clock.now()
        submission.state = new_state
        submission.updated_at = now
        if new_state is SubmissionState.WITHDRAWN:
            submission.withdrawn_at, submission.withdrawn_by = now, by
        _record("submission.moved", submission, by=by, details={"from": old_state.value, "to": new_state.value})
        if new_state is SubmissionState.WITHDRAWN and (slot := slot_of(submission)) is not None:
            _record("submission.off_programme", submission, by=by, details={"starts_at": slot.starts_at.isoformat()})
            take_off(slot, by=by)
        session.flush()


def _take_over_file(submission: Submission, answers: SubmissionAnswers) -> None:
    if uploads.pending(answers.upload_key) or (answers.upload_key and not submission.files):
        uploads.attach(answers.upload_key, submission)
    elif not answers.keeps_file:
        uploads.detach(submission)


def _told(submission: Submission) -> dict[str, object]:
    """Return what the author told, for the ledger; the key of a form says nothing."""
    answers = submissions.answers_of(submission)
    told = {name: getattr(answers, name) for name in answers.__dataclass_fields__ if answers.__dataclass_fields__[name].compare}
    return told | {"files": [file.name for file in submission.files]}


def _record(
    action: str,
    submission: Submission,
    *,
    by: str,
    details: dict[str, str] | None = None,
    changes: Mapping[str, OldAndNew] | None = None,
) -> None:
    subject = {"subject_kind": "submission", "subject_code": submission.code}
    audit.record(action, by=by, edition=submission.edition, details=details, changes=changes, **subject)
