"""What an author tells about a submission, and what these answers must hold together."""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.other_name import other_name_faults
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.script import same_name
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText

TITLE_LIMIT = 300
KEYWORDS_LIMIT = 10
KEYWORD_LENGTH = 60
PARTNERS_LIMIT = 10
NAME_LIMIT = 100
PARTNER_LIMIT = 200
_KEYWORD_SIGNS = re.compile(r"[;,\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorAnswers:
    """One author as given; the institution is as typed, known or new, `other_*` the name in the other script."""

    given_name: str
    family_name: str
    other_given_name: str = ""
    other_family_name: str = ""
    email: str = ""
    institution_name: str = ""
    institution_place: str = ""
    institution_kind: InstitutionKind = InstitutionKind.OTHER
    is_presenter: bool = False
    is_corresponding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAnswers:
    """An institution the paper tells about; `sector` is the code of one of the edition's sectors."""

    name: str
    sector: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionAnswers:
    """The whole form; `subtopic` is the code of one of the edition's subtopics.

    What is not compared says how the answers came: the one-time key of their form, the pending file that
    came along, and whether the file the submission already has stays.
    """

    kind: SubmissionKind
    subtopic: str
    title: LocalText
    abstract: LocalText
    keywords: LocalText = LocalText()
    authors: tuple[AuthorAnswers, ...]
    partners: tuple[PartnerAnswers, ...] = ()
    language: Lang = Lang.SR
    form_key: str = field(default_factory=lambda: str(uuid.uuid4()), compare=False)
    upload_key: str = field(default="", compare=False)
    keeps_file: bool = field(default=True, compare=False)


class AnswerFault(StrEnum):
    """What the answers do not hold together."""

    TITLE_SR_MISSING = "title_sr_missing"
    TITLE_EN_MISSING = "title_en_missing"
    ABSTRACT_SR_MISSING = "abstract_sr_missing"
    ABSTRACT_EN_MISSING = "abstract_en_missing"
    TITLE_TOO_LONG = "title_too_long"
    ABSTRACT_TOO_LONG = "abstract_too_long"
    KEYWORDS_TOO_MANY = "keywords_too_many"
    KEYWORD_TOO_LONG = "keyword_too_long"
    AUTHORS_MISSING = "authors_missing"
    AUTHORS_TOO_MANY = "authors_too_many"
    PRESENTER_MISSING = "presenter_missing"
    CORRESPONDING_MISSING = "corresponding_missing"
    CORRESPONDING_TWICE = "corresponding_twice"
    CORRESPONDING_EMAIL_MISSING = "corresponding_email_missing"
    AUTHOR_TWICE = "author_twice"
    OTHER_NAME_REFUSED = "other_name_refused"
    PARTNERS_TOO_MANY = "partners_too_many"
    SUBTOPIC_UNKNOWN = "subtopic_unknown"
    SECTOR_UNKNOWN = "sector_unknown"


class AnswersRefused(Refusal):
    """The answers do not hold together; every fault is told at once."""

    def __init__(self, faults: Sequence[AnswerFault]) -> None:
        super().__init__(*faults)
        self.faults = tuple(faults)


def text_faults(title: LocalText, abstract: LocalText) -> Iterator[AnswerFault]:
    """Tell what is missing: title and abstract in Serbian, or both in English by those who write in English only."""
    english_only = bool(title.en and abstract.en) and not (title.sr or abstract.sr)
    if not english_only:
        if not title.sr:
            yield AnswerFault.TITLE_SR_MISSING
        if not abstract.sr:
            yield AnswerFault.ABSTRACT_SR_MISSING
    if abstract.en and not title.en:
        yield AnswerFault.TITLE_EN_MISSING


def author_faults(authors: Sequence[AuthorAnswers], *, limit: int) -> Iterator[AnswerFault]:
    """Tell what is wrong with the list of authors as a whole."""
    if not authors:
        yield AnswerFault.AUTHORS_MISSING
        return
    if len(authors) > limit:
        yield AnswerFault.AUTHORS_TOO_MANY
    if not any(author.is_presenter for author in authors):
        yield AnswerFault.PRESENTER_MISSING
    if any(_are_one_person(one, other) for one, other in combinations(authors, 2)):
        yield AnswerFault.AUTHOR_TWICE
    if any(any(other_name_faults(PersonName.of(author))) for author in authors):
        yield AnswerFault.OTHER_NAME_REFUSED
    yield from _corresponding_faults([author for author in authors if author.is_corresponding])


def _are_one_person(one: AuthorAnswers, other: AuthorAnswers) -> bool:
    names = (f"{author.given_name} {author.family_name}" for author in (one, other))
    return one.email.casefold() == other.email.casefold() and same_name(*names)


def _corresponding_faults(corresponding: Sequence[AuthorAnswers]) -> Iterator[AnswerFault]:
    if not corresponding:
        yield AnswerFault.CORRESPONDING_MISSING
    elif len(corresponding) > 1:
        yield AnswerFault.CORRESPONDING_TWICE
    elif not corresponding[0].email:
        yield AnswerFault.CORRESPONDING_EMAIL_MISSING


def keyword_faults(keywords: LocalText) -> Iterator[AnswerFault]:
    """Tell whether there are too many keywords in a language, or one is a sentence."""
    for text in (keywords.sr, keywords.en):
        words = read_keywords(text)
        if len(words) > KEYWORDS_LIMIT:
            yield AnswerFault.KEYWORDS_TOO_MANY
        if any(len(word) > KEYWORD_LENGTH for word in words):
            yield AnswerFault.KEYWORD_TOO_LONG


def read_keywords(typed: str) -> tuple[str, ...]:
    """Return the keywords typed between commas, semicolons or lines, each once, blanks folded."""
    words: dict[str, str] = {}
    for part in _KEYWORD_SIGNS.split(typed):
        word = " ".join(part.split()).strip(" .")
        words.setdefault(word.casefold(), word)
    return tuple(word for word in words.values() if word)


def check_answers(answers: SubmissionAnswers, *, abstract_limit: int, authors_limit: int) -> None:
    """Raise AnswersRefused with every fault, so that no caller keeps a submission a form would refuse."""
    faults = [
        *text_faults(answers.title, answers.abstract),
        *keyword_faults(answers.keywords),
        *author_faults(answers.authors, limit=authors_limit),
    ]
    if max(len(answers.title.sr), len(answers.title.en)) > TITLE_LIMIT:
        faults.append(AnswerFault.TITLE_TOO_LONG)
    if max(len(answers.abstract.sr), len(answers.abstract.en)) > abstract_limit:
        faults.append(AnswerFault.ABSTRACT_TOO_LONG)
    if len(answers.partners) > PARTNERS_LIMIT:
        faults.append(AnswerFault.PARTNERS_TOO_MANY)
    if faults:
        raise AnswersRefused(faults)
