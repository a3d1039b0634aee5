"""What people told, as pages, letters and documents show it."""

import pytest
from flask import Flask, g
from markupsafe import Markup

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.script import STANDARD_RULES, ScriptRules
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor
from biblionet_reg.i18n import speaking
from biblionet_reg.shown import institutions, names, script_rules, texts
from biblionet_reg.shown.finished_letter import letter_marked

NAGY = PersonName("Anna <Nagy>", "Nagy")
TOLD = ListedAuthor("P-1", "Ђорђе", "Његован", "Народна библиотека", "Београд", True, "Djordje", "Njegovan")  # noqa: FBT003 - a row
LAGUNA = ScriptRules(protected=frozenset({"Laguna"}), pairs=())


@pytest.fixture(autouse=True)
def context(app: Flask) -> object:
    with app.app_context():
        yield


def in_every_language(show: object, *told: object) -> list[str]:
    said = []
    for lang in Lang:
        with speaking(lang):
            said.append(show(*told))  # type: ignore[operator]
    return said


def test_person_is_shown_in_the_script_that_is_spoken() -> None:
    assert in_every_language(names.person_name, TOLD) == ["Ђорђе Његован", "Djordje Njegovan", "Djordje Njegovan"]


def test_foreign_person_is_marked_on_a_cyrillic_page_and_escaped() -> None:
    marked = in_every_language(names.person_name_marked, NAGY)

    assert marked == [Markup('<span lang="und">Anna &lt;Nagy&gt; Nagy</span>'), "Anna <Nagy> Nagy", "Anna <Nagy> Nagy"]


def test_both_forms_of_a_name_are_told_and_a_foreign_one_once() -> None:
    assert in_every_language(names.both_names, TOLD)[:2] == [["Ђорђе Његован", "Djordje Njegovan"], ["Djordje Njegovan", "Ђорђе Његован"]]
    assert in_every_language(names.both_names, NAGY) == [["Anna <Nagy> Nagy"]] * 3
    assert in_every_language(names.both_names_marked, TOLD)[2] == ["Djordje Njegovan", Markup('<span lang="sr">Ђорђе Његован</span>')]


def test_institution_and_place_are_one_text_with_one_language() -> None:
    serbian = in_every_language(institutions.where_marked, "Narodna biblioteka Srbije", "Beograd")
    foreign = in_every_language(institutions.where_marked, "Csorba Győző Könyvtár", "Pécs")

    assert serbian[:2] == ["Народна библиотека Србије, Београд", "Narodna biblioteka Srbije, Beograd"]
    assert foreign[0] == Markup('<span lang="und">Csorba Győző Könyvtár, Pécs</span>')


def test_place_is_not_said_twice() -> None:
    assert institutions.where("Градска библиотека Вршац", "Вршац") == "Градска библиотека Вршац"
    assert institutions.where("", "Вршац") == "Вршац"


def test_text_is_marked_where_it_falls_back() -> None:
    with speaking(Lang.EN):
        marked = texts.say_marked(LocalText(sr="Књиге & <људи>"))
        plain = texts.say(LocalText(sr="Књиге & <људи>"))

    said_so = '<span class="fallback" data-language="in Serbian"><span lang="sr">Књиге &amp; &lt;људи&gt;</span></span>'
    assert (marked, plain) == (said_so, "Књиге & <људи>")


def test_a_missing_language_is_said_and_another_script_is_not() -> None:
    english = in_every_language(texts.say_marked, LocalText(en="Books"))
    latin = in_every_language(texts.say_marked, LocalText(sr="Knjige"))

    assert english == [
        '<span class="fallback" data-language="на енглеском"><span lang="en">Books</span></span>',
        '<span class="fallback" data-language="na engleskom"><span lang="en">Books</span></span>',
        "Books",
    ]
    assert latin == ["Књиге", "Knjige", '<span class="fallback" data-language="in Serbian"><span lang="sr-Latn">Knjige</span></span>']


def test_text_in_the_readers_own_language_is_not_marked() -> None:
    assert texts.say_marked(LocalText(sr="Књиге", en="Books")) == "Књиге"
    assert texts.say_marked(LocalText()) == ""


def test_latin_text_is_written_in_cyrillic_by_the_rules_of_the_edition() -> None:
    text = LocalText(sr="Laguna i knjige")

    with script_rules.spelling_by(lambda: LAGUNA):
        inside = texts.say(text), institutions.in_script("Knjižara Laguna i deca")

    assert inside == ("Laguna и књиге", "Књижара Laguna и деца")
    assert texts.say(text) == "Лагуна и књиге"


def test_rules_are_read_once_and_only_when_they_are_needed() -> None:
    asked = []

    def read() -> ScriptRules:
        asked.append(1)
        return LAGUNA

    with script_rules.spelling_by(read):
        texts.say(LocalText(sr="Књига", en="Book"))
        institutions.in_script("Народна библиотека")
        before = len(asked)
        texts.say(LocalText(sr="Knjiga"))
        texts.say(LocalText(sr="Knjige i ljudi"))

    assert (before, len(asked)) == (0, 1)
    assert (script_rules.script_rules(), g.get("script_rules_reader")) == (STANDARD_RULES, None)


def test_free_text_is_marked_and_converted_only_the_exact_way() -> None:
    assert in_every_language(texts.typed_marked, "Рад је <добар>.") == [
        "Рад је <добар>.",
        "Rad je <dobar>.",
        Markup('<span lang="sr-Latn">Rad je &lt;dobar&gt;.</span>'),
    ]
    assert in_every_language(texts.typed_text, "Рад је добар.") == ["Рад је добар.", "Rad je dobar.", "Rad je dobar."]
    assert in_every_language(texts.typed_text, "Rad je dobar.") == ["Rad je dobar."] * 3
    assert in_every_language(texts.verbatim_marked, "рад")[1] == Markup('<bdi lang="sr" translate="no">рад</bdi>')
    assert in_every_language(texts.typed_marked, "The paper is good.")[0] == Markup('<span lang="en">The paper is good.</span>')


def test_finished_letter_marks_names_in_the_other_script() -> None:
    latin = letter_marked("Ime: Ana <b> / Ана Бабић-Илић, Ћира.\nhttp://x.rs", Lang.SR_LATN)
    cyrillic = letter_marked("Име: Ана / Anna Nagy & ana@Example.org, http://x.rs/Ana R-2AB34C", Lang.SR)

    assert latin == 'Ime: Ana &lt;b&gt; / <span lang="sr">Ана Бабић-Илић, Ћира</span>.\nhttp://x.rs'
    assert cyrillic == 'Име: Ана / <span lang="und">Anna Nagy</span> &amp; ana@Example.org, http://x.rs/Ana R-2AB34C'


def test_quotation_marks_are_those_of_the_language_whichever_were_typed() -> None:
    title = LocalText(sr='Библиотека "Бора Станковић" у Врању', en='The "Bora Stanković" library')

    assert in_every_language(texts.say, title) == [
        "Библиотека „Бора Станковић“ у Врању",
        "Biblioteka „Bora Stanković“ u Vranju",
        "The “Bora Stanković” library",
    ]


def test_an_institution_has_serbian_quotation_marks_on_every_page() -> None:
    assert in_every_language(institutions.in_script, 'Библиотека "Бора Станковић"') == [
        "Библиотека „Бора Станковић“",
        "Biblioteka „Bora Stanković“",
        "Biblioteka „Bora Stanković“",
    ]


@pytest.mark.parametrize(
    ("institution", "place", "said"),
    [
        ("Народна библиотека Врање", "Vranje", "Народна библиотека Врање"),
        ("Narodna biblioteka VRANJE", "Врање", "Народна библиотека ВРАЊЕ"),
        ("Библиотека у Сремској Митровици", "Sremska Mitrovica", "Библиотека у Сремској Митровици"),
        ("Универзитетска библиотека у Крагујевцу", "Kragujevac", "Универзитетска библиотека у Крагујевцу"),
        ("Библиотека у Нишкој Бањи", "Ниш", "Библиотека у Нишкој Бањи, Ниш"),
        ("Нишка библиотека", "Ниш", "Нишка библиотека, Ниш"),
        ("Дом културе „Нови Сад“", "Novi Sad", "Дом културе „Нови Сад“"),
    ],
)
def test_place_is_not_said_twice_whichever_script_it_was_typed_in(institution: str, place: str, said: str) -> None:
    assert in_every_language(institutions.where, institution, place)[0] == said
