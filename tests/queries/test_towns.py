"""Where participants come from."""

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.queries.towns import in_alphabet, largest, towns_of
from biblionet_reg.services import registrations
from tests.factories import make_registration
from tests.registrations import answers


def come(edition, place, *, house="Библиотека", kind=InstitutionKind.LIBRARY, people=1):
    for number in range(people):
        told = {"institution_name": house, "institution_place": place, "institution_kind": kind}
        registrations.register(answers(**told, email=f"{place}-{house}-{number}@example.org".replace(" ", "")), edition=edition)


def test_a_town_has_its_people_libraries_and_other_institutions_however_it_is_spelt(edition):
    come(edition, "Врање", people=2)
    come(edition, "Vranje")
    come(edition, "ВРАЊЕ", house="Музеј", kind=InstitutionKind.MUSEUM)
    come(edition, "Ниш")

    found = {town.name: (town.people, len(town.libraries), len(town.others)) for town in towns_of(edition)}

    assert found == {"Врање": (4, 1, 1), "Ниш": (1, 1, 0)}


def test_who_cancelled_comes_from_nowhere(edition):
    make_registration(edition, state=RegistrationState.CANCELLED)

    assert towns_of(edition) == ()


def test_towns_stand_in_the_alphabet_of_their_reader(edition):
    for place in ("Чачак", "Жабари", "Београд", "Ваљево", ""):
        come(edition, place)

    towns = towns_of(edition)

    assert [town.name for town in in_alphabet(towns, Lang.SR)] == ["Београд", "Ваљево", "Жабари", "Чачак", ""]
    assert [town.name for town in in_alphabet(towns, Lang.SR_LATN)] == ["Београд", "Чачак", "Ваљево", "Жабари", ""]


def test_the_largest_come_first_and_equals_in_the_alphabet(edition):
    for place, people in (("Чачак", 1), ("Ваљево", 1), ("Ниш", 2), ("", 3)):
        come(edition, place, people=people)

    towns = towns_of(edition)

    assert [town.name for town in largest(towns, Lang.SR, most=2)] == ["Ниш", "Ваљево"]
    assert [town.name for town in largest(towns, Lang.SR_LATN, most=2)] == ["Ниш", "Чачак"]
