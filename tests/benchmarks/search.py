"""What a search costs among 50,000 people, on SQLite and on PostgreSQL. Run by `make bench`.

Prints tables of CPU time, with PostgreSQL that of its own process added; asserts nothing. Figures depend on the
machine: compare those of one run.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from flask import Flask
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LetterKind, LetterState
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.script import fold, to_latin
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions, institutions, letters, registrations
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.services import search_index, sort_keys
from tests.benchmarks.pages import cpu
from tests.conftest import make_app
from tests.databases import postgres_server

_PEOPLE = 50_000
_AT_ONCE = 2_500
_ROUNDS = 15
_BEGINNINGS = (
    "Ма Ра Пе Јо Ва Сто Ја Ни Ко Ли Ми Ло Дра Га Бо Зи Ву Ка Сте Фа То До Мар Пет Ник Љу Би Са Та Не Мо Бра Сла Зе Ран Го Ђо Чо Ше Жи"
).split()
_MIDDLES = "ра ја ва ни ко ли ми ло га бо зи ка та не мо сла го ди ђо ви ше жи ла шта на по ме са".split()
_FAMILY_ENDS = ("вић", "евић", "овић", "ић", "ић", "ски", "ин", "ац")
_GIVEN_ENDS = ("а", "ан", "ка", "ко", "ана", "мир", "слав")
_HOUSES = ("nb.rs", "gmail.com", "biblioteka.rs", "example.org", "yahoo.com")

_CODES: set[str] = set()

_SEARCHES = {
    "nothing": "",
    "one letter": "П",
    "two letters": "ма",
    "two letters, Latin": "Pe",
    "a beginning": "петр",
    "a family name": "Марковић",
    "a rare family name": "{family}",
    "given and family name": "{family} {given}",
    "three words, two scripts": "{given} {latin} библиотека",
    "a name and a town": "{family} Београд",
    "a wrong letter": "{wrong}",
    "a missing letter, with the given name": "{given} {short}",
    "swapped letters": "{swapped}",
    "nothing is close": "хжџкљрђ",
    "an e-mail address": "{email}",
    "a piece of an address": "example.org",
    "a code": "{code}",
    "a town": "Ниш",
    "a word everybody has": "библиотека",
    "two words nearly everybody has": "народна библиотека",
}


def build(app: Flask) -> tuple[int, dict[str, str]]:
    """Fill the database; return the edition's number and what is searched for."""
    runner = app.test_cli_runner()
    for command in (["db", "upgrade"], ["edition", "load"]):
        assert runner.invoke(args=command, catch_exceptions=False).exit_code == 0
    dice = Random(2020)
    families = sorted({name_of(dice, _FAMILY_ENDS) for _ in range(24_000)})
    given = sorted({name_of(dice, _GIVEN_ENDS) for _ in range(700)})
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition_id, houses = edition.id, institutions.listed()
        started = time.perf_counter()
        for start in range(0, _PEOPLE, _AT_ONCE):
            add(edition_id, dice, start, families, given, houses)
        print(f"\n{_PEOPLE} people, {len(families)} family names, filled in {time.perf_counter() - started:.0f} s")
        db.session.execute(text("ANALYZE"))
        db.session.commit()
        one = db.session.get_one(Registration, _PEOPLE // 2)
        return edition_id, questions_about(one)


def fresh_code(kind: CodeKind) -> str:
    """Return a code not given before; among so many people chance gives some twice."""
    while (code := new_code(kind)) in _CODES:
        pass
    _CODES.add(code)
    return code


def name_of(dice: Random, ends: tuple[str, ...]) -> str:
    """Return a name nobody has to have."""
    return dice.choice(_BEGINNINGS) + "".join(dice.choice(_MIDDLES) for _ in range(dice.choice((0, 1, 1, 2)))) + dice.choice(ends)


def add(edition_id: int, dice: Random, start: int, families: list[str], given: list[str], houses: tuple[KnownInstitution, ...]) -> None:
    """Add some people, with a letter to every fifth."""
    guests = [guest(edition_id, dice, number, families, given, houses) for number in range(start, start + _AT_ONCE)]
    db.session.add_all(guests)
    written = [letter_to(one, number) for number, one in enumerate(guests, start=start) if number % 5 == 0]
    db.session.add_all(written)
    db.session.flush()
    search_index.index_new(guests)
    search_index.index_new(written)
    db.session.commit()
    db.session.expunge_all()


def guest(
    edition_id: int, dice: Random, number: int, families: list[str], given: list[str], houses: tuple[KnownInstitution, ...]
) -> Registration:
    """Return a registration of somebody new; half of the people share the commonest names."""
    first = given[min(int(dice.paretovariate(0.4)), len(given) - 1)] if number % 2 else dice.choice(given)
    last = families[min(int(dice.paretovariate(0.3)), len(families) - 1)] if number % 2 else dice.choice(families)
    last = "Марковић" if number % 61 == 0 else last
    house = dice.choice(houses)
    email = f"{fold(first)}.{fold(last)}{number % 97}@{dice.choice(_HOUSES)}"
    now = clock.now()
    person = Person(
        code=fresh_code(CodeKind.PERSON),
        given_name=first,
        family_name=last,
        email=email,
        name_key=str(number),
        is_demo=True,
        created_at=now,
    )
    made = Registration(
        code=fresh_code(CodeKind.REGISTRATION),
        edition_id=edition_id,
        person=person,
        given_name=to_latin(first) if number % 9 == 0 else first,
        family_name=to_latin(last) if number % 9 == 0 else last,
        badge_name=f"{first} {last}",
        email=email,
        institution_name=house.name,
        institution_place=house.place,
        institution_kind=InstitutionKind.LIBRARY,
        role=ParticipantRole.PARTICIPANT,
        language=Lang.SR,
        state=RegistrationState.CONFIRMED,
        form_key=str(number),
        registered_at=now,
        updated_at=now,
    )
    sort_keys.place_registration(made)
    return made


def letter_to(one: Registration, number: int) -> Letter:
    """Return a letter about the registration."""
    now = clock.now()
    return Letter(
        edition_id=one.edition_id,
        kind=LetterKind.REGISTRATION_RECEIVED,
        registration=one,
        to_name=one.badge_name,
        to_email=one.email,
        language=Lang.SR,
        subject="Пријављени сте за БиблиоНет 2020",
        text_body="Поштовани,",
        html_body="<p>Поштовани,</p>",
        state=LetterState.QUEUED,
        message_id=f"<{number}@localhost>",
        created_at=now,
        due_at=now,
    )


def questions_about(one: Registration) -> dict[str, str]:
    """Return every search, about a real person."""
    name = one.family_name
    facts = {
        "family": name,
        "given": one.given_name,
        "latin": to_latin(name),
        "wrong": f"{name[:3]}ф{name[4:]}",
        "short": name[:3] + name[4:],
        "swapped": name[:2] + name[3] + name[2] + name[4:],
        "email": one.email,
        "code": one.code.lower().replace("-", " "),
    }
    return {title: typed.format(**facts) for title, typed in _SEARCHES.items()}


def measure(title: str, ask: Callable[[], int], used: Callable[[], float]) -> None:
    """Print the median cost of a search, its statements and how much it finds."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    ask()
    event.listen(Engine, "before_cursor_execute", note)
    total = ask()
    event.remove(Engine, "before_cursor_execute", note)
    spent = []
    for _round in range(_ROUNDS):
        start = used()
        ask()
        spent.append(used() - start)
    print(f"{title:<64}{sorted(spent)[_ROUNDS // 2] * 1000:>8.1f} ms{len(statements):>4} sql{total:>8} found")


def bench(app: Flask, used: Callable[[], float]) -> None:
    """Measure the searches of both long lists."""
    edition_id, asked = build(app)
    with app.app_context():
        edition = db.session.get_one(Edition, edition_id)
        reader = StaffAccount(email="bench@example.org")
        for title, typed in asked.items():
            wanted = registrations.RegistrationFilter(text=typed)
            measure(f"registrations: {title}", lambda wanted=wanted: registrations.listed(edition, wanted).total, used)
        for title in ("nothing", "given and family name", "a wrong letter", "a code", "two letters", "a word everybody has"):
            chosen = letters.LetterFilter(words=asked[title])
            measure(f"letters: {title}", lambda chosen=chosen: letters.letter_list(edition, chosen, reader=reader).page.total, used)
        print_sizes()


def print_sizes() -> None:
    """Print how much room the index takes."""
    tables = ("registration", "registration_word", "letter_word", "name_word", "name_variant")
    if db.engine.dialect.name == "postgresql":
        sizes = [db.session.scalar(text(f"SELECT pg_total_relation_size('{name}')")) for name in tables]
    else:
        owned = "SELECT SUM(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name = :name)"
        sizes = [db.session.scalar(text(owned), {"name": name}) for name in tables]
    for name, size in zip(tables, sizes, strict=True):
        rows = db.session.scalar(text(f"SELECT COUNT(*) FROM {name}"))
        print(f"{name:<24}{rows:>10} rows{(size or 0) / 2**20:>9.1f} MB")


def cpu_with_server() -> float:
    """Return the CPU seconds used here and by the process of PostgreSQL that answers us."""
    with db.session.no_autoflush:
        backend = db.session.connection().connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]
    nanoseconds = int(Path(f"/proc/{backend}/schedstat").read_text().split()[0])
    return cpu() + nanoseconds / 1e9


def main() -> None:
    """Measure on both databases."""
    with tempfile.TemporaryDirectory() as folder:
        print("SQLite")
        bench(make_app(Path(folder), f"sqlite:///{folder}/bench.db"), cpu)
    with postgres_server() as server, tempfile.TemporaryDirectory() as folder:
        print("\nPostgreSQL")
        server.execute("CREATE DATABASE bench")
        app = make_app(Path(folder), server.url("bench"))
        bench(app, cpu_with_server)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


if __name__ == "__main__":
    sys.exit(main())
