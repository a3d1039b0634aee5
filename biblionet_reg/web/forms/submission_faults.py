"""Where the submission form shows what the answers do not hold together."""

from biblionet_reg import wording
from biblionet_reg.domain.submission_answers import AnswerFault
from biblionet_reg.web.forms.submission_questions import SubmissionQuestions

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
    shown = form[field or _FIELDS.get(fault, "authors")]
    if fault is AnswerFault.CORRESPONDING_EMAIL_MISSING:
        shown = form.authors.entries[int(form.corresponding.data)].form.email
    shown.errors = [*shown.errors, wording.label(fault)]
