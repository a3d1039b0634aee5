"""Words for enums and refusals, shared by pages, letters and documents; nowhere else are they worded."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from biblionet_reg.domain.badge import NoBadges
from biblionet_reg.domain.clashes import ClashKind
from biblionet_reg.domain.demo import DemoLoaded, NothingToPlay
from biblionet_reg.domain.edition import EditionClosed, OrganiserRole, WindowNotOpen, WindowStatus
from biblionet_reg.domain.edition_changes import LimitBelowRegistered, PartInUse, PartRepeated, SlugTaken
from biblionet_reg.domain.edition_dates import DateFault, DatesOutOfOrder
from biblionet_reg.domain.edition_file import PartKind
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.file_kind import FileFault, FileRefused
from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import OWN_NAMES
from biblionet_reg.domain.letter import LetterAwaitsDecision, LetterKind, LetterMoved, LetterState, LetterStep
from biblionet_reg.domain.permissions import LastAdministrator, StaffRole
from biblionet_reg.domain.programme import AlreadyPlaced, NothingToPublish, NotPlaceable, SessionKind, TimesOutOfOrder, VersionNameTaken
from biblionet_reg.domain.registration import (
    AlreadyRegistered,
    AnotherRegistration,
    ConsentPurpose,
    EditionFull,
    EditionOver,
    MealWithoutDay,
    NeedsWithoutConsent,
    NoDayChosen,
    ParticipantRole,
    RegistrationCancelled,
    RegistrationState,
)
from biblionet_reg.domain.review import (
    ChangedSinceDecision,
    DecisionState,
    NotDecidable,
    NothingPending,
    NotReviewable,
    Outcome,
    OwnSubmission,
    Recommendation,
)
from biblionet_reg.domain.submission import NotEditable, SubmissionKind, SubmissionState, TransitionRefused
from biblionet_reg.domain.submission_answers import KEYWORD_LENGTH, KEYWORDS_LIMIT, PARTNERS_LIMIT, TITLE_LIMIT, AnswerFault, AnswersRefused
from biblionet_reg.i18n import format_day, ngettext
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.i18n import lazy_pgettext as _lp

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
    (DateFault.ENDS_BEFORE_START, _l("The last day must not be before the first day")),
    (DateFault.CALL_CLOSES_BEFORE_OPENS, _l("The call must close after it opens")),
    (DateFault.CALL_CLOSES_AFTER_END, _l("The call must close before the meeting is over")),
    (DateFault.DECISIONS_BEFORE_CALL_CLOSES, _l("Decisions must not be due before the call closes")),
    (DateFault.DECISIONS_AFTER_END, _l("Decisions must be due before the meeting is over")),
    (DateFault.REGISTRATION_CLOSES_BEFORE_OPENS, _l("Registration must close after it opens")),
    (DateFault.REGISTRATION_CLOSES_AFTER_END, _l("Registration must close before the meeting is over")),
    (FileFault.EMPTY, _l("The file is empty. Choose another file.")),
    (FileFault.TOO_LARGE, _l("The file is too large. Choose a smaller file.")),
    (FileFault.KIND_NOT_TAKEN, _l("The file must be PDF, DOCX, ODT, PPTX or ODP. Save it as one of these and choose it again.")),
    (FileFault.NOT_AS_NAMED, _l("The file is not what its name says. Save it again as PDF, DOCX, ODT, PPTX or ODP, and choose it again.")),
    (FileFault.LOCKED, _l("The file is locked with a password. Save it without a password and choose it again.")),
    (FileFault.BROKEN, _l("The file is damaged, so nobody could open it. Save it again and choose it again.")),
    (FileFault.NOT_KEPT, _l("We keep a file for a day until the form is sent, and this day is over. Choose the file again.")),
    (
        AnswerFault.TITLE_SR_MISSING,
        _l("Enter the title in Serbian. If you write in English only, enter the title and the abstract in English."),
    ),
    (AnswerFault.TITLE_EN_MISSING, _l("Enter the title in English too, because the abstract is in English")),
    (
        AnswerFault.ABSTRACT_SR_MISSING,
        _l("Enter the abstract in Serbian. If you write in English only, fill in the title and the abstract in English."),
    ),
    (AnswerFault.TITLE_TOO_LONG, _l("Title must be %(limit)s characters or fewer", limit=TITLE_LIMIT)),
    (AnswerFault.ABSTRACT_TOO_LONG, _l("Abstract is longer than the call allows")),
    (AnswerFault.KEYWORDS_TOO_MANY, _l("Enter %(limit)s keywords or fewer", limit=KEYWORDS_LIMIT)),
    (
        AnswerFault.KEYWORD_TOO_LONG,
        _l("A keyword must be %(limit)s characters or fewer. Put semicolons between keywords.", limit=KEYWORD_LENGTH),
    ),
    (AnswerFault.AUTHORS_MISSING, _l("Enter at least one author")),
    (AnswerFault.AUTHORS_TOO_MANY, _l("There are more authors than the call allows. Remove some of them.")),
    (AnswerFault.AUTHOR_TWICE, _l("The same author stands twice. Remove one of the two.")),
    (AnswerFault.PRESENTER_MISSING, _l("Mark at least one author who presents at the meeting")),
    (AnswerFault.CORRESPONDING_MISSING, _l("Choose the author who gets the letters")),
    (AnswerFault.CORRESPONDING_TWICE, _l("Choose only one author who gets the letters")),
    (AnswerFault.CORRESPONDING_EMAIL_MISSING, _l("Enter the e-mail address of the author who gets the letters")),
    (AnswerFault.PARTNERS_TOO_MANY, _l("Enter %(limit)s partners or fewer", limit=PARTNERS_LIMIT)),
    (AnswerFault.SUBTOPIC_UNKNOWN, _l("Choose one of the subtopics in the list")),
    (AnswerFault.SECTOR_UNKNOWN, _l("Choose a sector from the list")),
    *OWN_NAMES.items(),
)
_BY_MEMBER = {(type(member), member.value): words for member, words in _LABELS}


def label(member: StrEnum) -> str:
    """Return what people call this state, kind or role, in the current language."""
    return str(_BY_MEMBER[type(member), member.value])


#: The very words a person agrees to; the record of a consent keeps them.
_CONSENTS: dict[ConsentPurpose, Any] = {
    ConsentPurpose.NEEDS: _l(
        "I agree that the host keeps what I wrote about food and access, and uses it only so that I can take part. "
        "Only the host’s staff see it, and it is deleted after the meeting."
    ),
    ConsentPurpose.PHOTOS: _l("I agree to be photographed and filmed at the meeting, and that the organisers may publish the pictures."),
    ConsentPurpose.PARTICIPANT_LIST: _l("I agree that my name and institution stand in the published list of participants."),
    ConsentPurpose.NEXT_CALLS: _l("I agree that the organisers write to me about the next meetings."),
}


def consent(purpose: ConsentPurpose) -> str:
    """Return the words a person agrees to, in the current language."""
    return str(_CONSENTS[purpose])


_Sentence = Callable[[Any], str]


def _part_in_use(answer: PartInUse) -> str:
    match answer.part:
        case PartKind.ROOMS:
            words = ngettext(
                "The room is used by %(num)s session of the programme. Move it to another room first.",
                "The room is used by %(num)s sessions of the programme. Move them to another room first.",
                answer.uses,
            )
        case PartKind.SUBTOPICS:
            words = ngettext(
                "%(num)s submission stands under this subtopic, so it stays. You can change its words.",
                "%(num)s submissions stand under this subtopic, so it stays. You can change its words.",
                answer.uses,
            )
        case PartKind.SECTORS:
            words = ngettext(
                "%(num)s partner named in the submissions belongs to this sector, so it stays. You can change its words.",
                "%(num)s partners named in the submissions belong to this sector, so it stays. You can change its words.",
                answer.uses,
            )
        case _:
            words = ngettext(
                "%(num)s person has signed up for this meal, so it stays. You can change its words.",
                "%(num)s people have signed up for this meal, so it stays. You can change its words.",
                answer.uses,
            )
    return str(words)


def _part_repeated(answer: PartRepeated) -> str:
    if answer.part is PartKind.NEWS:
        return str(_("There is already news with this title on this day. Change the title or the day."))
    return str(_("This body is already in the list with the same role. Change the name or the role."))


def _limit_below_registered(answer: LimitBelowRegistered) -> str:
    words = ngettext(
        "%(num)s person is registered already. The number of places must not be lower.",
        "%(num)s people are registered already. The number of places must not be lower.",
        answer.registered,
    )
    return str(words)


def _file_refused(answer: FileRefused) -> str:
    if answer.fault is FileFault.TOO_LARGE and answer.limit_mb:
        return str(_("The file is larger than %(limit)s MB. Choose a smaller file.", limit=answer.limit_mb))
    return label(answer.fault)


#: One sentence per refusal, in the current language, saying what to do.
_SENTENCES: dict[type[Refusal], _Sentence] = {
    FileRefused: _file_refused,
    AnswersRefused: lambda answer: label(answer.faults[0]),
    NotEditable: lambda answer: _(
        "The submission cannot be changed now. Its state is: %(state)s.", state=label(answer.state)
    ),
    TransitionRefused: lambda answer: _("This cannot be done now. The state of the submission is: %(state)s.", state=label(answer.old)),
    WindowNotOpen: lambda answer: (
        _("It is too early: this is not open yet.")
        if answer.status is WindowStatus.NOT_YET
        else _("The deadline has passed, so this cannot be sent any more.")
    ),
    OwnSubmission: lambda _answer: _("You are an author of this submission, so others review it and decide on it."),
    NotReviewable: lambda _answer: _("Reviews of this submission are closed: it is decided or withdrawn."),
    NotDecidable: lambda _answer: _("This cannot be decided now: the submission was withdrawn, or it stands already where the decision would lead."),
    NothingPending: lambda _answer: _("No decision waits here any more: it was released or taken back meanwhile."),
    ChangedSinceDecision: lambda _answer: _(
        "The author changed the submission after the decision. Read it again, then decide again or take the decision back."
    ),
    LetterMoved: lambda _answer: _("The letter has moved on meanwhile. Look at its state and choose again."),
    LetterAwaitsDecision: lambda _answer: _("This letter tells a decision, so it goes when the decision is released."),
    LastAdministrator: lambda _answer: _("This is the last administrator of the edition. Give the role to somebody else first."),
    EditionClosed: lambda _answer: _("This edition is closed: nothing in it can be changed."),
    SlugTaken: lambda _answer: _("Another edition has this address. Choose another."),
    PartInUse: _part_in_use,
    PartRepeated: _part_repeated,
    LimitBelowRegistered: _limit_below_registered,
    DatesOutOfOrder: lambda answer: label(answer.faults[0]),
    EditionFull: lambda _answer: _("Every place is taken."),
    EditionOver: lambda _answer: _("The meeting is over, so there is nothing left to cancel."),
    AlreadyRegistered: lambda _answer: _(
        "Somebody with this name and e-mail address is registered already. "
        "We have sent the personal link to that address again: use it to see or change the registration."
    ),
    AnotherRegistration: lambda _answer: _("Another registration has this name and e-mail address. Change or cancel that one instead."),
    RegistrationCancelled: lambda _answer: _("This registration was cancelled, so it cannot be changed. Register again to come after all."),
    NoDayChosen: lambda _answer: _("Choose at least one day"),
    MealWithoutDay: lambda answer: _(
        "You chose a meal on %(day)s, but not the day itself. Choose the day or leave the meal out.", day=format_day(answer.day)
    ),
    NotPlaceable: lambda _answer: _("Only accepted submissions can be placed in the programme, and this one is not accepted (any more)."),
    AlreadyPlaced: lambda _answer: _("This submission has its place in the programme already. Move it instead."),
    TimesOutOfOrder: lambda _answer: _("The end must be later than the start"),
    NothingToPublish: lambda _answer: _("There is nothing to publish yet. Add a session first."),
    VersionNameTaken: lambda answer: _("A published programme is already called “%(name)s”. Choose another name.", name=answer.name),
    NoBadges: lambda answer: (
        _("There is no confirmed registration with this code") if answer.code else _("There are no confirmed registrations yet.")
    ),
    DemoLoaded: lambda _answer: _("The edition has demonstration data already."),
    NothingToPlay: lambda _answer: _("Demonstration data needs an edition with subtopics, and known libraries. Run `edition load` first."),
    NeedsWithoutConsent: lambda _answer: _(
        "You wrote about food or access. Agree that we keep it, or delete what you wrote: it is kept only with your agreement."
    ),
}


def refusal(answer: Refusal) -> str:
    """Return the sentence for a refusal, in the current language."""
    for kind in type(answer).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](answer)
    return str(_("This cannot be done now."))
