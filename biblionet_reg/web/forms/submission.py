"""The submission form: filled from a submission, stepped through by its buttons, handed over as plain data."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Self

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.file_kind import FileFault, FileRefused
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.submission_answers import (
    PARTNERS_LIMIT,
    AnswerFault,
    AnswersRefused,
    SubmissionAnswers,
    author_faults,
    keyword_faults,
    read_keywords,
    text_faults,
)
from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import current_lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.shown.texts import say, say_marked
from biblionet_reg.web.forms.fields import enum_choices
from biblionet_reg.web.forms.institution_choice import institution_choices, kind_choices
from biblionet_reg.web.forms.rows import step_rows
from biblionet_reg.web.forms.submission_data import data_of
from biblionet_reg.web.forms.submission_faults import show
from biblionet_reg.web.forms.submission_questions import SubmissionQuestions
from biblionet_reg.web.forms.validators import AtMost, MayBeEmpty

_STEP = re.compile(r"(add|remove|up)-(author|partner)(?:-(\d{1,4}))?")
_ROWS = {"author": "authors", "partner": "partners"}


class SubmissionForm(SubmissionQuestions):
    """Make it with `for_edition`: what may be chosen is the edition's."""

    _edition: Edition
    _known: Sequence[KnownInstitution]
    shown_file: StoredFile | None = None
    file_refusal: FileRefused | None = None
    focus: str = ""
    partners_limit = PARTNERS_LIMIT

    @classmethod
    def for_edition(
        cls, edition: Edition, known: Sequence[KnownInstitution], *, answers: SubmissionAnswers | None = None, **kwargs: Any
    ) -> Self:
        """Return the form with the edition's choices, filled from `answers` where a submission is changed."""
        kwargs.setdefault("data", data_of(answers, known) if answers else {"language": current_lang().value, "authors": [{}]})
        form = cls(**kwargs)
        form._edition, form._known = edition, known
        form.kind.choices = enum_choices(SubmissionKind)
        form.subtopic.choices = [(subtopic.code, say(subtopic.title)) for subtopic in edition.subtopics]
        form.language.choices = [(lang.value, name) for lang, name in OWN_NAMES.items()]
        form._limit_abstracts()
        form._offer_in_rows()
        return form

    def _limit_abstracts(self) -> None:
        limit = self._edition.abstract_limit
        sentences = (
            (self.abstract_sr, _("Abstract in Serbian must be %(limit)s characters or fewer", limit=limit)),
            (self.abstract_en, _("Abstract in English must be %(limit)s characters or fewer", limit=limit)),
        )
        for field, too_long in sentences:
            field.validators = [MayBeEmpty(), AtMost(limit, too_long)]
            field.flags.limit = limit

    def _offer_in_rows(self) -> None:
        institutions, kinds = institution_choices(self._known), kind_choices()
        for author in self.authors:
            author.institution.choices, author.institution_kind.choices = institutions, kinds
        for partner in self.partners:
            partner.sector.choices = self._sectors

    @cached_property
    def _sectors(self) -> list[tuple[str, str]]:
        return [("", _("Choose the sector")), *((sector.code, say(sector.title)) for sector in self._edition.sectors)]

    def after(self, step: str) -> Self | None:
        """Return the form after one of its buttons was pressed, everything typed in it; None when it was the last."""
        found = _STEP.fullmatch(step)
        is_without_file = step == "remove-file"
        if not (found or is_without_file or self.is_finding()):
            return None
        data, focus = {name: value for name, value in self.data.items() if name not in {"csrf_token", "file"}}, ""
        if found is not None:
            verb, noun, place = found.groups()
            focus = self._step(data, _ROWS[noun], verb, int(place) if place else None)
        elif is_without_file:
            data, focus = data | {"upload_key": "", "keeps_file": ""}, "file"
        form = self.for_edition(self._edition, self._known, formdata=None, data=data)
        form.focus, form.shown_file = focus, None if is_without_file else self.shown_file
        if self.file_refusal is not None:
            form.refuse(self.file_refusal)
        return form

    def is_finding(self) -> bool:
        """Say whether the button of an author's search for the institution was pressed."""
        return any(author.form.is_finding() for author in self.authors)

    def _step(self, data: dict[str, Any], name: str, verb: str, place: int | None) -> str:
        rows = [dict(row, is_corresponding=number == self.corresponding_row()) for number, row in enumerate(data[name])]
        rows, row = step_rows(rows, verb, place)
        if name == "authors":
            rows = rows or [{}]
            data["corresponding"] = str(next((number for number, author in enumerate(rows) if author.get("is_corresponding")), 0))
        data[name] = rows
        return f"{name}-{row}" if rows else f"add-{name}"

    def process(self, *args: Any, **kwargs: Any) -> None:
        """Read the answers; one author alone is not asked, and presents."""
        super().process(*args, **kwargs)
        if self.has_one_author():
            self.authors[0].is_presenter.data = True

    def has_one_author(self) -> bool:
        """Say whether there is one author, who then presents and gets the letters: nothing is asked about it."""
        return len(self.authors.entries) == 1

    def corresponding_row(self) -> int | None:
        """Return the row of the author who gets the letters; None when no row is meant."""
        if self.has_one_author():
            return 0
        typed = self.corresponding.data or ""
        return int(typed) if re.fullmatch(r"\d{1,4}", typed) and int(typed) < len(self.authors.entries) else None

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, then what the answers hold together."""
        super().validate(extra_validators)
        if self.file_refusal is not None:
            self.refuse(self.file_refusal)
        for fault in text_faults(self._title(), self._abstract()):
            show(self, fault)
        for name in ("keywords_sr", "keywords_en"):
            for fault in keyword_faults(LocalText(sr=self[name].data or "")):
                show(self, fault, field=name)
        for fault in self._author_faults():
            show(self, fault)
        if sum(not partner.form.is_empty() for partner in self.partners) > PARTNERS_LIMIT:
            show(self, AnswerFault.PARTNERS_TOO_MANY)
        return not self.errors

    def _author_faults(self) -> Iterator[AnswerFault]:
        authors = [author.form.person(is_corresponding=number == self.corresponding_row()) for number, author in enumerate(self.authors)]
        are_whole = not any(author.errors for author in self.authors)
        for fault in author_faults(authors, limit=self._edition.authors_limit):
            if fault is not AnswerFault.OTHER_NAME_REFUSED and (are_whole or fault is not AnswerFault.AUTHOR_TWICE):
                yield fault

    def refuse(self, answer: Refusal) -> None:
        """Say a refusal beside what it belongs to; a file that is no longer kept is forgotten."""
        if isinstance(answer, AnswersRefused):
            for fault in answer.faults:
                show(self, fault)
            return
        if isinstance(answer, FileRefused) and answer.fault is FileFault.NOT_KEPT:
            self.upload_key.data = ""
        super().refuse(answer)

    def subtopic_scopes(self) -> dict[str, str]:
        """Return what belongs to each subtopic, as hints beside the choices."""
        return {subtopic.code: say_marked(subtopic.scope) for subtopic in self._edition.subtopics}

    def _title(self) -> LocalText:
        return LocalText(sr=self.title_sr.data or "", en=self.title_en.data or "")

    def _abstract(self) -> LocalText:
        return LocalText(sr=self.abstract_sr.data or "", en=self.abstract_en.data or "")

    def _keywords(self) -> LocalText:
        return LocalText(sr="; ".join(read_keywords(self.keywords_sr.data)), en="; ".join(read_keywords(self.keywords_en.data)))

    def answers(self) -> SubmissionAnswers:
        """Return what was answered; call it on a valid form."""
        return SubmissionAnswers(
            kind=SubmissionKind(self.kind.data),
            subtopic=self.subtopic.data,
            title=self._title(),
            abstract=self._abstract(),
            keywords=self._keywords(),
            authors=tuple(
                author.form.answers(self._known, is_corresponding=number == self.corresponding_row())
                for number, author in enumerate(self.authors)
            ),
            partners=tuple(partner.form.answers() for partner in self.partners if not partner.form.is_empty()),
            language=Lang(self.language.data),
            form_key=self.form_key.data,
            upload_key=self.upload_key.data,
            keeps_file=bool(self.keeps_file.data),
        )
