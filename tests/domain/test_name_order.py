"""People in the alphabetical orders of the three languages."""

import random

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import name_in_parts, person_key, person_keys, without_titles
from biblionet_reg.domain.person_name import PersonName
from tests.domain.people_in_order import PEOPLE_IN_ORDER


def _sorted(people: list[PersonName], lang: Lang) -> list[PersonName]:
    shuffled = people[:]
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=lambda person: person_key(person, lang=lang))


@pytest.mark.parametrize("lang", Lang)
def test_people_stand_as_the_alphabet_of_the_page_says(lang: Lang) -> None:
    in_order = PEOPLE_IN_ORDER[lang]

    assert _sorted(in_order, lang) == in_order


def test_the_three_orders_hold_the_same_people_and_are_three() -> None:
    orders = list(PEOPLE_IN_ORDER.values())

    assert len({frozenset(order) for order in orders}) == 1
    assert orders[0] != orders[1] != orders[2] != orders[0]
    assert len(orders[0]) == 72


@pytest.mark.parametrize("lang", Lang)
def test_the_given_name_decides_only_between_equal_family_names(lang: Lang) -> None:
    people = [
        PersonName("Зора", "Ђорђев"),
        PersonName("Ана", "Ђорђевић"),
        PersonName("Boris", "Đorđević"),
        PersonName("Вук", "Ђорђевић"),
        PersonName("Ана", "Ђорђевић-Марић"),
    ]

    assert _sorted(people, lang) == people


@pytest.mark.parametrize("lang", Lang)
def test_a_name_of_one_part_stands_by_that_part(lang: Lang) -> None:
    people = [PersonName("", "Лаза"), PersonName("Лола", ""), PersonName("Вук", "Луковић"), PersonName("Мадона", "–")]

    assert _sorted(people, lang) == people


@pytest.mark.parametrize("lang", Lang)
def test_a_title_never_counts(lang: Lang) -> None:
    plain = person_key(PersonName("Ана", "Марић"), lang=lang)

    titled = [
        ("др Ана", "Марић"),
        ("Проф. др Ана", "Марић"),
        ("проф.др Ана", "Марић"),
        ("мр Ана", "Марић"),
        ("Ана", "др Марић"),
        ("Ана", "Марић, др"),
        ("Prof. Dr Ana", "Marić"),
        ("prof. dr. sc. Ana", "Marić"),
        ("Ana", "Marić, PhD"),
        ("Ana", "Marić, MSc, PhD"),
    ]
    keys = {name: person_key(PersonName(*name), lang=lang) for name in titled}

    assert keys == dict.fromkeys(titled, plain)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Проф. др Јован Петровић", "Јован Петровић"),
        ("Доц. др Ана", "Ана"),
        ("академик Матија", "Матија"),
        ("Prim. dr Ana", "Ana"),
        ("Ph.D. John Smith", "John Smith"),
        ("John Smith, MA", "John Smith"),
        ("Драган", "Драган"),
        ("Мрђа", "Мрђа"),
        ("Mrkonjić", "Mrkonjić"),
        ("Profaca", "Profaca"),
        ("Ma", "Ma"),
        ("Yo-Yo Ma", "Yo-Yo Ma"),
        ("Doc Martin", "Doc Martin"),
        ("Др", "Др"),
        ("др", "др"),
        ("", ""),
    ],
)
def test_without_titles_takes_off_titles_and_nothing_else(name: str, bare: str) -> None:
    assert without_titles(name) == bare


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Јован Петровић", "Петровић", "Јован"),
        ("др Јован Л. Петровић", "Петровић", "Јован"),
        ("Ana Lj. Marić", "Marić", "Ana"),
        ("Мирјана Бабић Вукадинов", "Бабић Вукадинов", "Мирјана"),
        ("John von Neumann", "von Neumann", "John"),
        ("Бора С.", "С.", "Бора"),
        ("Мадона", "", "Мадона"),
        ("", "", ""),
    ],
)
def test_name_in_parts_takes_the_first_word_for_the_given_name(written: str, family: str, given: str) -> None:
    assert name_in_parts(written) == PersonName(given, family)


def test_the_form_a_person_told_decides_in_its_script() -> None:
    nagy = PersonName("Zoltán", "Nagy", "Золтан", "Нађ")
    others = [PersonName("Ана", "Наго"), PersonName("Ана", "Најдић")]

    assert _sorted([nagy, *others], Lang.SR) == [others[0], nagy, others[1]]
    assert person_key(nagy, lang=Lang.SR) == person_key(PersonName("Золтан", "Нађ"), lang=Lang.SR)
    assert person_key(nagy, lang=Lang.SR_LATN) == person_key(PersonName("Zoltán", "Nagy"), lang=Lang.SR_LATN)


def test_the_cyrillic_form_says_what_is_one_letter_in_latin() -> None:
    told = PersonName("Milan", "Binjaš", "Милан", "Бинјаш")

    assert person_key(told, lang=Lang.SR_LATN) == person_key(PersonName("Милан", "Бинјаш"), lang=Lang.SR_LATN)
    assert person_key(told, lang=Lang.SR_LATN) != person_key(PersonName("Milan", "Binjaš"), lang=Lang.SR_LATN)


def test_both_scripts_of_a_name_have_one_key() -> None:
    assert person_keys(PersonName("Љиљана", "Ђорђевић")) == person_keys(PersonName("Ljiljana", "Đorđević"))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_mark_never_counts(lang: Lang) -> None:
    marked, plain = PersonName("Ана", "-{Nagy}-"), PersonName("Ана", "Nagy")

    assert person_key(PersonName("-{Anna}-", "-{Nagy}-"), lang=lang) == person_key(PersonName("Anna", "Nagy"), lang=lang)
    assert person_key(marked, lang=lang).startswith(person_key(plain, lang=lang)[:4])
    assert name_in_parts("-{Anna Nagy}-") == PersonName("Anna", "Nagy")
