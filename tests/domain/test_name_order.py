"""The order of people in stored lists."""

import pytest

from biblionet_reg.domain.name_order import stored_order


def _sorted(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: stored_order(name, length=250))


@pytest.mark.parametrize(
    "in_order",
    [
        [
            "Аврамов",
            "Вук",
            "Гајић",
            "Дробњак",
            "Ђорђевић",
            "Жикић",
            "Зорић",
            "Лазић",
            "Љубић",
            "Марић",
            "Његош",
            "Ћосић",
            "Урош",
            "Чолић",
            "Џепина",
            "Шабан",
        ],
        [
            "Avramov",
            "Vuk",
            "Gajić",
            "Drobnjak",
            "Đorđević",
            "Žikić",
            "Zorić",
            "Lazić",
            "Ljubić",
            "Marić",
            "Njegoš",
            "Ćosić",
            "Uroš",
            "Čolić",
            "Džepina",
        ],
        ["Бабић", "Babović", "Вук", "Vukić", "Ђокић", "Šarić", "Шекуларац", "Weber"],
        ["Бабић", "Бабић Вукадинов", "Бабић-Вукадинов Марић", "Бабићева"],
        ["2. рота", "14. новембар", "Адамов"],
    ],
)
def test_names_of_both_scripts_stand_in_one_azbuka(in_order: list[str]) -> None:
    assert _sorted(in_order[::-1]) == in_order


def test_the_given_name_decides_only_between_equal_family_names() -> None:
    people = [("Ђорђевић", "Цветко"), ("Ђорђевић", "Ана"), ("Ђорђев", "Шана"), ("Ђорђевић-Марић", "Ана")]

    ordered = sorted(people, key=lambda person: stored_order(*person, length=250))

    assert ordered == [("Ђорђев", "Шана"), ("Ђорђевић", "Ана"), ("Ђорђевић", "Цветко"), ("Ђорђевић-Марић", "Ана")]


def test_the_key_is_ascii_and_no_longer_than_its_column() -> None:
    key = stored_order("😀Ωž" * 100, "山", length=250)

    assert (len(key), key.isdecimal(), key.isascii()) == (250, True, True)
