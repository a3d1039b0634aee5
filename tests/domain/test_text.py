"""Texts in their languages."""

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.text import LocalText, Said, shows_nothing

BOTH = LocalText(sr="Књига", en="Book")


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        (BOTH, Lang.SR, Said("Књига", Lang.SR)),
        (BOTH, Lang.SR_LATN, Said("Knjiga", Lang.SR_LATN)),
        (BOTH, Lang.EN, Said("Book", Lang.EN)),
        (LocalText(sr="Књига", sr_latn="Knjiga!"), Lang.SR_LATN, Said("Knjiga!", Lang.SR_LATN)),
        (LocalText(sr="Књига"), Lang.EN, Said("Књига", Lang.SR)),
        (LocalText(en="Book"), Lang.SR, Said("Book", Lang.EN)),
        (LocalText(en="Book"), Lang.SR_LATN, Said("Book", Lang.EN)),
        (LocalText(), Lang.SR, Said("", Lang.EN)),
        (LocalText(sr="Knjiga", en="Book"), Lang.SR, Said("Књига", Lang.SR)),
        (LocalText(sr="Knjiga"), Lang.SR_LATN, Said("Knjiga", Lang.SR_LATN)),
        (LocalText(sr="Knjiga"), Lang.EN, Said("Knjiga", Lang.SR_LATN)),
        (LocalText(sr="Knjiga", sr_latn="Knjiga!"), Lang.SR, Said("Књига", Lang.SR)),
        (LocalText(sr="COBISS i biblioteka"), Lang.SR, Said("COBISS и библиотека", Lang.SR)),
        (LocalText(sr="Читамо -{Windows 10}- упутства"), Lang.SR, Said("Читамо Windows 10 упутства", Lang.SR)),
        (LocalText(sr="Читамо -{Windows 10}- упутства"), Lang.SR_LATN, Said("Čitamo Windows 10 uputstva", Lang.SR_LATN)),
        (LocalText(sr="Читамо -{Windows}-"), Lang.EN, Said("Читамо Windows", Lang.SR)),
        (LocalText(sr="Књига", en="The -{Ћирилица}- Book"), Lang.EN, Said("The Ћирилица Book", Lang.EN)),
        (LocalText(sr="Књига", sr_latn="-{Knjiga}-"), Lang.SR_LATN, Said("Knjiga", Lang.SR_LATN)),
    ],
)
def test_say_falls_back_to_what_there_is(text: LocalText, lang: Lang, said: Said) -> None:
    assert text.say(lang) == said


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Libraries and local communities: a case study", Lang.EN),
        ("Library as a „third place“ in Serbia", Lang.EN),
        ("Reading promotion in small towns", None),
        ("Stadtbibliothek und Gemeinde", None),
        ("A könyvtár mint harmadik hely", None),
        ("Knjižnice in lokalna skupnost", None),
        ("Knižnice na Slovensku", None),
        ("Bibliotecile din Voivodina", None),
        ("Bibliotekat në Kosovë", None),
        ("图书馆", None),
        ("Российская государственная библиотека", None),
        ("Русская литература в Сербии", None),
    ],
)
def test_foreign_text_in_the_place_of_serbian_stays_as_it_was_typed(text: str, lang: Lang | None) -> None:
    assert [LocalText(sr=text).say(page) for page in Lang] == [Said(text, lang)] * 3


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("YouTube kanal biblioteke", "YouTube канал библиотеке"),
        ("Program „-{Reading the World}-“ u Narodnoj biblioteci", "Програм „Reading the World“ у Народној библиотеци"),
        ("Dragiša Pavlović in memoriam", "Драгиша Павловић ин мемориам"),
        ("Menadžment, marketing i fundraising", "Менаџмент, маркетинг и fundraising"),
        ("Uvod", "Увод"),
        ("Ko sve čita: prikaz", "Ко све чита: приказ"),
        ("XX век и XIX век, X1N1, COVID", "XX век и XIX век, X1N1, COVID"),
        ("Vitamin E u ishrani", "Витамин Е у исхрани"),
        ("IT podrška u bibliotekama", "ИТ подршка у библиотекама"),
    ],
)
def test_serbian_text_with_foreign_words_is_converted(latin: str, cyrillic: str) -> None:
    assert LocalText(sr=latin).say(Lang.SR) == Said(cyrillic, Lang.SR)


def test_serbian_words_within_a_foreign_title_are_latin_for_readers_of_latin() -> None:
    text = LocalText(sr="Пројекат Creative Europe Culture Sub-programme")

    assert [text.say(lang).text for lang in Lang] == [text.sr, "Projekat Creative Europe Culture Sub-programme", text.sr]


def test_serbian_text_with_a_foreign_cyrillic_title_is_written_in_latin_around_it() -> None:
    text = LocalText(sr="Читање романа „Братья Карамазовы“ у нашој библиотеци у Врању")

    assert text.say(Lang.SR_LATN) == Said("Čitanje romana „Братья Карамазовы“ u našoj biblioteci u Vranju", Lang.SR_LATN)


def test_say_writes_cyrillic_by_the_rules_it_is_given() -> None:
    rules = ScriptRules(protected=frozenset({"Laguna"}), pairs=())

    assert LocalText(sr="Laguna i knjiga").say(Lang.SR, rules) == Said("Laguna и књига", Lang.SR)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("", True), ("-{ }-", True), ("-{}-\u3164", True), ("-{", False), ("-{-{}-}-", False), ("\u0301", False), ("😀", False)],
)
def test_what_nobody_would_see_shows_nothing(text: str, *, nothing: bool) -> None:
    assert shows_nothing(text) is nothing


def test_unknown_language_has_a_tag_of_its_own() -> None:
    assert [Said("x", lang).tag for lang in (Lang.SR_LATN, None)] == ["sr-Latn", "und"]


def test_said_prints_as_its_text() -> None:
    assert str(Said("Књига", Lang.SR)) == "Књига"


@pytest.mark.parametrize("text", [LocalText(), BOTH, LocalText(sr="Џ", en="J", sr_latn="Dž")])
def test_as_dict_is_read_back(text: LocalText) -> None:
    assert LocalText.from_dict(text.as_dict()) == text


def test_as_dict_holds_only_filled_parts() -> None:
    assert LocalText(sr="Џ", sr_latn="Dž").as_dict() == {"sr": "Џ", "sr-Latn": "Dž"}


def test_from_dict_takes_nothing_for_empty() -> None:
    assert LocalText.from_dict(None) == LocalText()


def test_text_is_true_when_any_language_is_filled() -> None:
    assert [bool(text) for text in (LocalText(), LocalText(en="x"), LocalText(sr="x"), LocalText(sr_latn="x"))] == [False, True, True, True]
