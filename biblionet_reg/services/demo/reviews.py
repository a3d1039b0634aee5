"""Synthetic reviews, decisions and demonstration accounts."""

from datetime import timedelta

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import DecisionState, Outcome, Recommendation
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import accounts
from biblionet_reg.services.demo.stage import DEMO, Stage
from biblionet_reg.services.demo.words import words

_REVIEWERS = 3
_OUTCOMES = {
    SubmissionState.ACCEPTED: Outcome.ACCEPT,
    SubmissionState.REJECTED: Outcome.REJECT,
    SubmissionState.CHANGES_REQUESTED: Outcome.CHANGES,
}
#: The scores reviewers give, so that means and recommendations agree with what was decided.
_SCORES = {Outcome.ACCEPT: (4, 5, 5), Outcome.REJECT: (1, 2, 2), Outcome.CHANGES: (3, 3, 4)}


def demo_email(role: StaffRole, number: int = 1) -> str:
    """Return the address of the demonstration account with this role."""
    return f"{role.value}{'' if number == 1 else number}@demo.example.org"


def make_accounts(stage: Stage) -> dict[StaffRole, list[StaffAccount]]:
    """Make one account a role, and three reviewers; none has a password."""
    wanted = [(role, number) for role in StaffRole for number in range(1, (_REVIEWERS if role is StaffRole.REVIEWER else 1) + 1)]
    made: dict[StaffRole, list[StaffAccount]] = {role: [] for role in StaffRole}
    for role, number in wanted:
        name = f"{stage.dice.choice(words().given_names)} {stage.dice.choice(words().family_names)}"
        account = accounts.grant_role(demo_email(role, number), name=name, role=role, edition=stage.edition, by=DEMO, is_demo=True)
        made[role].append(account)
    return made


def make_reviews(stage: Stage, submissions: list[Submission], reviewers: list[StaffAccount]) -> None:
    """Give every submission past `submitted` two or three reviews; half of those under review one."""
    for number, submission in enumerate(submissions):
        if submission.state in {SubmissionState.SUBMITTED, SubmissionState.WITHDRAWN}:
            continue
        count = 1 + number % 2 if submission.state is SubmissionState.UNDER_REVIEW else 2 + number % 2
        for reviewer in reviewers[:count]:
            db.session.add(_review(stage, submission, reviewer))


def _review(stage: Stage, submission: Submission, reviewer: StaffAccount) -> Review:
    outcome = _OUTCOMES.get(submission.state) or stage.dice.choice(list(Outcome))
    comment = stage.dice.choice(words().review_comments)[submission.language is Lang.EN]
    at = min(submission.submitted_at + timedelta(days=stage.dice.randrange(1, 9)), stage.now)
    return Review(
        submission=submission,
        reviewer=reviewer,
        score=stage.dice.choice(_SCORES[outcome]),
        recommendation=Recommendation(outcome.value),
        comment_for_authors=comment,
        created_at=at,
        updated_at=at,
    )


def make_decisions(stage: Stage, submissions: list[Submission], chair: StaffAccount) -> None:
    """Record the released decision behind every decided state."""
    for submission in submissions:
        outcome = _OUTCOMES.get(submission.state)
        if outcome is None:
            continue
        db.session.add(
            Decision(
                submission=submission,
                outcome=outcome,
                accepted_as=submission.kind if outcome is Outcome.ACCEPT else None,
                state=DecisionState.RELEASED,
                decided_at=stage.now,
                decided_by_id=chair.id,
                released_at=stage.now,
                released_by_id=chair.id,
            )
        )
