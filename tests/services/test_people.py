"""People of the installation."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.extensions import db
from biblionet_reg.models.person import Person
from biblionet_reg.services import people


def test_the_same_name_at_the_same_address_is_the_same_person(session: scoped_session[Session]) -> None:
    ana = people.find_or_make("Ђорђе", "Џаковић", "djordje@example.org")

    again = people.find_or_make("DJORDJE", "Džaković", " Djordje@Example.org ")

    assert again is ana
    assert (ana.given_name, ana.family_name, ana.email) == ("Ђорђе", "Џаковић", "djordje@example.org")


def test_people_may_share_an_address(session: scoped_session[Session]) -> None:
    ana, petar = (people.find_or_make(name, "Марић", "porodica@example.org") for name in ("Ана", "Петар"))

    assert ana.code != petar.code


def test_names_that_only_fold_alike_are_two_people_each_found_again(session: scoped_session[Session]) -> None:
    typed = ("Ћирић", "Чирић", "Cirič", "Ćirić", "ČIRIĆ", "Ciric")

    made = [people.find_or_make("Ана", name, "porodica@example.org") for name in typed]

    assert [one.family_name for one in made] == ["Ћирић", "Чирић", "Cirič", "Ћирић", "Чирић", "Ћирић"]
    assert [one.name_key for one in made[:3]] == ["ana ciric", "ana ciric=2", "ana ciric=3"]
    assert people.find("Ana", "Čirić", "PORODICA@example.org") is made[1]
    assert people.find("Ana", "Čirić", "druga@example.org") is None


def test_who_typed_without_marks_is_found_with_them(session: scoped_session[Session]) -> None:
    bare = people.find_or_make("Djordje", "Ciric", "djordje@example.org")

    assert people.find_or_make("Ђорђе", "Ћирић", "djordje@example.org") is bare
    assert people.find_or_make("Đorđe", "Ćirić", "djordje@example.org") is bare


def test_the_mark_is_no_part_of_a_name(session: scoped_session[Session]) -> None:
    marked = people.find_or_make("-{Anna}-", "-{Nagy}-", "anna@example.org")

    assert (marked.name_key, people.find("Anna", "Nagy", "anna@example.org")) == ("anna nagy", marked)


def test_long_names_that_fold_alike_are_kept_apart(session: scoped_session[Session]) -> None:
    made = [people.find_or_make("Љ" * 100, "ﷺ" * 10 + letter, "") for letter in ("ћ", "ч", "ћ")]

    assert (made[0] is made[1], made[0] is made[2], [len(one.name_key) for one in made]) == (False, True, [220, 217, 220])


def test_a_name_without_letters_is_still_a_name(session: scoped_session[Session]) -> None:
    assert people.find_or_make("😀", "💐", "a@example.org") is not people.find_or_make("🎈", "💐", "a@example.org")


def test_a_name_that_grows_when_folded_still_fits(session: scoped_session[Session]) -> None:
    assert len(people.find_or_make("Љ" * 100, "ﷺ" * 100, "").name_key) == 220


def test_when_every_code_is_taken_nobody_is_made(session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets._sysrand._randbelow", lambda _below: 0)
    people.find_or_make("Ана", "Марић", "a@example.org")

    with pytest.raises(RuntimeError, match="no free code for a person"):
        people.find_or_make("Вук", "Марић", "a@example.org")

    assert session.scalar(select(func.count()).select_from(Person)) == 1


@pytest.mark.committed
def test_the_same_person_made_by_many_at_once_is_made_once(app: Flask) -> None:
    def make(_number: int) -> str:
        with app.app_context():
            return people.find_or_make("Љубица", "Ђорђевић", "ljubica@example.org").code

    with ThreadPoolExecutor(8) as threads:
        codes = set(threads.map(make, range(8)))

    with app.app_context():
        assert len(codes) == 1
        assert db.session.scalar(select(func.count()).select_from(Person)) == 1
