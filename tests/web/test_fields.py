"""The fields that forms are made of."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ParticipantRole
from biblionet_reg.i18n import speaking
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import (
    ChoiceField,
    ChoicesField,
    EmailField,
    FormKeyField,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
    enum_choices,
)


class Sheet(Form):
    """One field of each kind."""

    class Meta(Form.Meta):
        """Without a token, since no page shows it."""

        csrf = False

    key = FormKeyField()
    name = LineField("Name", limit=5, empty="Enter a name", too_long="Name must be 5 characters or fewer")
    note = TextField("Note", limit=5, too_long="Note must be 5 characters or fewer")
    email = EmailField("E-mail address", too_long="Too long", wrong="Enter the whole address")
    one = ChoiceField("One", wrong="Choose one from the list", choices=[("a", "A"), ("b", "B")])
    radio = RadioChoiceField("Radio", empty="Choose one", wrong="Choose one of these", choices=[("a", "A")])
    many = ChoicesField("Many", wrong="Choose from these", choices=[("a", "A"), ("b", "B")])
    tick = TickField("Agreed")


@pytest.fixture(autouse=True)
def _request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def _sheet(**typed: Any) -> Sheet:
    sheet = Sheet(formdata=MultiDict({"name": "Ana", "radio": "a", **typed}))
    sheet.validate()
    return sheet


def test_a_form_that_lacks_everything_optional_is_whole() -> None:
    sheet = _sheet()

    assert sheet.errors == {}
    assert (sheet.note.data, sheet.email.data, sheet.one.data, sheet.many.data, sheet.tick.data) == ("", "", "", [], False)
    assert UUID(sheet.key.data).version == 4


@pytest.mark.parametrize(
    "blank", ["", " \n\t", "\u200b\u2060", "\u00a0\u3000", "\x00\u202e", "-{}-", "-{ }- -{\u200b}-", "\u3164", "\u2800"]
)
def test_what_cannot_be_seen_is_empty(blank: str) -> None:
    sheet = _sheet(name=blank, note=blank)

    assert (sheet.errors, sheet.note.data) == ({"name": ["Enter a name"]}, "")


def test_a_line_is_one_line_and_a_text_keeps_its_lines() -> None:
    sheet = _sheet(name="A\r\nb\tc", note="A\r\nb")

    assert (sheet.name.data, sheet.note.data, sheet.errors) == ("A b c", "A\nb", {})


def test_each_limit_is_told_once_and_the_text_is_kept() -> None:
    sheet = _sheet(name="Анастасија", note="123456", email="a" * 300)

    assert sheet.errors == {
        "name": ["Name must be 5 characters or fewer"],
        "note": ["Note must be 5 characters or fewer"],
        "email": ["Too long"],
    }
    assert sheet.name.data == "Анастасија"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana@Example.org ", "Ana@example.org"),
        ("ana+x@sub.example.org", "ana+x@sub.example.org"),
        ("ana@пример.срб", "ana@xn--e1afmkfd.xn--90a3ac"),
    ],
)
def test_an_address_a_letter_reaches_is_kept(typed: str, kept: str) -> None:
    sheet = _sheet(email=typed)

    assert (sheet.email.data, sheet.errors) == (kept, {})


@pytest.mark.parametrize("typed", ["ana", "ana@", "@example.org", "ana example.org", "ana@example.org, petar@example.org"])
def test_an_address_no_letter_reaches_is_refused(typed: str) -> None:
    assert _sheet(email=typed).errors == {"email": ["Enter the whole address"]}


def test_a_letter_of_the_other_alphabet_in_an_address_is_named() -> None:
    with speaking(Lang.EN):
        errors = _sheet(email="ана@example.org").errors

    assert errors == {"email": ["In ана@example.org the letter “а” is Cyrillic. Type the address in Latin script."]}


def test_only_what_is_offered_is_taken_and_repeats_are_one() -> None:
    sheet = _sheet(one="c", radio="c", many=["a", "b", "a", "c"])

    assert sheet.errors == {"one": ["Choose one from the list"], "radio": ["Choose one of these"], "many": ["Choose from these"]}
    assert sheet.many.data == ["a", "b", "c"]


def test_ticks_without_a_value_choose_nothing() -> None:
    assert _sheet(many=["", "a", ""]).many.data == ["a"]


@pytest.mark.parametrize(("typed", "kept"), [("0B0A2A4E3F7E4A0E9C7A000000000001", True), ("", False), ("x" * 36, False)])
def test_a_form_key_is_kept_or_replaced(typed: str, kept: bool) -> None:
    key = UUID(_sheet(key=typed).key.data)

    assert (str(key) == "0b0a2a4e-3f7e-4a0e-9c7a-000000000001") is kept


@pytest.mark.parametrize(("typed", "ticked"), [("y", True), ("on", True), ("", False), ("false", False)])
def test_a_tick_is_on_or_off(typed: str, ticked: bool) -> None:
    assert _sheet(tick=typed).tick.data is ticked


def test_choices_of_an_enum_speak_the_language_of_the_page() -> None:
    assert [value for value, _label in enum_choices(ParticipantRole)] == [role.value for role in ParticipantRole]
