"""A form with one field of every kind, for the gallery alone."""

from wtforms import (
    BooleanField,
    ColorField,
    DateField,
    EmailField,
    FileField,
    Form,
    FormField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
    URLField,
)
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput

from biblionet_reg.i18n import lazy_gettext as _l

_DAYS = [("1", _l("First day")), ("2", _l("Second day")), ("3", _l("Third day"))]
_KINDS = [("paper", _l("Paper")), ("poster", _l("Poster")), ("workshop", _l("Workshop"))]


class _Languages(Form):
    sr = StringField(_l("Serbian, Cyrillic"), [InputRequired(_l("Enter the title in Serbian"))])
    en = StringField(_l("English"))
    sr_latn = StringField(_l("Serbian, Latin"))


class _Days(SelectMultipleField):
    option_widget = CheckboxInput()


class GalleryForm(Form):
    """Every kind of field once."""

    title = StringField(_l("Title of the paper"), [InputRequired(_l("Enter the title of your paper"))])
    email = EmailField(_l("E-mail address"), [InputRequired(_l("Enter your e-mail address"))])
    website = URLField(_l("Website"), [Optional()])
    abstract = TextAreaField(_l("Abstract"), [InputRequired(_l("Enter the abstract")), Length(max=300)])
    subtopic = SelectField(_l("Subtopic"), [InputRequired(_l("Choose a subtopic"))], choices=[("", _l("Choose")), *_KINDS])
    kind = RadioField(_l("Kind"), [InputRequired(_l("Choose a kind"))], choices=_KINDS)
    days = _Days(_l("Days attended"), [InputRequired(_l("Choose at least one day"))], choices=_DAYS)
    consent = BooleanField(_l("I agree that my photograph may be published"), [InputRequired(_l("Say whether you agree"))])
    seats = IntegerField(_l("Seats"), [InputRequired(_l("Enter the number of seats"))])
    day = DateField(_l("Day"), [InputRequired(_l("Enter the day"))])
    starts = TimeField(_l("Begins at"), [InputRequired(_l("Enter the time"))])
    colour = ColorField(_l("Colour"), [Optional()], default="#7a1f3d")
    paper = FileField(_l("File"), [InputRequired(_l("Choose a file"))])
    texts = FormField(_Languages, _l("Title in languages"))


def gallery_form(*, with_errors: bool) -> GalleryForm:
    """Return the form as first seen, or as it comes back."""
    form = GalleryForm(prefix="wrong" if with_errors else "")
    if with_errors:
        form.validate()
    return form
