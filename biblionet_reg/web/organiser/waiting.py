"""What waits for the organisers, in sentences that lead to where it is done; each sees what they may do something about."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup, escape

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.formats import format_number
from biblionet_reg.i18n import ngettext
from biblionet_reg.queries.overview import Overview
from biblionet_reg.web.access import may
from biblionet_reg.web.organiser.jobs import PERMISSION
from biblionet_reg.wording import label


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits; `is_wrong` tells what went wrong from what only has to be done."""

    number: int
    words: str
    address: str
    is_wrong: bool = False

    @property
    def marked(self) -> Markup:
        """The words with their number strong."""
        written = format_number(self.number)
        return Markup(str(escape(self.words)).replace(written, f"<strong>{written}</strong>", 1))  # noqa: S704 - escaped here


def tasks(told: Overview) -> list[Task]:
    """Return what waits for this visitor, first what went wrong; what there is none of is left out."""
    found = [task for task in (*_letters(told), *_jobs(told), *_submissions(told), *_programme(told)) if task.number]
    return sorted(found, key=lambda task: not task.is_wrong)


def _letters(told: Overview) -> Iterator[Task]:
    if not may(Permission.LETTER_READ):
        return
    failed, uncertain, draft = (told.letters[state] for state in (LetterState.FAILED, LetterState.UNCERTAIN, LetterState.DRAFT))
    words = ngettext("%(num)s letter could not be sent", "%(num)s letters could not be sent", failed)
    yield Task(failed, words, url_for("organiser.letters", state="failed"), is_wrong=True)
    words = ngettext("%(num)s letter may not have arrived", "%(num)s letters may not have arrived", uncertain)
    yield Task(uncertain, words, url_for("organiser.letters", state="uncertain"), is_wrong=True)
    words = ngettext("%(num)s letter is held back", "%(num)s letters are held back", draft)
    yield Task(draft, words, url_for("organiser.letters", state="draft"))


def _jobs(told: Overview) -> Iterator[Task]:
    """One line a kind: its newest failure has the button to try again."""
    kinds = {job.kind: job for job in reversed(told.failed_jobs) if may(PERMISSION[job.kind])}
    for kind, newest in kinds.items():
        number = sum(job.kind is kind for job in told.failed_jobs)
        words = ngettext("%(num)s file could not be made: %(what)s", "%(num)s files could not be made: %(what)s", number, what=label(kind))
        yield Task(number, words, url_for("organiser.job", code=newest.code), is_wrong=True)


def _submissions(told: Overview) -> Iterator[Task]:
    if may(Permission.DECISION_MAKE):
        number = told.for_reader.pending_decisions
        words = ngettext("%(num)s decision is waiting for release", "%(num)s decisions are waiting for release", number)
        yield Task(number, words, url_for("organiser.pending_decisions"))
    if not may(Permission.SUBMISSION_READ):
        return
    changed, reviewed, unread = (told.for_reader.waiting[what] for what in (Waiting.SECOND_LOOK, Waiting.DECISION, Waiting.FIRST_REVIEW))
    words = ngettext(
        "%(num)s submission was changed as you asked: read it again",
        "%(num)s submissions were changed as you asked: read them again",
        changed,
    )
    yield Task(changed, words, _listed(Waiting.SECOND_LOOK))
    words = ngettext(
        "%(num)s submission has enough reviews for a decision", "%(num)s submissions have enough reviews for a decision", reviewed
    )
    yield Task(reviewed, words, _listed(Waiting.DECISION, sort="score"))
    words = ngettext("%(num)s submission has no review yet", "%(num)s submissions have no review yet", unread)
    yield Task(unread, words, _listed(Waiting.FIRST_REVIEW))


def _listed(what: Waiting, sort: str | None = None) -> str:
    return url_for("organiser.submissions", waits=what.value, sort=sort)


def _programme(told: Overview) -> Iterator[Task]:
    if may(Permission.PROGRAMME_PUBLISH):
        number = told.counted.withdrawn_published
        words = ngettext(
            "%(num)s presentation was withdrawn since the programme was published: publish it again without it",
            "%(num)s presentations were withdrawn since the programme was published: publish it again without them",
            number,
        )
        yield Task(number, words, url_for("organiser.publish_programme"), is_wrong=True)
    if may(Permission.PROGRAMME_EDIT):
        clashes, unplaced = told.counted.clashes, told.for_reader.waiting[Waiting.PLACE]
        words = ngettext("%(num)s problem in the programme", "%(num)s problems in the programme", clashes)
        yield Task(clashes, words, url_for("organiser.programme", _anchor="clashes"), is_wrong=True)
        words = ngettext(
            "%(num)s accepted submission has no place in the programme",
            "%(num)s accepted submissions have no place in the programme",
            unplaced,
        )
        yield Task(unplaced, words, url_for("organiser.programme", _anchor="waiting"))
