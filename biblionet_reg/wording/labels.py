"""Words for the members of enums: states, kinds, roles."""

from enum import StrEnum
from typing import Any

from biblionet_reg.domain.clashes import ClashKind
from biblionet_reg.domain.edition import OrganiserRole, WindowStatus
from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import OWN_NAMES
from biblionet_reg.domain.letter import LetterKind, LetterState, LetterStep
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.registration import (
    ConsentPurpose,
    ParticipantRole,
    RegistrationState,
)
from biblionet_reg.domain.review import (
    DecisionState,
    Outcome,
    Recommendation,
)
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.i18n import lazy_pgettext as _lp
from biblionet_reg.wording.columns import COLUMNS
from biblionet_reg.wording.faults import FAULTS

# Pairs, not a dictionary: members of different enums may be equal as text ("accept").
_LABELS: tuple[tuple[StrEnum, Any], ...] = (
    (InstitutionKind.LIBRARY, _l("Library")),
    (InstitutionKind.MUSEUM, _l("Museum")),
    (InstitutionKind.ARCHIVE, _l("Archive")),
    (InstitutionKind.SCHOOL, _l("School")),
    (InstitutionKind.UNIVERSITY, _l("University or faculty")),
    (InstitutionKind.CULTURAL_CENTRE, _l("Cultural centre")),
    (InstitutionKind.COMPANY, _l("Company")),
    (InstitutionKind.MINISTRY, _l("Ministry or state body")),
    (InstitutionKind.LOCAL_GOVERNMENT, _l("Local government")),
    (InstitutionKind.ASSOCIATION, _l("Association")),
    (InstitutionKind.OTHER, _l("Other institution")),
    (Sector.STATE, _l("State bodies")),
    (Sector.CULTURE, _l("Culture")),
    (Sector.SCIENCE, _l("Science and research")),
    (Sector.EDUCATION, _l("Education")),
    (Sector.ASSOCIATIONS, _l("Professional associations")),
    (Sector.BUSINESS, _l("Business")),
    (Sector.HEALTH, _l("Health care")),
    (Sector.SOCIAL, _l("Social care")),
    (Sector.COMPANIES, _l("Companies")),
    (Sector.OTHER, _l("Other sector")),
    (OrganiserRole.PROGRAMME, _l("Programme")),
    (OrganiserRole.HOST, _l("Host")),
    (OrganiserRole.EXECUTIVE, _l("Executive organiser")),
    (OrganiserRole.PATRON, _l("Patron")),
    (WindowStatus.NOT_YET, _l("Not open yet")),
    (WindowStatus.OPEN, _l("Open")),
    (WindowStatus.OVER, _l("Over")),
    (ParticipantRole.PARTICIPANT, _lp("role of a person", "Participant")),
    (ParticipantRole.PRESENTER, _lp("role of a person", "Presenter")),
    (ParticipantRole.ORGANISER, _lp("role of a person", "Organiser")),
    (ParticipantRole.GUEST, _lp("role of a person", "Guest")),
    (RegistrationState.CONFIRMED, _lp("state of a registration", "Confirmed")),
    (RegistrationState.CANCELLED, _lp("state of a registration", "Cancelled")),
    (ConsentPurpose.NEEDS, _l("Dietary and access needs")),
    (ConsentPurpose.PHOTOS, _l("Photographs and video")),
    (ConsentPurpose.PARTICIPANT_LIST, _l("List of participants")),
    (ConsentPurpose.NEXT_CALLS, _l("News of the next meetings")),
    (SubmissionKind.PAPER, _l("Paper")),
    (SubmissionKind.POSTER, _l("Poster")),
    (SubmissionKind.PANEL, _l("Panel")),
    (SubmissionKind.WORKSHOP, _l("Workshop")),
    (SubmissionState.SUBMITTED, _lp("state of a submission", "Submitted")),
    (SubmissionState.UNDER_REVIEW, _lp("state of a submission", "Under review")),
    (SubmissionState.CHANGES_REQUESTED, _lp("state of a submission", "Changes requested")),
    (SubmissionState.ACCEPTED, _lp("state of a submission", "Accepted")),
    (SubmissionState.REJECTED, _lp("state of a submission", "Rejected")),
    (SubmissionState.WITHDRAWN, _lp("state of a submission", "Withdrawn")),
    (Waiting.FIRST_REVIEW, _l("Waits for a first review")),
    (Waiting.SECOND_LOOK, _l("Changed: waits for another look")),
    (Waiting.DECISION, _l("Reviewed: waits for a decision")),
    (Waiting.PLACE, _l("Waits for a place in the programme")),
    (Recommendation.ACCEPT, _lp("recommendation", "Accept")),
    (Recommendation.CHANGES, _lp("recommendation", "Accept after changes")),
    (Recommendation.REJECT, _lp("recommendation", "Reject")),
    (Outcome.ACCEPT, _lp("decision", "Accept")),
    (Outcome.CHANGES, _lp("decision", "Ask for changes")),
    (Outcome.REJECT, _lp("decision", "Reject")),
    (DecisionState.PENDING, _lp("state of a decision", "Pending")),
    (DecisionState.RELEASED, _lp("state of a decision", "Released")),
    (SessionKind.PRESENTATIONS, _l("Session of presentations")),
    (SessionKind.OPENING, _l("Opening")),
    (SessionKind.PANEL, _l("Panel")),
    (SessionKind.WORKSHOP, _l("Workshop")),
    (SessionKind.POSTERS, _l("Posters")),
    (SessionKind.SOCIAL, _l("Social event")),
    (SessionKind.BREAK, _l("Break")),
    (SessionKind.CLOSING, _l("Closing")),
    (ClashKind.ROOM, _l("Two sessions in one room")),
    (ClashKind.PRESENTER, _l("A presenter in two places")),
    (ClashKind.EVERYBODY, _l("Another session during one for everybody")),
    (ClashKind.SLOTS_OVERLAP, _l("Presentations overlap")),
    (ClashKind.OUTSIDE_SESSION, _l("Outside its session")),
    (ClashKind.OUTSIDE_EDITION, _l("Outside the days of the edition")),
    (ClashKind.NOT_ACCEPTED, _l("No longer accepted")),
    (LetterKind.REGISTRATION_RECEIVED, _l("Registration received")),
    (LetterKind.REGISTRATION_CHANGED, _l("Registration changed")),
    (LetterKind.REGISTRATION_CANCELLED, _l("Registration cancelled")),
    (LetterKind.SUBMISSION_RECEIVED, _l("Submission received")),
    (LetterKind.SUBMISSION_CHANGED, _l("Submission changed")),
    (LetterKind.SUBMISSION_WITHDRAWN, _l("Submission withdrawn")),
    (LetterKind.SUBMISSION_ACCEPTED, _l("Submission accepted")),
    (LetterKind.SUBMISSION_CHANGES_REQUESTED, _l("Changes requested")),
    (LetterKind.SUBMISSION_REJECTED, _l("Submission rejected")),
    (LetterState.DRAFT, _lp("state of a letter", "Draft")),
    (LetterState.QUEUED, _lp("state of a letter", "Queued")),
    (LetterState.SENDING, _lp("state of a letter", "Being sent")),
    (LetterState.SENT, _lp("state of a letter", "Sent")),
    (LetterState.FAILED, _lp("state of a letter", "Failed")),
    (LetterState.UNCERTAIN, _lp("state of a letter", "Uncertain")),
    (LetterStep.SEND, _lp("step of a letter", "Send now")),
    (LetterStep.HOLD, _lp("step of a letter", "Hold back")),
    (LetterStep.RETRY, _lp("step of a letter", "Try again")),
    (LetterStep.MARK_SENT, _lp("step of a letter", "Mark as sent")),
    (LetterStep.SEND_AGAIN, _lp("step of a letter", "Send again")),
    (JobKind.PROGRAMME_PDF, _l("Programme as PDF")),
    (JobKind.BADGES_PDF, _l("Badges as PDF")),
    (JobState.QUEUED, _lp("state of a job", "Waiting")),
    (JobState.RUNNING, _lp("state of a job", "Being made")),
    (JobState.DONE, _lp("state of a job", "Ready")),
    (JobState.FAILED, _lp("state of a job", "Failed")),
    (StaffRole.ADMINISTRATOR, _lp("role of staff", "Administrator")),
    (StaffRole.CHAIR, _lp("role of staff", "Chair")),
    (StaffRole.REVIEWER, _lp("role of staff", "Reviewer")),
    (StaffRole.HOST, _lp("role of staff", "Host")),
    (StaffRole.DESK, _lp("role of staff", "Desk")),
    (StaffRole.OBSERVER, _lp("role of staff", "Observer")),
    (PartKind.ROOMS, _l("Rooms")),
    (PartKind.SUBTOPICS, _l("Subtopics")),
    (PartKind.SECTORS, _l("Partner sectors")),
    (PartKind.MEALS, _l("Meals")),
    (PartKind.ORGANISERS, _l("Organisers")),
    (PartKind.NEWS, _l("News")),
    (PartKind.WORDS, _l("Words and scripts")),
    (ScriptWordKind.PROTECTED, _l("It stays in Latin script")),
    (ScriptWordKind.PAIR, _l("It has its own Cyrillic form")),
    *FAULTS,
    *COLUMNS,
    *OWN_NAMES.items(),
)
_BY_MEMBER = {(type(member), member.value): words for member, words in _LABELS}


def label(member: StrEnum) -> str:
    """Return what people call this state, kind or role, in the current language."""
    return str(_BY_MEMBER[type(member), member.value])
