"""Lists that the database pages stand in the order that memory sorts, in every language and database."""

import json
import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from biblionet_reg.domain.collation import sort_key, text_keys
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import person_key, without_titles
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.person_name import PersonName, page_script
from biblionet_reg.domain.script import Script, script_of
from biblionet_reg.extensions import db
from biblionet_reg.i18n import speaking
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import accounts, badges, paging, registrations, submission_lists
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.queries.submission_lists import SubmissionFilter, SubmissionSort
from biblionet_reg.services import sort_keys
from biblionet_reg.services.accounts import grant_role
from tests.databases import PostgresServer, postgres_server
from tests.domain.people_in_order import PEOPLE_IN_ORDER
from tests.factories import make_person, make_registration, make_submission

TITLES = [
    "Чајанка",
    "Инјекција знања",
    "Иновације",
    "Ињић",
    "„Жабац“",
    "14. новембар",
    "9. мај",
    "Zebra u biblioteci",
    "Његош",
    "Нада",
    "Lj",
    "",
]
#: The collations under which keys must stand in one order; two of them count lj and nj as letters.
COLLATIONS = ("C", "C.utf8", "sr-Cyrl-x-icu", "sr-Latn-x-icu", "en-x-icu", "da-x-icu", "cs-x-icu", "und-x-icu")


@pytest.fixture
def people(edition: Edition) -> list[Registration]:
    """The hand-sorted people in no order, and some who are told apart only by when they came."""
    one = make_registration(edition)
    names = [*PEOPLE_IN_ORDER[Lang.SR], *[PersonName("Ана", "Марић"), PersonName("Ana", "Marić")] * 4]
    random.Random(3).shuffle(names)
    for number, name in enumerate(names):
        person = make_person(name.given_name, name.family_name)
        copied = {column.name: getattr(one, column.name) for column in Registration.__table__.columns if column.name != "id"}
        names_of_person = {"given_name": name.given_name, "family_name": name.family_name}
        row = Registration(**copied | names_of_person | {"code": f"R-{number:05d}", "form_key": f"row-{number}", "person_id": person.id})
        sort_keys.place_registration(row)
        db.session.add(row)
    db.session.delete(one)
    db.session.commit()
    return list(db.session.query(Registration))


@pytest.mark.parametrize("lang", Lang)
def test_pages_of_people_stand_as_memory_sorts_them(
    edition: Edition, people: list[Registration], lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 7)
    expected = [one.code for one in sorted(people, key=lambda one: (person_key(one, lang=lang), one.id))]

    with speaking(lang):
        pages = [registrations.listed(edition, RegistrationFilter(), page=number) for number in range(1, 13)]

    assert [row.code for page in pages for row in page.rows] == expected
    assert [one.code for one in badges.confirmed(edition, lang=lang)] == expected


@pytest.mark.parametrize("lang", Lang)
def test_pages_of_titles_stand_as_memory_sorts_them(edition: Edition, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 4)
    made = [make_submission(edition, title=title) for title in [*TITLES, *TITLES[:3]]]
    made += [make_submission(edition, title="", title_en="Ćirilica"), make_submission(edition, title="Шума", title_en="Apple")]
    chair = grant_role("chair@example.org", name="Ана", role=StaffRole.CHAIR, edition=edition, by="test")

    with speaking(lang):
        chosen = [SubmissionFilter(sort=SubmissionSort.TITLE, page=number) for number in range(1, 6)]
        pages = [submission_lists.submission_list(edition, one, reader=chair).page for one in chosen]

    keys = {one.code: _title_key(one, lang) for one in made}
    shown = [row.code for page in pages for row in page.rows]
    assert sorted(shown) == sorted(keys)
    assert [keys[code] for code in shown] == sorted(keys.values())


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.SR, ["Ана Бабић Вукадинов", "Dr Vuk Đokić", "Зоран Ж. Жикић", "Nagy"]),
        (Lang.SR_LATN, ["Ана Бабић Вукадинов", "Dr Vuk Đokić", "Nagy", "Зоран Ж. Жикић"]),
        (Lang.EN, ["Ана Бабић Вукадинов", "Dr Vuk Đokić", "Nagy", "Зоран Ж. Жикић"]),
    ],
)
def test_staff_stand_by_family_name(edition: Edition, lang: Lang, expected: list[str]) -> None:
    for number, name in enumerate(reversed(expected)):
        grant_role(f"{number}@example.org", name=name, role=StaffRole.CHAIR, edition=edition, by="test")

    with speaking(lang):
        staff: list[StaffAccount] = accounts.staff_of(edition)

    assert [one.name for one in staff] == expected


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="module")
def sort_in_postgres(postgres: PostgresServer) -> Iterator[Callable[[list[str], str], list[str]]]:
    engine = create_engine(postgres.url("postgres"))
    with engine.connect() as connection:
        yield lambda words, collation: list(
            connection.scalars(
                text(f'SELECT word FROM json_array_elements_text(:words) word ORDER BY word COLLATE "{collation}", word COLLATE "C"'),
                {"words": json.dumps(words)},
            )
        )
    engine.dispose()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=2, max_size=20), lang=st.sampled_from(Lang))
def test_any_two_keys_stand_in_one_order_whatever_the_collation(
    sort_in_postgres: Callable[[list[str], str], list[str]], texts: list[str], lang: Lang
) -> None:
    keys = [sort_key(one, lang=lang) for one in [*texts, *(one + texts[0] for one in texts), "Њњ nj 19", "lj"]]

    assert [sort_in_postgres(keys, collation) for collation in COLLATIONS] == [sorted(keys)] * len(COLLATIONS)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(), min_size=2, max_size=20), lang=st.sampled_from(Lang))
def test_any_two_keys_stand_in_one_order_in_sqlite(texts: list[str], lang: Lang) -> None:
    keys = [sort_key(one, lang=lang) for one in texts]
    engine = create_engine("sqlite://")

    with engine.connect() as connection:
        sorted_there = connection.scalars(text("SELECT value FROM json_each(:keys) ORDER BY value"), {"keys": json.dumps(keys)})

        assert list(sorted_there) == sorted(keys)
    engine.dispose()


#: Whom ICU puts elsewhere than we do, people in the script of the page. For Cyrillic: everybody whose name is shown in Latin.
ICU_DIFFERS = {
    Lang.SR_LATN: {
        "Babić Vukadinov Ana": "a hyphen stands after a space for ICU; for us both part words alike",
        "Injac Ana": "nj is always one letter for ICU; for us it is two where the Cyrillic form has two",
        "O'Brien Seán": "an apostrophe stands before letters for ICU; for us it does not count",
    },
    Lang.EN: {
        "Babić Vukadinov Ana": "as above",
        "O'Brien Seán": "as above",
    },
}
ICU = {Lang.SR: "sr-Cyrl-x-icu", Lang.SR_LATN: "sr-Latn-x-icu", Lang.EN: "en-x-icu"}


@pytest.mark.parametrize("lang", Lang)
def test_icu_agrees_but_for_what_is_written_down(postgres: PostgresServer, lang: Lang) -> None:
    ours = [_listed(person, lang) for person in PEOPLE_IN_ORDER[lang]]
    differs = ICU_DIFFERS.get(lang) or {name for name in map(" ".join, ours) if script_of(name) is Script.LATIN}
    by_icu = f'ORDER BY (who ->> 0) COLLATE "{ICU[lang]}", (who ->> 1) COLLATE "{ICU[lang]}"'
    engine = create_engine(postgres.url("postgres"))

    with engine.connect() as connection:
        sorted_there = connection.scalars(text(f"SELECT who FROM json_array_elements(:people) who {by_icu}"), {"people": json.dumps(ours)})
        theirs = [" ".join(who) for who in sorted_there]
    engine.dispose()

    assert [name for name in theirs if name not in differs] == [name for name in map(" ".join, ours) if name not in differs]
    for name in differs:
        others = set(differs) - {name}
        assert [one for one in theirs if one not in others] != [one for one in map(" ".join, ours) if one not in others]


def _listed(person: PersonName, lang: Lang) -> tuple[str, str]:
    shown = person.in_script(page_script(lang))
    return without_titles(shown.family_name), without_titles(shown.given_name)


def _title_key(submission: Submission, lang: Lang) -> str:
    return text_keys(submission.title)[lang]
