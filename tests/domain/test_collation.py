"""Alphabetical order in each of the three languages: texts, their keys, the headings of an index."""

import itertools
import random
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from biblionet_reg.domain.collation import KEY_LENGTH, heading, sort_key, text_keys
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin
from biblionet_reg.domain.text import LocalText

AZBUKA = "А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш".split()
ABECEDA = "A B C Č Ć D Dž Đ E F G H I J K L Lj M N Nj O P Q R S Š T U V W X Y Z Ž".split()
ENGLISH = list(string.ascii_uppercase)

INSTITUTIONS = {
    Lang.SR: [
        "",
        "„9. мај“",
        "Библиотека „Аца Ђорђевић“",
        "»Box« klub",
        "„Бора Станковић“, јавна библиотека",
        "Weltbibliothek",
        "Градска библиотека",
        "Gradski muzej",
        "Ђак",
        "Инђија",
        "injekcija",
        "Иновације",
        "конјугација",
        "Коњиц",
        "Kulturni centar",
        "Љубостиња",
        "Народна библиотека „14. новембар“",
        "Narodna biblioteka „Vuk“",
        "Народна библиотека „Ђорђе“",
        "Народни музеј",
        "Његош",
        "Ćuprija",
        "Центар",
        "Чачак",
        "Џеп",
        "Шид",
    ],
    Lang.SR_LATN: [
        "",
        "„9. мај“",
        "Библиотека „Аца Ђорђевић“",
        "„Бора Станковић“, јавна библиотека",
        "»Box« klub",
        "Центар",
        "Чачак",
        "Ćuprija",
        "Џеп",
        "Ђак",
        "Градска библиотека",
        "Gradski muzej",
        "Инђија",
        "injekcija",
        "Иновације",
        "конјугација",
        "Коњиц",
        "Kulturni centar",
        "Љубостиња",
        "Народна библиотека „14. новембар“",
        "Народна библиотека „Ђорђе“",
        "Narodna biblioteka „Vuk“",
        "Народни музеј",
        "Његош",
        "Шид",
        "Weltbibliothek",
    ],
    Lang.EN: [
        "",
        "„9. мај“",
        "Библиотека „Аца Ђорђевић“",
        "„Бора Станковић“, јавна библиотека",
        "»Box« klub",
        "Чачак",
        "Центар",
        "Ćuprija",
        "Ђак",
        "Џеп",
        "Градска библиотека",
        "Gradski muzej",
        "Инђија",
        "injekcija",
        "Иновације",
        "Коњиц",
        "конјугација",
        "Kulturni centar",
        "Љубостиња",
        "Народна библиотека „14. новембар“",
        "Народна библиотека „Ђорђе“",
        "Narodna biblioteka „Vuk“",
        "Народни музеј",
        "Његош",
        "Шид",
        "Weltbibliothek",
    ],
}


def in_order(names: list[str], lang: Lang) -> list[str]:
    shuffled = names[:]
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=lambda name: sort_key(name, lang=lang))


@pytest.mark.parametrize(("letters", "lang"), [(AZBUKA, Lang.SR), (ABECEDA, Lang.SR_LATN), (ENGLISH, Lang.EN)])
@pytest.mark.parametrize("end", ["", "a", "ић", " 1"])
def test_a_text_stands_by_its_letters_in_the_whole_alphabet(letters: list[str], lang: Lang, end: str) -> None:
    words = [letter + end for letter in letters]

    assert in_order(words, lang) == words


@pytest.mark.parametrize("lang", Lang)
def test_institutions_of_both_scripts_stand_as_the_alphabet_of_the_page_says(lang: Lang) -> None:
    assert in_order(INSTITUTIONS[lang], lang) == INSTITUTIONS[lang]


def test_two_letters_are_one_only_where_the_cyrillic_form_has_one() -> None:
    for cyrillic in ("инјекција", "конјугација", "Танјуг", "надживети", "Његош", "Љубав", "џеп", "бања", "ИНЈЕКЦИЈА"):
        assert sort_key(to_latin(cyrillic), lang=Lang.SR_LATN) == sort_key(cyrillic, lang=Lang.SR_LATN)
        assert sort_key(to_latin(cyrillic), lang=Lang.SR).startswith(sort_key(cyrillic, lang=Lang.SR))


def test_a_mark_between_two_letters_keeps_them_apart() -> None:
    apart, together = "Tan\u200cjas", "Tanjas"

    assert sort_key(apart, lang=Lang.SR_LATN) == sort_key("Танјас", lang=Lang.SR_LATN)
    assert sort_key(together, lang=Lang.SR_LATN) == sort_key("Тањас", lang=Lang.SR_LATN)


def test_a_foreign_word_with_two_letters_is_read_as_it_is_seen() -> None:
    names = ["Lundqvist", "Lýdia", "Ljungqvist", "Mann"]

    assert in_order(names, Lang.SR_LATN) == names


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(
    "names",
    [
        ["Бабић", "Бабић Вукадинов", "Бабићев"],
        ["Бабић", "Бабић-Вукадинов", "Бабић – Вукадинов Марић", "Бабићев"],
        ["Novi", "Novi Pazar", "Novi-Rad", "Novi/Sad", "Novine"],
        ["1. maj", "„9. мај“", "„14. новембар“", "022", "100", "1000000000000000000000", "Ана"],
        ["Gödel", "Goethe", "Gõmez", "Gupta"],
        ["Obrad", "O'Brien", "O’Broin", "Obruč"],
        ["", "😀", "1", "a", "漢字"],
    ],
)
def test_gaps_numbers_marks_and_signs(names: list[str], lang: Lang) -> None:
    assert in_order(names, lang) == names


@pytest.mark.parametrize("lang", Lang)
def test_quotes_case_and_signs_do_not_count(lang: Lang) -> None:
    same = ["Бора Станковић", "„Бора Станковић“", "«бора станковић»", "БОРА  СТАНКОВИЋ", " Бора – Станковић.", "’Бора-Станковић’ 😀"]

    assert {sort_key(text, lang=lang) for text in same} == {sort_key("Бора Станковић", lang=lang)}


def test_letters_that_serbian_does_not_have_stand_at_the_nearest() -> None:
    in_azbuka = ["Wagner", "Вајс", "Yvonne", "Ивон", "Ёлкин", "Ерић", "Young", "Ксенија", "Xerxes", "Quinn", "Щукин", "Юрић"]

    assert [heading(sort_key(name, lang=Lang.SR), Lang.SR) for name in in_azbuka] == list("ВВИИЕЕЈКККШЈ")
    assert [heading(sort_key(name, lang=Lang.EN), Lang.EN) for name in in_azbuka] == list("WVYIEEYKXQSJ")


def test_equal_letters_are_told_apart_at_the_end() -> None:
    assert in_order(["Kovac", "Kovač", "Kovać", "Kovàc", "Kovačev"], Lang.EN) == ["Kovac", "Kovač", "Kovać", "Kovàc", "Kovačev"]
    assert in_order(["Jan", "Ján", "Jana"], Lang.SR_LATN) == ["Jan", "Ján", "Jana"]
    assert in_order(["Јан", "Jan", "Ján", "Јана"], Lang.SR) == ["Јан", "Jan", "Ján", "Јана"]


@pytest.mark.parametrize("lang", Lang)
def test_the_second_part_decides_only_when_the_first_is_equal(lang: Lang) -> None:
    libraries = [("Beograd", "Б"), ("Београд", "Г"), ("Beograd", "Н"), ("Београд Стари", "А"), ("Београдиште", "А"), ("Вршац", "")]

    assert sorted(libraries[3:] + libraries[:3], key=lambda one: sort_key(*one, lang=lang)) == libraries


def test_text_keys_are_those_of_what_is_read() -> None:
    whole = LocalText(sr="Инјекција", en="The shot")
    english, own_latin = LocalText(en="Reading"), LocalText(sr="Први", sr_latn="Drugi")

    assert text_keys(whole) == {
        Lang.SR: sort_key("Инјекција", lang=Lang.SR),
        Lang.SR_LATN: sort_key("Инјекција", lang=Lang.SR_LATN),
        Lang.EN: sort_key("The shot", lang=Lang.EN),
    }
    assert text_keys(english) == {lang: sort_key("Reading", lang=lang) for lang in Lang}
    assert text_keys(own_latin)[Lang.SR_LATN] == sort_key("Drugi", lang=Lang.SR_LATN)
    assert text_keys(LocalText()) == dict.fromkeys(Lang, "")


@pytest.mark.parametrize(
    ("name", "in_sr", "in_latin", "in_english"),
    [
        ("Љубишић", "Љ", "Lj", "L"),
        ("Ljubišić", "Љ", "Lj", "L"),
        ("Џелатовић", "Џ", "Dž", "D"),
        ("Ђорић", "Ђ", "Đ", "D"),
        ("Čolić", "Ч", "Č", "C"),
        ("Ölund", "О", "O", "O"),
        ("Nagy", "Н", "N", "N"),
        ("„Ињић“", "И", "I", "I"),
        ("14.", "#", "#", "#"),
        ("", "#", "#", "#"),
        ("漢字", "漢", "漢", "漢"),
        ("Ωmega", "Ω", "Ω", "Ω"),
    ],
)
def test_heading_is_the_letter_of_the_shown_alphabet(name: str, in_sr: str, in_latin: str, in_english: str) -> None:
    assert [heading(sort_key(name, lang=lang), lang) for lang in Lang] == [in_sr, in_latin, in_english]


def test_a_long_text_has_a_key_cut_to_its_column() -> None:
    longest = ["😀Ωž" * 100, "山" * 300, "а" * 1000, "9" * 5000, "ŉ" * 500]

    keys = [sort_key(text, text, lang=lang) for text, lang in itertools.product(longest, Lang)]

    assert max(map(len, keys)) == KEY_LENGTH


@given(st.lists(st.text(), min_size=1, max_size=3), st.sampled_from(Lang))
@example(["İIıſßŉ", "①½²", "٣٤"], Lang.EN)
@example(["\ud800", "፩Ⅷ"], Lang.SR)
def test_every_text_has_a_key_of_digits(parts: list[str], lang: Lang) -> None:
    key = sort_key(*parts, lang=lang)

    assert key == "" or (key.isascii() and key.isdecimal())
    assert len(key) <= KEY_LENGTH
    assert key == sort_key(*parts, lang=lang)
    assert len(heading(key, lang)) >= 1


@given(st.lists(st.text(alphabet="".join(AZBUKA).lower(), max_size=12), min_size=2, max_size=6), st.sampled_from([Lang.SR, Lang.SR_LATN]))
def test_words_stand_as_the_places_of_their_letters_say(words: list[str], lang: Lang) -> None:
    shown = AZBUKA if lang is Lang.SR else ABECEDA
    place = {letter: shown.index(letter if lang is Lang.SR else to_latin(letter).capitalize()) for letter in AZBUKA}

    assert sorted(words, key=lambda word: sort_key(word, lang=lang)) == sorted(words, key=lambda word: [place[one.upper()] for one in word])


@given(st.text(alphabet="".join(AZBUKA + ABECEDA) + "qwxyéőß -„“’19", max_size=12), st.text(max_size=12), st.sampled_from(Lang))
def test_a_text_stands_before_itself_with_another_word(text: str, more: str, lang: Lang) -> None:
    assert sort_key(text, "", lang=lang) <= sort_key(text, more, lang=lang)
    assert sort_key(text, lang=lang) <= sort_key(f"{text} я{more}", lang=lang)
