"""Institutions are found again whatever the script, and added once."""

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.imports.institutions import read_institutions
from biblionet_reg.models.institution import Institution
from biblionet_reg.queries.institutions import listed, search
from biblionet_reg.services import institutions

DB = scoped_session[Session]
KNOWN = Path(__file__).resolve().parent.parent.parent / "biblionet_reg/data/institutions.json"


def test_a_known_library_is_found_in_any_script(session: DB) -> None:
    before = session.scalar(select(func.count()).select_from(Institution))
    typed = (
        ("Јавна библиотека „Бора Станковић“", "Врање"),
        ('JAVNA BIBLIOTEKA "BORA STANKOVIĆ"', "vranje"),
        ("Javna biblioteka Bora Stankovic", ""),
    )

    found = {institutions.find_or_add(name, place, InstitutionKind.LIBRARY).name for name, place in typed}

    assert found == {"Јавна библиотека „Бора Станковић“"}
    assert session.scalar(select(func.count()).select_from(Institution)) == before


def test_names_that_only_fold_alike_are_two_libraries_each_found_again(session: DB) -> None:
    typed = ("Библиотека „Ћирић“", "Библиотека „Чирић“", 'Biblioteka "Ćirić"', "BIBLIOTEKA ČIRIĆ", "Biblioteka Ciric")

    made = [institutions.find_or_add(name, "Ниш", InstitutionKind.LIBRARY) for name in typed]

    assert [one.name for one in made] == [*typed[:2], *typed[:2], typed[0]]
    assert [one.name_key for one in made[:2]] == ["biblioteka ciric", "biblioteka ciric=2"]


def test_a_new_institution_is_added_once_and_not_listed(session: DB) -> None:
    first = institutions.find_or_add("Завичајни музеј", "Јагодина", InstitutionKind.MUSEUM)
    again = institutions.find_or_add("Zavičajni muzej", "Jagodina", InstitutionKind.OTHER)

    assert again is first
    assert (first.kind, first.sector, first.is_listed, first.is_demo) == (InstitutionKind.MUSEUM, Sector.CULTURE, False, False)
    assert first not in listed()


def test_the_same_name_in_two_towns_is_two_institutions(session: DB) -> None:
    kovin = institutions.find_or_add("Библиотека „Вук Караџић“", "Ковин", InstitutionKind.LIBRARY)
    other = institutions.find_or_add("Библиотека „Вук Караџић“", "Смедеревска Паланка", InstitutionKind.LIBRARY)
    unplaced = institutions.find_or_add("Библиотека „Вук Караџић“", "", InstitutionKind.LIBRARY)

    assert len({kovin.id, other.id, unplaced.id}) == 3
    assert institutions.find_or_add("Biblioteka Vuk Karadžić", "", InstitutionKind.LIBRARY) is unplaced


def test_long_names_keep_within_their_columns(session: DB) -> None:
    long = institutions.find_or_add("Њ" * 200, "Љ" * 100, InstitutionKind.OTHER)

    assert institutions.find_or_add("њ" * 200, "љ" * 100, InstitutionKind.OTHER) is long


def test_known_libraries_are_loaded_once(session: DB) -> None:
    known = read_institutions(KNOWN.read_bytes())

    assert institutions.load_known(known) == 0
    assert len(listed()) == len(known) == 45


def test_known_libraries_stand_by_place_in_alphabetical_order(session: DB) -> None:
    places = list(dict.fromkeys(one.place for one in listed()))

    assert places[:5] == ["Београд", "Београд (Палилула)", "Бор", "Бујановац", "Ваљево"]
    assert places[-3:] == ["Ужице", "Чачак", "Шабац"]


def test_search_finds_by_name_town_and_alias_in_any_script(session: DB) -> None:
    def names(text: str) -> list[str]:
        return [one.name for one in search(text)]

    assert names("bora vranje") == ["Јавна библиотека „Бора Станковић“"]
    assert names("НБС") == names("nbs") == ["Народна библиотека Србије"]
    assert names("djordje natosevic") == ["Народна библиотека „Др Ђорђе Натошевић“"]
    assert names("100% _") == []
    assert len(search("библиотека", limit=5)) == 5
