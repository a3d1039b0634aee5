"""One sentence for every refusal."""

from collections.abc import Callable
from math import ceil
from typing import Any

from biblionet_reg import clock
from biblionet_reg.domain.badge import NoBadges
from biblionet_reg.domain.demo import DemoLoaded, NothingToPlay
from biblionet_reg.domain.draft import AnswersChanged
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.edition_changes import LimitBelowRegistered, PartChanged, PartGone, PartInUse, PartRepeated, PartsFull, SlugTaken
from biblionet_reg.domain.edition_dates import DatesOutOfOrder
from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.file_kind import FileFault, FileRefused
from biblionet_reg.domain.letter import LetterAwaitsDecision, LetterMoved
from biblionet_reg.domain.other_name import OtherNameRefused
from biblionet_reg.domain.permissions import LastAdministrator
from biblionet_reg.domain.picture import PictureRefused
from biblionet_reg.domain.programme import AlreadyPlaced, NothingToPublish, NotInBreak, NotPlaceable, TimesOutOfOrder, VersionNameTaken
from biblionet_reg.domain.rate_limit import Counted, TooManyAttempts
from biblionet_reg.domain.registration import (
    AlreadyRegistered,
    AnotherRegistration,
    EditionFull,
    EditionOver,
    MealWithoutDay,
    NeedsWithoutConsent,
    NoDayChosen,
    RegistrationCancelled,
)
from biblionet_reg.domain.resending import SentAlready
from biblionet_reg.domain.review import (
    ChangedSinceDecision,
    NotDecidable,
    NothingPending,
    NotReviewable,
    OwnSubmission,
)
from biblionet_reg.domain.saved_view import MOST_VIEWS, TooManyViews, ViewNameTaken
from biblionet_reg.domain.script_word import ScriptWordRefused
from biblionet_reg.domain.submission import NotEditable, TransitionRefused
from biblionet_reg.domain.submission_answers import AnswersRefused
from biblionet_reg.formats import format_day
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import ngettext
from biblionet_reg.wording.labels import label
from biblionet_reg.wording.pictures import picture_refused

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
    if answer.part is PartKind.WORDS:
        return str(_("This word is already in the list. Change it there."))
    return str(_("This organiser is already in the list with the same role. Change the name or the role."))


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


def _too_many(answer: TooManyAttempts) -> str:
    minutes = max(1, ceil((answer.until - clock.machine_now()).total_seconds() / 60))
    if answer.what in {Counted.SIGN_IN_ACCOUNT, Counted.SIGN_IN_EVERYWHERE, Counted.SIGN_IN_ADDRESS}:
        return ngettext(
            "Too many wrong passwords were tried. Wait %(num)s minute, or ask an administrator for a one-time link.",
            "Too many wrong passwords were tried. Wait %(num)s minutes, or ask an administrator for a one-time link.",
            minutes,
        )
    return ngettext(
        "This was done very often from your network. Nothing is lost: wait %(num)s minute, then try again.",
        "This was done very often from your network. Nothing is lost: wait %(num)s minutes, then try again.",
        minutes,
    )


#: One sentence per refusal, in the current language, saying what to do.
_SENTENCES: dict[type[Refusal], _Sentence] = {
    TooManyAttempts: _too_many,
    FileRefused: _file_refused,
    PictureRefused: picture_refused,
    AnswersRefused: lambda answer: label(answer.faults[0]),
    AnswersChanged: lambda _answer: _("Your answers were changed in another window. Check them again, then send them."),
    SentAlready: lambda answer: _("You have already sent this as %(code)s.", code=answer.code),
    NotEditable: lambda answer: _("The submission cannot be changed now. Its state is: %(state)s.", state=label(answer.state)),
    TransitionRefused: lambda answer: _("This cannot be done now. The state of the submission is: %(state)s.", state=label(answer.old)),
    WindowNotOpen: lambda answer: (
        _("It is too early: this is not open yet.")
        if answer.status is WindowStatus.NOT_YET
        else _("The deadline has passed, so this cannot be sent any more.")
    ),
    OwnSubmission: lambda _answer: _("You are an author of this submission, so others review it and decide on it."),
    NotReviewable: lambda _answer: _("Reviews of this submission are closed: it is decided or withdrawn."),
    NotDecidable: lambda _answer: _(
        "This cannot be decided now: the submission was withdrawn, or it stands already where the decision would lead."
    ),
    NothingPending: lambda _answer: _("No decision waits here any more: it was released or taken back meanwhile."),
    ChangedSinceDecision: lambda _answer: _(
        "The author changed the submission after the decision. Read it again, then decide again or take the decision back."
    ),
    LetterMoved: lambda _answer: _("The letter has moved on meanwhile. Look at its state and choose again."),
    LetterAwaitsDecision: lambda _answer: _("This letter tells a decision, so it goes when the decision is released."),
    ViewNameTaken: lambda _answer: _("You have a view of this list with this name already. Choose another name."),
    TooManyViews: lambda _answer: ngettext(
        "You have %(num)s view of this list already. Remove one first.",
        "You have %(num)s views of this list already. Remove one first.",
        MOST_VIEWS,
    ),
    LastAdministrator: lambda _answer: _("This is the last administrator of the edition. Give the role to somebody else first."),
    EditionClosed: lambda _answer: _("This edition is closed: nothing in it can be changed."),
    SlugTaken: lambda _answer: _("Another edition has this address. Choose another."),
    PartInUse: _part_in_use,
    PartRepeated: _part_repeated,
    PartChanged: lambda _answer: _("Somebody changed this after you opened the page, so nothing was done. Look at it again."),
    PartGone: lambda _answer: _("This is not in the list any more: it was changed or removed after you opened the page."),
    PartsFull: lambda answer: ngettext(
        "The list is full: it holds at most %(num)s row. Remove one that is not needed first.",
        "The list is full: it holds at most %(num)s rows. Remove one that is not needed first.",
        answer.limit,
    ),
    ScriptWordRefused: lambda answer: label(answer.faults[0]),
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
    OtherNameRefused: lambda answer: label(answer.fault),
    NoDayChosen: lambda _answer: _("Choose at least one day"),
    MealWithoutDay: lambda answer: _(
        "You chose a meal on %(day)s, but not the day itself. Choose the day or leave the meal out.",
        day=format_day(answer.day, heading=True, point=False),
    ),
    NotInBreak: lambda _answer: _("Nothing is presented in a break: choose another session."),
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
