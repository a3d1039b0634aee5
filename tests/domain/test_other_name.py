"""What of a name in the other script is refused."""

import pytest

from biblionet_reg.domain.other_name import OtherNameFault, OtherNameRefused, other_name_faults, refuse_other_name
from biblionet_reg.domain.person_name import PersonName


def faults(name: PersonName, *badges: str) -> list[tuple[str, OtherNameFault]]:
    return [(refused.field, refused.fault) for refused in other_name_faults(name, *badges)]


@pytest.mark.parametrize(
    "name",
    [
        PersonName("Ђорђе", "Његован"),
        PersonName("Ђорђе", "Његован", "Djordje", "Njegovan"),
        PersonName("Ђорђе", "Његован", "", "Nyegovan"),
        PersonName("Anna", "Nagy", "Ана", "Нађ"),
        PersonName("Ana", "Nagy", "", "Нађ"),
        PersonName("王", "芳", "Wang", "Fang"),
        PersonName("王", "芳", "Ванг", "Фанг"),
        PersonName("", ""),
    ],
)
def test_other_form_in_the_other_script_is_taken(name: PersonName) -> None:
    assert faults(name) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (PersonName("Ђорђе", "Његован", "Ђорђе", "Njegovan"), [("other_given_name", OtherNameFault.NOT_LATIN)]),
        (PersonName("Anna", "Nagy", "Ана", "Nagy"), [("other_family_name", OtherNameFault.NOT_CYRILLIC)]),
        (PersonName("Ђорђе", "Његован", "12", ""), [("other_given_name", OtherNameFault.NOT_LATIN)]),
        (PersonName("Ana", "Nagy", "Ана", ""), [("other_family_name", OtherNameFault.FAMILY_NAME_MISSING)]),
        (PersonName("Győző", "Petrović", "", "Петровић"), [("other_given_name", OtherNameFault.GIVEN_NAME_MISSING)]),
    ],
)
def test_other_form_in_the_same_script_or_in_half_is_refused(name: PersonName, told: list[tuple[str, OtherNameFault]]) -> None:
    assert faults(name) == told


def test_other_name_on_the_badge_is_held_to_the_badge_not_the_name() -> None:
    name = PersonName("Ђорђе", "Његован")

    assert faults(name, "Ђока", "Đoka") == []
    assert faults(name, "", "Đoka") == []
    assert faults(name, "Đoka", "Đole") == [("other_badge_name", OtherNameFault.NOT_CYRILLIC)]


def test_first_fault_is_raised() -> None:
    with pytest.raises(OtherNameRefused) as refused:
        refuse_other_name(PersonName("Anna", "Nagy", "Anna", "Nagy"))

    assert (refused.value.field, refused.value.fault) == ("other_given_name", OtherNameFault.NOT_CYRILLIC)
