"""What the author of a submission has done and can still do, as the lines of a list of tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import url_for

from biblionet_reg import clock
from biblionet_reg.domain.edition import WindowStatus
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import ngettext
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.queries import presenters
from biblionet_reg.shown.names import person_name_marked

_ENDED = (SubmissionState.REJECTED, SubmissionState.WITHDRAWN)


class TaskTone(StrEnum):
    """How much the state of a task stands out."""

    DONE = "done"
    ADVISED = "advised"
    DUE = "due"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Task:
    """One line: what it is about, how it stands, and where it is done, if it can be."""

    title: Any
    status: str
    tone: TaskTone = TaskTone.DONE
    href: str = ""
    hint: Any = ""


def changing(submission: Submission, token: str) -> Iterator[Task]:
    """Tell the parts of a submission that can still be changed, each with its place in the form."""
    form = url_for("author.change_submission", token=token)
    if submission.state is SubmissionState.CHANGES_REQUESTED:
        hint = _("When you save, the submission goes back to the programme committee.")
        yield Task(_("Make the changes asked for"), _("To do"), TaskTone.DUE, form, hint)
    yield _text(_("Title"), _("English title missing"), has_english=bool(submission.title.en), href=f"{form}#title_en")
    yield _text(_("Abstract"), _("English abstract missing"), has_english=bool(submission.abstract.en), href=f"{form}#abstract_en")
    count = len(submission.authors)
    yield Task(_("Authors"), ngettext("%(num)s author", "%(num)s authors", count), href=f"{form}#authors")
    count = len(submission.partners)
    words = ngettext("%(num)s partner", "%(num)s partners", count) if count else _("None named")
    yield Task(_("Partners"), words, TaskTone.DONE if count else TaskTone.NONE, f"{form}#partners")
    if submission.files:
        yield Task(_("File"), _("Sent"), href=f"{form}#file", hint=submission.files[-1].name)
    else:
        yield Task(_("File"), _("Not sent"), TaskTone.NONE, f"{form}#file")


def _text(title: str, missing: str, *, has_english: bool, href: str) -> Task:
    if has_english:
        return Task(title, _("Complete"), href=href.replace("_en", "_sr"))
    return Task(title, missing, TaskTone.ADVISED, href, _("The programme is printed in English too."))


def coming(submission: Submission) -> Iterator[Task]:
    """Tell of each presenter whether they are registered for the meeting; of nobody else, and nothing more."""
    edition = submission.edition
    if submission.state in _ENDED or edition.closed_at is not None:
        return
    registered = presenters.registered(submission)
    for author in submission.authors:
        if author.is_presenter:
            yield _presenter(author, edition, is_registered=author.person_id in registered, is_accepted=_is_accepted(submission))


def _is_accepted(submission: Submission) -> bool:
    return submission.state is SubmissionState.ACCEPTED


def _presenter(author: Author, edition: Edition, *, is_registered: bool, is_accepted: bool) -> Task:
    name = person_name_marked(author)
    if is_registered:
        return Task(name, _("Already registered"))
    window = edition.registration.status(clock.now())
    href = url_for("author.register") if window is WindowStatus.OPEN else ""
    tone = TaskTone.DUE if is_accepted and href else TaskTone.NONE
    if not author.email:
        return Task(name, _("Not known"), TaskTone.NONE, href, _("We do not have the e-mail address of this author, so we cannot tell."))
    hint = _("Nobody is registered under this name with the address %(address)s.", address=author.email)
    return Task(name, _("Not registered yet"), tone, href, hint)
