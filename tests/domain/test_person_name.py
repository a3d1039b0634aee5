"""Names are kept as typed and shown in the reader's script: told, suggested, or as they are."""

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import PersonName, say_badge, say_name, say_person
from biblionet_reg.domain.text import Said

ĐORĐE = PersonName("Ђорђе", "Његован")
TOLD = PersonName("Ђорђе", "Његован", other_given_name="Djordje", other_family_name="Njegovan")
LATIN = PersonName("Ljubica", "Đorđević")
NAGY = PersonName("Anna", "Nagy")
SLOVAK = PersonName("Zuzana", "Kováčová", other_given_name="Зузана", other_family_name="Ковачова")
SMITH = PersonName("John", "Smith")


@pytest.mark.parametrize(
    ("name", "cyrillic", "latin"),
    [
        (ĐORĐE, Said("Ђорђе Његован", Lang.SR), "Đorđe Njegovan"),
        (TOLD, Said("Ђорђе Његован", Lang.SR), "Djordje Njegovan"),
        (LATIN, Said("Љубица Ђорђевић", Lang.SR), "Ljubica Đorđević"),
        (NAGY, Said("Anna Nagy", None), "Anna Nagy"),
        (SLOVAK, Said("Зузана Ковачова", Lang.SR), "Zuzana Kováčová"),
        (SMITH, Said("John Smith", None), "John Smith"),
        (PersonName("Ана", ""), Said("Ана", Lang.SR), "Ana"),
        (PersonName("Djordje", "Petrovic"), Said("Ђорђе Петровић", Lang.SR), "Djordje Petrovic"),
    ],
)
def test_person_is_named_in_the_script_of_the_reader(name: PersonName, cyrillic: Said, latin: str) -> None:
    said = [say_person(name, lang) for lang in Lang]

    assert said == [cyrillic, Said(latin, Lang.SR_LATN), Said(latin, Lang.EN)]


def test_cyrillic_name_foreign_to_serbian_stays_on_a_latin_page() -> None:
    assert say_person(PersonName("Анна", "Щукина"), Lang.EN) == Said("Анна Щукина", None)


def test_name_in_neither_alphabet_is_in_a_language_nobody_told() -> None:
    assert {say_person(PersonName("李", "娜"), lang) for lang in Lang} == {Said("李 娜", None)}
    assert say_person(PersonName("😀", "7"), Lang.SR) == Said("😀 7", Lang.SR)


def test_half_told_form_is_completed_by_the_suggested_one() -> None:
    name = PersonName("Ђорђе", "Његован", other_given_name="George")

    assert say_person(name, Lang.EN).text == "George Njegovan"


def test_name_with_one_foreign_part_is_never_half_converted() -> None:
    assert say_person(PersonName("Ana", "Kovács"), Lang.SR) == Said("Ana Kovács", None)


def test_name_with_a_told_foreign_part_takes_the_suggested_rest() -> None:
    assert say_person(PersonName("Ana", "Kovács", other_family_name="Ковач"), Lang.SR).text == "Ана Ковач"


def test_lists_put_the_family_name_first() -> None:
    assert say_person(TOLD, Lang.EN, family_first=True).text == "Njegovan Djordje"
    assert say_person(TOLD, Lang.EN, family_first=True, joined=", ").text == "Njegovan, Djordje"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        (ĐORĐE, PersonName("Đorđe", "Njegovan")),
        (TOLD, PersonName("Djordje", "Njegovan")),
        (LATIN, PersonName("Љубица", "Ђорђевић")),
        (NAGY, None),
        (PersonName("王", "芳"), None),
        (PersonName("王", "芳", "Wang", "Fang"), PersonName("Wang", "Fang")),
        (PersonName("", ""), None),
    ],
)
def test_other_form_is_told_or_suggested_or_there_is_none(name: PersonName, other: PersonName | None) -> None:
    assert name.other() == other


def test_name_in_neither_script_shows_the_form_that_was_told_for_a_script() -> None:
    name = PersonName("王", "芳", "Wang", "Fang")

    assert [say_person(name, lang).text for lang in Lang] == ["王 芳", "Wang Fang", "Wang Fang"]


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("Marija Petrović", Said("Марија Петровић", Lang.SR)),
        ("Марија Петровић", Said("Марија Петровић", Lang.SR)),
        ("Seán O’Brien", Said("Seán O’Brien", None)),
        ("", Said("", Lang.SR)),
    ],
)
def test_name_kept_as_one_text_is_suggested_only(text: str, cyrillic: Said) -> None:
    assert say_name(text, Lang.SR) == cyrillic


@pytest.mark.parametrize(
    ("badge", "other_badge", "name", "cyrillic", "latin"),
    [
        ("Ђорђе Његован", "", TOLD, "Ђорђе Његован", "Djordje Njegovan"),
        ("Ђока Његован", "", ĐORĐE, "Ђока Његован", "Đoka Njegovan"),
        ("др Ђорђе Његован", "", TOLD, "др Ђорђе Његован", "dr Djordje Njegovan"),
        ("Ђока", "Djoka", TOLD, "Ђока", "Djoka"),
        ("Anna Nagy", "", NAGY, "Anna Nagy", "Anna Nagy"),
        ("Anna Nagy", "Ана Нађ", NAGY, "Ана Нађ", "Anna Nagy"),
        ("Zuzana Kováčová", "", SLOVAK, "Зузана Ковачова", "Zuzana Kováčová"),
        ("Kováčová Zuzana", "", SLOVAK, "Ковачова Зузана", "Kováčová Zuzana"),
    ],
)
def test_badge_says_what_was_told_or_what_the_name_suggests(
    badge: str, other_badge: str, name: PersonName, cyrillic: str, latin: str
) -> None:
    assert [say_badge(badge, other_badge, name, lang).text for lang in Lang] == [cyrillic, latin, latin]


@pytest.mark.parametrize(
    ("name", "cyrillic", "latin"),
    [
        (PersonName("Ана", "-{Nagy}-"), "Ана Nagy", "Ana Nagy"),
        (PersonName("Ana", "-{Nagy}-"), "Ана Nagy", "Ana Nagy"),
        (PersonName("-{Anna}-", "-{Nagy}-"), "Anna Nagy", "Anna Nagy"),
        (PersonName("Ana", "-{Petrović}--Đurić"), "Ана Petrović-Ђурић", "Ana Petrović-Đurić"),
        (PersonName("Ана", "Нађ", "-{Anna}-", "-{Nagy}-"), "Ана Нађ", "Anna Nagy"),
        (PersonName("Seán", "-{O’Brien}-"), "Seán O’Brien", "Seán O’Brien"),
        (PersonName("Ана", "-{"), "Ана -{", "Ana -{"),
    ],
)
def test_the_mark_is_never_shown_and_what_it_holds_stays(name: PersonName, cyrillic: str, latin: str) -> None:
    shown = [say_person(name, lang).text for lang in Lang]
    badges = [say_badge(name.whole, "", name, lang).text for lang in (Lang.SR, Lang.SR_LATN)]

    assert shown == [cyrillic, latin, latin]
    assert name.other_given_name or badges == [cyrillic, latin]


def test_a_name_kept_as_one_text_drops_the_mark() -> None:
    assert [say_name("Ана -{Nagy}-", lang).text for lang in Lang] == ["Ана Nagy", "Ana Nagy", "Ana Nagy"]
    assert [say_name("-{Seán}- O’Brien", lang).text for lang in Lang] == ["Seán O’Brien"] * 3
