"""The questions of the submission form, each with its own sentences."""

from flask_wtf.file import FileField
from wtforms import FormField, HiddenField, StringField, TextAreaField

from biblionet_reg.domain import submission_answers as limits
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import FormKeyField, LineField, RadioChoiceField
from biblionet_reg.web.forms.rows import Rows
from biblionet_reg.web.forms.submission_rows import AuthorRow, PartnerRow

_TYPED_LIMIT = limits.KEYWORDS_LIMIT * (limits.KEYWORD_LENGTH + 2)


class SubmissionQuestions(Form):
    """What is asked; the choices are the edition's and come with `SubmissionForm.for_edition`.

    `corresponding` is the number of the row whose author gets the letters.
    """

    form_key = FormKeyField()
    kind = RadioChoiceField(
        _l("Kind of submission"), empty=_l("Choose what you are submitting"), wrong=_l("Choose one of the kinds in the list")
    )
    subtopic = RadioChoiceField(
        _l("Subtopic"), empty=_l("Choose the subtopic of your submission"), wrong=_l("Choose one of the subtopics in the list")
    )
    title_sr = LineField(
        _l("Title in Serbian"),
        limit=limits.TITLE_LIMIT,
        too_long=_l("Title in Serbian must be %(limit)s characters or fewer", limit=limits.TITLE_LIMIT),
    )
    title_en = LineField(
        _l("Title in English"),
        limit=limits.TITLE_LIMIT,
        too_long=_l("Title in English must be %(limit)s characters or fewer", limit=limits.TITLE_LIMIT),
    )
    abstract_sr = TextAreaField(_l("Abstract in Serbian"), default="")
    abstract_en = TextAreaField(_l("Abstract in English"), default="")
    keywords_sr = LineField(
        _l("Keywords in Serbian"),
        limit=_TYPED_LIMIT,
        too_long=_l("Keywords in Serbian must be %(limit)s characters or fewer", limit=_TYPED_LIMIT),
    )
    keywords_en = LineField(
        _l("Keywords in English"),
        limit=_TYPED_LIMIT,
        too_long=_l("Keywords in English must be %(limit)s characters or fewer", limit=_TYPED_LIMIT),
    )
    authors = Rows(FormField(AuthorRow), min_entries=1)
    corresponding = StringField(default="0")
    partners = Rows(FormField(PartnerRow))
    file = FileField(_l("File"))
    upload_key = HiddenField(default="")
    keeps_file = HiddenField(default="1")
    language = RadioChoiceField(
        _l("Language of our letters"),
        empty=_l("Choose the language of our letters"),
        wrong=_l("Choose the language of our letters from the list"),
    )
