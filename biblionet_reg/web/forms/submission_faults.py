"""Where the submission form shows what the answers do not hold together."""

from biblionet_reg import wording
from biblionet_reg.domain.submission_answers import AnswerFault
from biblionet_reg.web.forms.submission_questions import SubmissionQuestions
from biblionet_reg.web.forms.summary import own_errors

_FIELDS = {
    AnswerFault.TITLE_SR_MISSING: "title_sr",
    AnswerFault.TITLE_EN_MISSING: "title_en",
    AnswerFault.TITLE_TOO_LONG: "title_sr",
    AnswerFault.ABSTRACT_SR_MISSING: "abstract_sr",
    AnswerFault.ABSTRACT_TOO_LONG: "abstract_sr",
    AnswerFault.KEYWORDS_TOO_MANY: "keywords_sr",
    AnswerFault.KEYWORD_TOO_LONG: "keywords_sr",
    AnswerFault.PARTNERS_TOO_MANY: "partners",
    AnswerFault.SECTOR_UNKNOWN: "partners",
    AnswerFault.SUBTOPIC_UNKNOWN: "subtopic",
}


def show(form: SubmissionQuestions, fault: AnswerFault, *, field: str | None = None) -> None:
    """Add the sentence of `fault` to the field it belongs to; what concerns all authors stands above them."""
    row = form.corresponding_row() if fault is AnswerFault.CORRESPONDING_EMAIL_MISSING else None
    shown = form[field or _FIELDS.get(fault, "authors")] if row is None else form.authors.entries[row].form.email
    shown.errors = [*shown.errors, wording.label(fault)]
    if row is not None:
        # A list of rows knows the faults of its rows only from when it was validated.
        form.authors.errors = [*own_errors(form.authors), *(entry.errors for entry in form.authors.entries)]
