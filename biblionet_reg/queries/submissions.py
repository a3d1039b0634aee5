"""A submission as its author sees it: the answers, the decision, the place in the published programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from biblionet_reg.domain.review import DecisionState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.submission_answers import AuthorAnswers, PartnerAnswers, SubmissionAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Author, Partner, Submission
from biblionet_reg.queries import programme_versions

#: Everything a page about one submission shows.
WHOLE = (
    selectinload(Submission.subtopic),
    selectinload(Submission.authors),
    selectinload(Submission.partners).selectinload(Partner.sector),
    selectinload(Submission.files),
)


@dataclass(frozen=True, slots=True)
class Placement:
    """When and where a presentation stands in the published programme."""

    starts_at: datetime
    ends_at: datetime
    room: LocalText
    session_title: LocalText


def by_code(edition: Edition, code: str) -> Submission | None:
    """Return the submission of `edition` with this public code, or None."""
    return db.session.scalar(select(Submission).where(Submission.edition_id == edition.id, Submission.code == code))


def whole(edition: Edition, code: str) -> Submission | None:
    """Return the same with everything its pages show, read in a few statements."""
    wanted = select(Submission).where(Submission.edition_id == edition.id, Submission.code == code)
    return db.session.scalar(wanted.options(*WHOLE))


def by_codes(edition: Edition, codes: Sequence[str]) -> list[Submission]:
    """Return the submissions of `edition` with these codes, in the order of the codes; a code that is none is passed over."""
    if not codes:
        return []
    found = select(Submission).where(Submission.edition_id == edition.id, Submission.code.in_(codes))
    return sorted(db.session.scalars(found), key=lambda one: codes.index(one.code))


def by_form_key(edition: Edition, form_key: str) -> Submission | None:
    """Return the submission that this form page already made, or None."""
    return db.session.scalar(select(Submission).where(Submission.edition_id == edition.id, Submission.form_key == form_key))


def live_of_author(edition: Edition, person_id: int) -> list[Submission]:
    """Return the submissions not withdrawn that have this person among their authors."""
    theirs = select(Author.submission_id).where(Author.person_id == person_id)
    live = select(Submission).where(Submission.edition_id == edition.id, Submission.state != SubmissionState.WITHDRAWN)
    return list(db.session.scalars(live.where(Submission.id.in_(theirs)).order_by(Submission.id)))


def live_at_address(edition: Edition, email: str) -> list[Submission]:
    """Return the submissions, not withdrawn, whose letters go to this address, whatever its case."""
    live = select(Submission).where(Submission.edition_id == edition.id, Submission.state != SubmissionState.WITHDRAWN)
    theirs = live.join(Submission.authors).where(Author.is_corresponding, func.lower(Author.email) == email.strip().lower())
    return list(db.session.scalars(theirs.order_by(Submission.id)))


def answers_of(submission: Submission) -> SubmissionAnswers:
    """Return what the author told, as the form takes it."""
    authors = tuple(
        AuthorAnswers(**{name: getattr(author, name) for name in AuthorAnswers.__dataclass_fields__}) for author in submission.authors
    )
    return SubmissionAnswers(
        kind=submission.kind,
        subtopic=submission.subtopic.code,
        title=submission.title,
        abstract=submission.abstract,
        keywords=submission.keywords,
        authors=authors,
        partners=tuple(PartnerAnswers(name=partner.name, sector=partner.sector.code) for partner in submission.partners),
        language=submission.language,
        form_key=submission.form_key,
    )


def released_decision(submission: Submission) -> Decision | None:
    """Return the last decision the author was told, or None."""
    told = select(Decision).where(Decision.submission_id == submission.id, Decision.state == DecisionState.RELEASED)
    return db.session.scalar(told.order_by(Decision.released_at.desc(), Decision.id.desc()).limit(1))


def comments_told(decision: Decision) -> list[str]:
    """Return what reviewers had said to the author when the decision was released, without their names."""
    said = select(Review.comment_for_authors).where(
        Review.submission_id == decision.submission_id, Review.comment_for_authors != "", Review.updated_at <= decision.released_at
    )
    return list(db.session.scalars(said.order_by(Review.id)))


def placement_of(submission: Submission) -> Placement | None:
    """Return where the submission stands in the programme published last, or None."""
    version = programme_versions.latest(submission.edition)
    place = programme_versions.published(version).presentations.get(submission.code) if version else None
    return Placement(place.item.starts_at, place.item.ends_at, place.session.room, place.session.title) if place else None
