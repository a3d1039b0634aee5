"""Words for the lists of the working area and for what stands above their columns."""

from enum import StrEnum
from typing import Any

from biblionet_reg.domain.list_columns import LetterColumn, ListNoun, RegistrationColumn, SubmissionColumn
from biblionet_reg.i18n import lazy_gettext as _l

COLUMNS: tuple[tuple[StrEnum, Any], ...] = (
    (ListNoun.REGISTRATIONS, _l("Registrations")),
    (ListNoun.SUBMISSIONS, _l("Submissions")),
    (ListNoun.LETTERS, _l("Letters")),
    (RegistrationColumn.NAME, _l("Family and given name")),
    (RegistrationColumn.BADGE_NAME, _l("Name on the badge")),
    (RegistrationColumn.EMAIL, _l("E-mail address")),
    (RegistrationColumn.PROFESSIONAL_TITLE, _l("Professional title")),
    (RegistrationColumn.INSTITUTION, _l("Institution")),
    (RegistrationColumn.INSTITUTION_KIND, _l("Kind of institution")),
    (RegistrationColumn.PLACE, _l("Town")),
    (RegistrationColumn.ROLE, _l("Role")),
    (RegistrationColumn.LANGUAGE, _l("Language of our letters")),
    (RegistrationColumn.DAYS, _l("Days")),
    (RegistrationColumn.MEALS, _l("Meals")),
    (RegistrationColumn.DIETARY_NEEDS, _l("Food")),
    (RegistrationColumn.ACCESS_NEEDS, _l("Access needs")),
    (RegistrationColumn.STATE, _l("State")),
    (RegistrationColumn.REGISTERED_AT, _l("Registered")),
    (RegistrationColumn.CANCELLED_AT, _l("Cancelled")),
    (RegistrationColumn.CODE, _l("Code")),
    (SubmissionColumn.TITLE, _l("Title")),
    (SubmissionColumn.AUTHORS, _l("Authors")),
    (SubmissionColumn.CODE, _l("Code")),
    (SubmissionColumn.INSTITUTIONS, _l("Institutions")),
    (SubmissionColumn.EMAIL, _l("E-mail address")),
    (SubmissionColumn.KIND, _l("Kind")),
    (SubmissionColumn.SUBTOPIC, _l("Subtopic")),
    (SubmissionColumn.SECTORS, _l("Partner sectors")),
    (SubmissionColumn.KEYWORDS, _l("Keywords")),
    (SubmissionColumn.LANGUAGE, _l("Language of our letters")),
    (SubmissionColumn.STATE, _l("State")),
    (SubmissionColumn.REVIEWS, _l("Reviews")),
    (SubmissionColumn.SCORE, _l("Average score")),
    (SubmissionColumn.REVIEWERS, _l("Reviewers")),
    (SubmissionColumn.SUBMITTED_AT, _l("Received")),
    (SubmissionColumn.UPDATED_AT, _l("Last change")),
    (LetterColumn.SUBJECT, _l("Subject")),
    (LetterColumn.KIND, _l("Kind of letter")),
    (LetterColumn.TO_NAME, _l("To")),
    (LetterColumn.TO_EMAIL, _l("E-mail address")),
    (LetterColumn.STATE, _l("State")),
    (LetterColumn.CREATED_AT, _l("Written")),
    (LetterColumn.SENT_AT, _l("Sent")),
)
