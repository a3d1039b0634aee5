"""Our fields are drawn as WTForms' own widgets draw them, whatever is in them."""

from typing import Any

import pytest
from markupsafe import Markup
from wtforms import widgets
from wtforms.widgets import html_params

from biblionet_reg.web.forms import drawing
from biblionet_reg.web.forms.fields import ChoiceField, ChoicesField, EmailField, LineField, RadioChoiceField, TextField, TickField
from biblionet_reg.web.forms.filters import FilterForm

NASTY = ["", "Ана", '"quoted" & <b>bold</b>', "it’s 'so'", Markup('<i title="x">'), "a\nb", "😀"]
CHOICES = [("", "Choose"), ('a"b', "A & B"), ("<c>", Markup("C<sup>2</sup>")), ("d", "Д")]


class Sheet(FilterForm):
    """A form with one field of each kind."""

    line = LineField("Line", limit=20, too_long="Too long", empty="Enter it")
    email = EmailField("E-mail", too_long="Too long", wrong="Wrong")
    text = TextField("Text", limit=200, too_long="Too long", render_kw={"lang": "sr"})
    tick = TickField("Tick")
    choice = ChoiceField("Choice", wrong="Wrong", empty="Choose it")
    radio = RadioChoiceField("Radio", wrong="Wrong")
    several = ChoicesField("Several", wrong="Wrong")


def _sheet(**data: Any) -> Sheet:
    sheet = Sheet(data=data)
    for name in ("choice", "radio", "several"):
        sheet[name].choices = CHOICES
    return sheet


@pytest.fixture(autouse=True)
def _request(app: Any) -> Any:
    with app.test_request_context("/en/"):
        yield


@pytest.mark.parametrize("value", [*NASTY, True, False, 7])
def test_attributes_are_written_as_wtforms_writes_them(value: Any) -> None:
    named = {"class": "input", "data-limit": value, "autofocus": value, "name": "x"}

    assert drawing.attributes(**named) == html_params(**named)


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize(("name", "own"), [("line", widgets.TextInput), ("email", widgets.EmailInput), ("text", widgets.TextArea)])
def test_typed_text_is_drawn_as_wtforms_draws_it(name: str, own: type[Any], value: Any) -> None:
    field = _sheet(**{name: value})[name]
    named = {"class": "input", "rows": 6, "aria_describedby": "hint", "maxlength": False, "lang": "en"}

    drawn = field(**named)

    field.widget = own()
    assert drawn == field(**named)
    assert isinstance(drawn, Markup)


@pytest.mark.parametrize("value", [True, False, None])
def test_a_tick_is_drawn_as_wtforms_draws_it(value: bool | None) -> None:
    field = _sheet(tick=value).tick

    drawn = field(required=False)

    field.widget = widgets.CheckboxInput()
    assert drawn == field(required=False)


@pytest.mark.parametrize("value", [None, "elsewhere", *(value for value, _words in CHOICES)])
def test_a_list_is_drawn_as_wtforms_draws_it(value: str | None) -> None:
    field = _sheet(choice=value).choice

    drawn = field(**{"class": "input"})

    field.widget = widgets.Select()
    assert drawn == field(**{"class": "input"})


def test_a_list_whose_words_changed_is_drawn_anew() -> None:
    field = _sheet(choice="d").choice
    before = field()

    field.choices = [*CHOICES[:-1], ("d", "Ђ")]

    assert (before.count("Ђ"), field().count("Ђ"), field().count(" selected ")) == (0, 1, 1)


@pytest.mark.parametrize(("name", "value"), [("radio", None), ("radio", ""), ("radio", "<c>"), ("several", []), ("several", ["", "d"])])
def test_what_is_offered_is_told_as_wtforms_tells_it(name: str, value: Any) -> None:
    field = _sheet(**{name: value})[name]

    offered = [(one.id, one.data, one.label.text, one.checked) for one in field]

    own = super(type(field).__mro__[1], field).__iter__()
    assert offered == [(one.id, one.data, one.label.text, one.checked) for one in own]
