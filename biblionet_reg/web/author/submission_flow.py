"""The pages of the submission form, in their order."""

from typing import Any

from flask import g

from biblionet_reg.domain.draft import DraftNoun
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.flow import Flow, Page
from biblionet_reg.web.forms.institution_choice import known_institutions
from biblionet_reg.web.forms.submission import SubmissionForm

_OTHERS = "author.submit_page"
#: What is written in two languages stands on one page: whoever writes in English only leaves the other half empty.
_TEXTS = ("title_sr", "abstract_sr", "keywords_sr", "title_en", "abstract_en", "keywords_en")
PAPER = Page("paper", "author.submit", _l("Kind and subtopic"), ("kind", "subtopic"), is_first=True)
ABSTRACT = Page("abstract", _OTHERS, _l("Title and abstract"), _TEXTS)
AUTHORS = Page("authors", _OTHERS, _l("Authors"), ("authors", "corresponding"))
PARTNERS = Page("partners", _OTHERS, _l("Partners"), ("partners",))
FILE = Page("file", _OTHERS, _l("File and letters"), ("file", "upload_key", "keeps_file", "language"))


def _form(**kwargs: Any) -> SubmissionForm:
    return SubmissionForm.for_edition(g.edition, known_institutions(), **kwargs)


FLOW = Flow(DraftNoun.SUBMISSION, (PAPER, ABSTRACT, AUTHORS, PARTNERS, FILE), "author.check_submission", _form)
