"""What a form sent again has made already: the very same, or something it may be a correction of."""

from collections.abc import Sequence
from dataclasses import replace

from biblionet_reg import clock
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.domain.resending import SentAlready, are_alike, are_of_one_hand, is_just_sent
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import registrations, submissions
from biblionet_reg.services import people, uploads
from biblionet_reg.services.submission_answers import normal_keywords


def is_unchanged(submission: Submission, answers: SubmissionAnswers) -> bool:
    """Say whether the answers and the file that came with them are what the submission holds already."""
    kept = submission.files[-1] if submission.files else None
    sent = uploads.pending(answers.upload_key)
    same_file = answers.keeps_file if sent is None else kept is not None and kept.sha256 == sent.sha256
    return same_file and submissions.answers_of(submission) == replace(answers, keywords=normal_keywords(answers.keywords))


def same_submission(edition: Edition, answers: SubmissionAnswers, codes: Sequence[str] = ()) -> Submission | None:
    """Return the submission that says the same word for word and has the same file; for one of `codes` the file need not come again."""
    if not answers.authors:
        return None
    first = answers.authors[0]
    person = people.find(first.given_name, first.family_name, first.email)
    live = submissions.live_of_author(edition, person.id) if person is not None else []
    brings_file = uploads.pending(answers.upload_key) is not None
    alike = (one for one in live if brings_file or not one.files or one.code in codes)
    return next((one for one in alike if is_unchanged(one, answers)), None)


def ask_about_submissions(edition: Edition, answers: SubmissionAnswers, codes: Sequence[str]) -> None:
    """Raise SentAlready when one of `codes`, sent a moment ago, tells much the same as `answers`."""
    for sent in submissions.by_codes(edition, codes):
        if sent.state is SubmissionState.WITHDRAWN or not is_just_sent(sent.submitted_at, now=clock.now()):
            continue
        if are_alike(answers, submissions.answers_of(sent)):
            raise SentAlready(sent.code)


def just_registered(edition: Edition, codes: Sequence[str]) -> list[Registration]:
    """Return those of `codes` that were made a moment ago and not cancelled since."""
    live = [one for one in registrations.by_codes(edition, codes) if one.state is not RegistrationState.CANCELLED]
    return [one for one in live if is_just_sent(one.registered_at, now=clock.now())]


def ask_about_registrations(sent: Sequence[Registration], answers: RegistrationAnswers) -> None:
    """Raise SentAlready when one of `sent` has the same name or the same address as `answers`."""
    for one in sent:
        if are_of_one_hand(answers, given_name=one.given_name, family_name=one.family_name, email=one.email):
            raise SentAlready(one.code)
