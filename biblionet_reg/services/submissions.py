"""Submitting, editing and withdrawing; the one door through which a submission's state changes."""

from contextlib import suppress
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.edition import refuse_unless_open
from biblionet_reg.domain.script import fold
from biblionet_reg.domain.submission import (
    SubmissionState,
    check_editable,
    check_transition,
    check_withdrawable,
)
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.mail import submissions as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import submissions
from biblionet_reg.services import audit, outbox, people, uploads
from biblionet_reg.services.submission_answers import fill, normal_keywords
from biblionet_reg.services.transaction import transaction

_TRIES = 5
_SEARCH_KEY_LIMIT = 4000


def submit(answers: SubmissionAnswers, *, edition: Edition, by: str | None = None, is_demo: bool = False) -> Submission:
    """Receive a submission; `by` is its own code when its author sends it.

    The same form page sent again makes no second record: what was changed on it meanwhile is taken over.
    Nor does the same word for word on a fresh page, which is what a browser's back button brings.
    Raises EditionClosed, WindowNotOpen, AnswersRefused, FileRefused, and NotEditable for a repeated page.
    """
    # An IntegrityError means that somebody was first with this page, this person or this code: now it is there to be found.
    for _try in range(_TRIES - 1):
        with suppress(IntegrityError), transaction():
            return _submit_once(answers, edition=edition, by=by, is_demo=is_demo)
    with transaction():
        return _submit_once(answers, edition=edition, by=by, is_demo=is_demo)


def _submit_once(answers: SubmissionAnswers, *, edition: Edition, by: str | None, is_demo: bool) -> Submission:
    sent = submissions.by_form_key(edition, answers.form_key)
    if sent is not None:
        update(sent, answers, by=sent.code)
        return sent
    if (same := _sent_already(edition, answers)) is not None:
        uploads.discard(answers.upload_key)
        return same
    now = clock.now()
    refuse_unless_open(edition.call, is_closed=edition.closed_at is not None, now=now)
    with transaction() as session:
        submission = Submission(
            code=new_code(CodeKind.SUBMISSION),
            edition=edition,
            form_key=answers.form_key,
            state=SubmissionState.SUBMITTED,
            search_key="",
            is_demo=is_demo,
            submitted_at=now,
            updated_at=now,
        )
        fill(submission, answers, edition=edition)
        session.add(submission)
        session.flush()
        _take_over_file(submission, answers)
        submission.search_key = search_key_of(submission)
        _record("submission.received", submission, by=by or submission.code)
        outbox.post(letters.submission_received(submission))
    return submission


def update(submission: Submission, answers: SubmissionAnswers, *, by: str) -> None:
    """Take over changed answers; after a request for changes the submission goes to the reviewers again.

    Nothing changed, nothing happens. Raises NotEditable, EditionClosed, WindowNotOpen, AnswersRefused, FileRefused.
    """
    with transaction() as session:
        session.refresh(submission, with_for_update=True)
        is_answer = submission.state is SubmissionState.CHANGES_REQUESTED
        if not is_answer and _is_unchanged(submission, answers):
            uploads.discard(answers.upload_key)
            return
        edition = submission.edition
        check_editable(submission.state, edition.call, is_closed=edition.closed_at is not None, now=clock.now())
        fill(submission, answers, edition=edition)
        _take_over_file(submission, answers)
        submission.search_key = search_key_of(submission)
        submission.updated_at = clock.now()
        _record("submission.changed", submission, by=by)
        if is_answer:
            move(submission, SubmissionState.SUBMITTED, by=by)
        outbox.post(letters.submission_changed(submission))


def withdraw(submission: Submission, *, by: str) -> None:
    """Withdraw a submission; pressing twice withdraws once. Raises TransitionRefused, EditionClosed, WindowNotOpen."""
    with transaction() as session:
        session.refresh(submission, with_for_update=True)
        if submission.state is SubmissionState.WITHDRAWN:
            return
        edition = submission.edition
        check_withdrawable(submission.state, edition.call, is_closed=edition.closed_at is not None, now=clock.now())
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
        _record("submission.moved", submission, by=by, **{"from": old_state.value, "to": new_state.value})
        session.flush()


def search_key_of(submission: Submission) -> str:
    """Return the folded words a submission is found by: code, titles, keywords, authors, institutions, partners."""
    words = [submission.code, submission.title.sr, submission.title.en, submission.keywords.sr, submission.keywords.en]
    for author in submission.authors:
        words += [author.given_name, author.family_name, author.institution_name, author.institution_place]
    words += [partner.name for partner in submission.partners]
    return fold(" ".join(filter(None, words)))[:_SEARCH_KEY_LIMIT]


def _sent_already(edition: Edition, answers: SubmissionAnswers) -> Submission | None:
    """Return the submission that says the same word for word and has the same file, if there is one."""
    if not answers.authors:
        return None
    first = answers.authors[0]
    live = submissions.live_of_author(
        edition, name_key=people.name_key(first.given_name, first.family_name), email=first.email.strip().lower()
    )
    return next((one for one in live if _is_unchanged(one, answers)), None)


def _is_unchanged(submission: Submission, answers: SubmissionAnswers) -> bool:
    kept = submission.files[-1] if submission.files else None
    sent = uploads.pending(answers.upload_key)
    same_file = answers.keeps_file if sent is None else kept is not None and kept.sha256 == sent.sha256
    return same_file and submissions.answers_of(submission) == replace(answers, keywords=normal_keywords(answers.keywords))


def _take_over_file(submission: Submission, answers: SubmissionAnswers) -> None:
    if uploads.pending(answers.upload_key) or (answers.upload_key and not submission.files):
        uploads.attach(answers.upload_key, submission)
    elif not answers.keeps_file:
        uploads.detach(submission)


def _record(action: str, submission: Submission, *, by: str, **details: str) -> None:
    audit.record(action, by=by, edition=submission.edition, subject_kind="submission", subject_code=submission.code, details=details)
