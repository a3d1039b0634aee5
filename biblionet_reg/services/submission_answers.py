"""Writing an author's answers into a submission: texts, ordered authors, partners."""

from biblionet_reg.domain.submission_answers import (
    AnswerFault,
    AnswersRefused,
    AuthorAnswers,
    PartnerAnswers,
    SubmissionAnswers,
    check_answers,
    read_keywords,
)
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.submission import Author, Partner, Submission
from biblionet_reg.services import institutions, people, sort_keys


def fill(submission: Submission, answers: SubmissionAnswers, *, edition: Edition) -> None:
    """Make `submission` say what `answers` say. Raises AnswersRefused when they do not hold together."""
    check_answers(answers, abstract_limit=edition.abstract_limit, authors_limit=edition.authors_limit)
    authors = [_author(place, given, is_demo=submission.is_demo) for place, given in enumerate(answers.authors, start=1)]
    partners = [_partner(edition, place, given) for place, given in enumerate(answers.partners, start=1)]
    submission.kind = answers.kind
    submission.subtopic = _subtopic(edition, answers.subtopic)
    submission.title = answers.title
    sort_keys.place_submission(submission)
    submission.abstract = answers.abstract
    submission.keywords = normal_keywords(answers.keywords)
    submission.language = answers.language
    submission.authors.clear()
    submission.partners.clear()
    db.session.flush()
    submission.authors.extend(authors)
    submission.partners.extend(partners)


def normal_keywords(keywords: LocalText) -> LocalText:
    """Return keywords as they are kept: parted by semicolons."""
    return LocalText(sr="; ".join(read_keywords(keywords.sr)), en="; ".join(read_keywords(keywords.en)))


def _subtopic(edition: Edition, code: str) -> Subtopic:
    for subtopic in edition.subtopics:
        if subtopic.code == code:
            return subtopic
    raise AnswersRefused([AnswerFault.SUBTOPIC_UNKNOWN])


def _partner(edition: Edition, position: int, given: PartnerAnswers) -> Partner:
    for sector in edition.sectors:
        if sector.code == given.sector:
            return Partner(position=position, name=given.name, sector=sector)
    raise AnswersRefused([AnswerFault.SECTOR_UNKNOWN])


def _author(position: int, given: AuthorAnswers, *, is_demo: bool) -> Author:
    institution = (
        institutions.find_or_add(given.institution_name, given.institution_place, given.institution_kind, is_demo=is_demo)
        if given.institution_name
        else None
    )
    return Author(
        position=position,
        person=people.find_or_make(given.given_name, given.family_name, given.email, is_demo=is_demo),
        institution_id=institution.id if institution is not None else None,
        **{name: getattr(given, name) for name in AuthorAnswers.__dataclass_fields__},
    )
