"""The lists organisers work with, and the columns each can show, in the order in which they stand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from biblionet_reg.domain.permissions import Permission

_Column = TypeVar("_Column", bound=StrEnum)


class ListNoun(StrEnum):
    """What a list holds; the value stands in addresses and in the ledger."""

    REGISTRATIONS = "registrations"
    SUBMISSIONS = "submissions"
    LETTERS = "letters"


class RegistrationColumn(StrEnum):
    """What a list of registrations can tell of each."""

    NAME = "name"
    BADGE_NAME = "badge-name"
    EMAIL = "email"
    PROFESSIONAL_TITLE = "professional-title"
    INSTITUTION = "institution"
    INSTITUTION_KIND = "institution-kind"
    PLACE = "place"
    ROLE = "role"
    LANGUAGE = "language"
    DAYS = "days"
    MEALS = "meals"
    DIETARY_NEEDS = "dietary-needs"
    ACCESS_NEEDS = "access-needs"
    STATE = "state"
    REGISTERED_AT = "registered-at"
    CANCELLED_AT = "cancelled-at"
    CODE = "code"


class SubmissionColumn(StrEnum):
    """What a list of submissions can tell of each."""

    TITLE = "title"
    AUTHORS = "authors"
    CODE = "code"
    INSTITUTIONS = "institutions"
    EMAIL = "email"
    KIND = "kind"
    SUBTOPIC = "subtopic"
    SECTORS = "sectors"
    KEYWORDS = "keywords"
    LANGUAGE = "language"
    STATE = "state"
    REVIEWS = "reviews"
    SCORE = "score"
    REVIEWERS = "reviewers"
    SUBMITTED_AT = "submitted-at"
    UPDATED_AT = "updated-at"


class LetterColumn(StrEnum):
    """What the list of letters tells of each."""

    SUBJECT = "subject"
    KIND = "kind"
    TO_NAME = "to-name"
    TO_EMAIL = "to-email"
    STATE = "state"
    CREATED_AT = "created-at"
    SENT_AT = "sent-at"


@dataclass(frozen=True, slots=True)
class Columns(Generic[_Column]):
    """The columns of a list: all there are, those shown unless others are chosen, those that ask for a permission of their own."""

    kind: type[_Column]
    default: frozenset[_Column]
    guarded: Mapping[_Column, Permission]

    def offered(self, permissions: Collection[Permission]) -> list[_Column]:
        """Return those that somebody with these permissions may see."""
        return [column for column in self.kind if column not in self.guarded or self.guarded[column] in permissions]

    def shown(self, chosen: Iterable[str], permissions: Collection[Permission]) -> list[_Column]:
        """Return those chosen, in their order, the first always; nothing chosen is the default. What may not be seen is left out."""
        wanted = set(chosen) or {column.value for column in self.default}
        first, *others = self.offered(permissions)
        return [first, *(column for column in others if column.value in wanted)]

    def is_default(self, shown: Iterable[_Column]) -> bool:
        """Say whether these are the columns of whoever chooses none."""
        return frozenset(shown) == self.default


_R, _S = RegistrationColumn, SubmissionColumn

REGISTRATION_COLUMNS = Columns(
    RegistrationColumn,
    frozenset({_R.NAME, _R.INSTITUTION, _R.ROLE, _R.STATE, _R.CODE}),
    dict.fromkeys((_R.MEALS, _R.DIETARY_NEEDS, _R.ACCESS_NEEDS), Permission.NEEDS_READ),
)
SUBMISSION_COLUMNS = Columns(
    SubmissionColumn,
    frozenset({_S.TITLE, _S.AUTHORS, _S.CODE, _S.KIND, _S.SUBTOPIC, _S.STATE, _S.REVIEWS, _S.SCORE, _S.SUBMITTED_AT}),
    {_S.REVIEWERS: Permission.REVIEW_READ},
)
LETTER_COLUMNS = Columns(LetterColumn, frozenset(LetterColumn), {})
