"""Searching every list: either script, with or without marks, typing errors, beginnings, words in any order.

The expected orders are written by hand; the same tests run on SQLite and on PostgreSQL.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.submission_answers import PartnerAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions, institutions, search_terms
from biblionet_reg.queries import registrations as registration_lists
from biblionet_reg.queries import search as searching
from biblionet_reg.queries.letters import LetterFilter, letter_list
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.queries.reviews import review_list
from biblionet_reg.queries.search import Closeness
from biblionet_reg.queries.submission_lists import SubmissionFilter, SubmissionSort, submission_list
from biblionet_reg.services import registrations, submissions
from tests.registrations import answers
from tests.reviewing import account_in, next_edition_of
from tests.statements import statements
from tests.submissions import LJUBICA
from tests.submissions import answers as paper

#: Given name, family name, institution, place, local part of the address.
PEOPLE = [
    ("Ђорђе", "Марковић", "Народна библиотека Србије", "Београд", "djordje"),
    ("Marko", "Đorđević", "Biblioteka šabačka", "Шабац", "m.dj"),
    ("Љиљана", "Његош", "Градска библиотека", "Нови Сад", "njegos"),
    ("Ljiljana", "Đorđević-Марковић", "Библиотека „Марко Миљанов“", "Подгорица", "ljilja"),
    ("Ана", "Џепчић", "Народна библиотека „Стеван Сремац“", "Ниш", "ana_dz"),
    ("Kovács", "Ágnes", "Városi Könyvtár", "Суботица", "agnes"),
    ("Seán", "O’Brien", "Trinity College", "Даблин", "sean"),
    ("Петар", "Новаковић", "Библиотека града Београда", "Београд", "pera"),
]

Db = scoped_session[Session]


Prepared = Callable[[Callable[[], object]], None]


def meeting() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def people(prepared: Prepared, session: Db) -> Edition:
    """Everybody is registered, Петар cancelled."""
    prepared(register_everybody)
    return meeting()


def register_everybody() -> None:
    edition = meeting()
    for given, family, institution, place, local in PEOPLE:
        made = registrations.register(
            answers(given_name=given, family_name=family, institution_name=institution, institution_place=place, email=f"{local}@bib.rs"),
            edition=edition,
        )
    registrations.cancel(made)


@pytest.fixture
def papers(prepared: Prepared, session: Db) -> Edition:
    """Everybody sent a paper of their own."""
    prepared(send_everybodys_paper)
    return meeting()


def send_everybodys_paper() -> None:
    edition = meeting()
    titles = ["Читање у парку", "Дигитална збирка", "Његош и читаоци", "Ноћ библиотека", "Чај и Ниш", "Reading aloud", "Петровић", "Парк"]
    for title, (given, family, institution, place, local) in zip(titles, PEOPLE, strict=True):
        author = replace(
            LJUBICA, given_name=given, family_name=family, institution_name=institution, institution_place=place, email=f"{local}@bib.rs"
        )
        submissions.submit(
            paper(
                title=LocalText(sr=title),
                abstract=LocalText(sr="Сажетак."),
                keywords=LocalText(sr="сарадња"),
                authors=(author,),
                partners=(PartnerAnswers(name="Дом здравља", sector="health"),),
            ),
            edition=edition,
        )


#: What is typed, and whose names come, the best first, then by family name.
SEARCHES = [
    ("Ђорђевић", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"]),
    ("djordjevic", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"]),
    ("DORDEVIC", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"]),
    ("Ðorđević", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"]),
    ("Марко", ["Marko Đorđević", "Ljiljana Đorđević-Марковић", "Ђорђе Марковић"]),
    ("марковић ђорђе", ["Ђорђе Марковић", "Ljiljana Đorđević-Марковић"]),
    ("djordje MARKOVIĆ", ["Ђорђе Марковић", "Ljiljana Đorđević-Марковић"]),
    ("ćić", []),
    ("њег", ["Љиљана Његош"]),
    ("njegos", ["Љиљана Његош"]),
    ("ljiljana novi sad", ["Љиљана Његош"]),
    ("Нови Сад Љиљана", ["Љиљана Његош"]),
    ("бг", []),
    ("дже", ["Ана Џепчић"]),
    ("џе", ["Ана Џепчић"]),
    ("obrien", ["Seán O’Brien"]),
    ("O'Brien", ["Seán O’Brien"]),
    ("sean o brien dablin", ["Seán O’Brien"]),
    ("agnes", ["Kovács Ágnes"]),
    ("Ágnes Kovács", ["Kovács Ágnes"]),
    ("šabačka", ["Marko Đorđević"]),
]

#: What is mistyped, who is found, and what is said to be close.
MISTYPED = [
    ("Ђорђвић", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"], ("Đorđević",)),
    ("Djorjdevic", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"], ("Đorđević",)),
    ("Љиљaнна", ["Ljiljana Đorđević-Марковић", "Љиљана Његош"], ("Љиљана",)),
    ("Ljijlana", ["Ljiljana Đorđević-Марковић", "Љиљана Његош"], ("Љиљана",)),
    ("Нјегуш", ["Љиљана Његош"], ("Његош",)),
    ("џепчич", ["Ана Џепчић"], ()),
    ("Đorđe Marković Beogard", ["Ђорђе Марковић"], ("Београд",)),
    ("Марке Ђорђевић", ["Marko Đorđević", "Ljiljana Đorđević-Марковић"], ("Marko",)),
    ("Ljiljana Ђорђвић", ["Ljiljana Đorđević-Марковић"], ("Đorđević",)),
    ("Кхжџљрђћч", [], None),
]


def names_in_registrations(edition: Edition, typed: str) -> list[str]:
    rows = registration_lists.listed(edition, RegistrationFilter(text=typed, state=RegistrationState.CONFIRMED)).rows
    return [f"{row.given_name} {row.family_name}" for row in rows]


@pytest.mark.parametrize(("typed", "expected"), SEARCHES)
def test_registrations_are_found_best_first(people: Edition, typed: str, expected: list[str]) -> None:
    assert names_in_registrations(people, typed) == expected


@pytest.mark.parametrize(("typed", "expected", "close"), MISTYPED)
def test_typing_errors_in_names_are_forgiven_and_said(
    people: Edition, typed: str, expected: list[str], close: tuple[str, ...] | None
) -> None:
    page = registration_lists.listed(people, RegistrationFilter(text=typed))

    assert [f"{row.given_name} {row.family_name}" for row in page.rows] == expected
    assert page.closeness == (Closeness(typed, close) if close else None)


def names_in_submissions(edition: Edition, typed: str) -> list[str]:
    reader = account_in(edition, StaffRole.CHAIR)
    rows = submission_list(edition, SubmissionFilter(words=typed), reader=reader).page.rows
    return [author.name.whole for row in rows for author in row.authors]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ђорђевић", ["Ljiljana Đorđević-Марковић", "Marko Đorđević"]),
        ("dordvic", ["Ljiljana Đorđević-Марковић", "Marko Đorđević"]),
        ("Njegoš", ["Љиљана Његош"]),
        ("Ниш", ["Ана Џепчић"]),
        ("Београд", ["Петар Новаковић", "Ђорђе Марковић"]),
        ("библиотека", ["Петар Новаковић", "Ана Џепчић", "Ljiljana Đorđević-Марковић", "Љиљана Његош", "Marko Đorđević", "Ђорђе Марковић"]),
        ("чита", ["Љиљана Његош", "Ђорђе Марковић"]),
        ("park čitanje", ["Ђорђе Марковић"]),
        ("aloud READING", ["Kovács Ágnes"]),
        ("zbirka djordjevic saradnja", ["Marko Đorđević"]),
        ("sean@bib", ["Seán O’Brien"]),
        ("Дом здравља новаковић", ["Петар Новаковић"]),
        ("zbrka", []),
    ],
)
def test_submissions_are_found_best_first_then_newest(papers: Edition, typed: str, expected: list[str]) -> None:
    assert names_in_submissions(papers, typed) == expected


def test_another_order_than_the_best_is_kept(papers: Edition) -> None:
    chosen = SubmissionFilter(words="чита", sort=SubmissionSort.TITLE)

    rows = submission_list(papers, chosen, reader=account_in(papers, StaffRole.CHAIR)).page.rows

    assert [row.title.sr for row in rows] == ["Његош и читаоци", "Читање у парку"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ђорђевић", ["Љиљана Đorđević-Марковић", "Марко Ђорђевић"]),
        ("djordjevic marko", ["Марко Ђорђевић", "Љиљана Đorđević-Марковић"]),
        ("m.dj@bib", ["Марко Ђорђевић"]),
        ("bib.rs njegos", ["Љиљана Његош"]),
        ("пријављени brien", ["Seán O’Brien"]),
        ("Кovacz", ["Kovács Ágnes"]),
    ],
)
def test_letters_are_found_by_recipient_address_and_subject_best_first_then_newest(
    people: Edition, typed: str, expected: list[str]
) -> None:
    chosen = LetterFilter(words=typed, kind=LetterKind.REGISTRATION_RECEIVED)

    rows = letter_list(people, chosen, reader=account_in(people, StaffRole.ADMINISTRATOR)).page.rows

    assert [row.to_name for row in rows] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Đorđević", ["Дигитална збирка", "Ноћ библиотека"]),
        ("чита", ["Читање у парку", "Његош и читаоци"]),
        ("Njegsо", ["Његош и читаоци"]),
        ("Његуш", ["Његош и читаоци"]),
        ("saradnja парк", ["Парк", "Читање у парку"]),
        ("sean@bib.rs", []),
    ],
)
def test_a_reviewer_finds_best_first_then_the_least_reviewed_but_never_by_address(papers: Edition, typed: str, expected: list[str]) -> None:
    page = review_list(papers, account_in(papers, StaffRole.REVIEWER), words=typed).page

    assert ([row.title.sr for row in page.rows], page.total) == (expected, len(expected))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("НБС", ["Народна библиотека Србије"]),
        ("nbs", ["Народна библиотека Србије"]),
        ("stankovic vranje", ["Јавна библиотека „Бора Станковић“"]),
        ("Врање", ["Јавна библиотека „Бора Станковић“"]),
        ("Stankvić", ["Јавна библиотека „Бора Станковић“"]),
        ("srbije narodna", ["Народна библиотека Србије"]),
        ("nowhere at all", []),
    ],
)
def test_the_known_institutions_are_found_by_name_place_and_alias(edition: Edition, typed: str, expected: list[str]) -> None:
    assert [one.name for one in institutions.search(typed)] == expected


HOSTILE = [
    "%",
    "_",
    "\\",
    "'",
    '"',
    "';--",
    "' OR 1=1 --",
    "NEAR(a b)",
    "a* OR b",
    "😀",
    "„…“ — !?",
    "\U0010ffff",
    "ж" * 10_000,
    "а " * 5_000,
    "@",
    "@@@",
]


#: One of them is a letter after all, with which some names begin.
BEGINNING_WITH_A = {
    "а " * 5_000: (
        ["Kovács Ágnes", "Ана Џепчић"],
        ["Библиотека „Влада Аксентијевић“", "Народна и универзитетска библиотека „Иво Андрић“"],
    )
}


@pytest.mark.parametrize("typed", HOSTILE)
def test_signs_mean_nothing_and_find_nothing(people: Edition, typed: str) -> None:
    reader = account_in(people, StaffRole.CHAIR)

    assert registration_lists.listed(people, RegistrationFilter(text=typed)).total <= len(PEOPLE)
    assert submission_list(people, SubmissionFilter(words=typed), reader=reader).page.rows == []
    assert review_list(people, reader, words=typed).page.rows == []
    letters, libraries = letter_list(people, LetterFilter(words=typed), reader=reader).page.rows, institutions.search(typed)
    assert ([row.to_name for row in letters], [one.name for one in libraries]) == BEGINNING_WITH_A.get(typed, ([], []))


def test_nothing_asked_narrows_nothing(people: Edition) -> None:
    assert [registration_lists.listed(people, RegistrationFilter(text=typed)).total for typed in ("", "  ", "\t")] == [8, 8, 8]


def test_a_code_finds_its_record_alone_however_it_is_typed(people: Edition) -> None:
    codes = [row.code for row in registration_lists.listed(people, RegistrationFilter()).rows]
    for code in codes:
        look_alike = "Р" + code[1:].translate(str.maketrans("ABCEHKMPTX", "АВСЕНКМРТХ"))
        forms = [code, code.lower(), code.replace("-", ""), code.replace("-", " "), code[2:], look_alike]
        found = [[row.code for row in registration_lists.listed(people, RegistrationFilter(text=typed)).rows] for typed in forms]
        assert found == [[code]] * len(forms)


def test_a_piece_of_a_code_finds_it(people: Edition) -> None:
    code = registration_lists.listed(people, RegistrationFilter()).rows[0].code

    assert code in [row.code for row in registration_lists.listed(people, RegistrationFilter(text=code[:6])).rows]
    assert code in [row.code for row in registration_lists.listed(people, RegistrationFilter(text=code[2:7].lower())).rows]


def test_a_code_and_an_institution_narrow_together(people: Edition) -> None:
    row = registration_lists.listed(people, RegistrationFilter(text="njegos")).rows[0]
    ask = [RegistrationFilter(text=row.code, institution=words) for words in ("Нови Сад", "Ниш")]

    assert [registration_lists.listed(people, wanted).total for wanted in ask] == [1, 0]


def test_a_word_of_an_institution_is_not_looked_for_among_names(people: Edition) -> None:
    found = registration_lists.listed(people, RegistrationFilter(institution="marko"))

    assert [row.family_name for row in found.rows] == ["Đorđević-Марковић"]


@pytest.mark.parametrize(
    ("wanted", "total", "close"),
    [
        (RegistrationFilter(text="Novakowić"), 1, Closeness("Novakowić", ("Новаковић",))),
        (RegistrationFilter(institution="Novakowić"), 0, None),
        (RegistrationFilter(institution="Miljanow"), 1, Closeness("Miljanow", ("Миљанов",))),
        (RegistrationFilter(text="Novakowić", institution="Beogrod"), 1, Closeness("Novakowić Beogrod", ("Новаковић", "Београд"))),
        (RegistrationFilter(text="Novakowić", institution="Novakowić"), 0, None),
    ],
)
def test_a_mistyped_word_is_close_only_to_words_of_the_part_it_is_looked_for_in(
    people: Edition, wanted: RegistrationFilter, total: int, close: Closeness | None
) -> None:
    page = registration_lists.listed(people, wanted)

    assert (page.total, len(page.rows), page.closeness) == (total, total, close)


def test_two_letters_begin_names_only(people: Edition) -> None:
    asked = [
        RegistrationFilter(text="ма"),
        RegistrationFilter(text="ни"),
        RegistrationFilter(institution="ни"),
        RegistrationFilter(institution="ниш"),
    ]

    assert [registration_lists.listed(people, wanted).total for wanted in asked] == [3, 0, 0, 1]


def test_nothing_is_found_or_suggested_from_another_edition(people: Edition) -> None:
    other = next_edition_of(people)
    other.registration_opens_at = other.registration_closes_at = None
    registrations.register(
        answers(given_name="Зоран", family_name="Зорановић", email="z@bib.rs", days=(date(2021, 10, 7),), meals=()), edition=other
    )

    found = [
        registration_lists.listed(one, RegistrationFilter(text=typed))
        for one in (people, other)
        for typed in ("Зорановић", "Ђорђвић", "Зорановћ")
    ]

    assert [(page.total, page.closeness) for page in found] == [
        (0, None),
        (2, Closeness("Ђорђвић", ("Đorđević",))),
        (0, None),
        (1, None),
        (0, None),
        (1, Closeness("Зорановћ", ("Зорановић",))),
    ]


def test_the_cancelled_are_found_as_the_list_shows_them(people: Edition) -> None:
    ask = [RegistrationFilter(text="новаковић", state=state) for state in (None, *RegistrationState)]

    assert [registration_lists.listed(people, wanted).total for wanted in ask] == [
        1,
        *(int(state is RegistrationState.CANCELLED) for state in RegistrationState),
    ]


def test_a_search_too_wide_to_rank_keeps_the_order_of_the_list(people: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_terms, "RANKED_LIMIT", 1)
    monkeypatch.setattr(searching, "RANKED_LIMIT", 1)

    assert names_in_registrations(people, "Марко") == ["Marko Đorđević", "Ljiljana Đorđević-Марковић", "Ђорђе Марковић"]
    assert names_in_registrations(people, "библиотека народна") == ["Ђорђе Марковић", "Ана Џепчић"]
    assert names_in_registrations(people, "marko bib.rs") == ["Marko Đorđević", "Ljiljana Đorđević-Марковић", "Ђорђе Марковић"]


@pytest.mark.parametrize(
    ("typed", "asked"), [("", 2), ("марковић", 3), ("марковић ђорђе", 4), ("Ђорђвић", 4), ("Марке Ђорђевић", 4), ("Ана Марковић", 5)]
)
def test_a_search_takes_at_most_three_statements_more(app: Flask, people: Edition, typed: str, asked: int) -> None:
    people.slug  # noqa: B018 - loaded before the counting

    with statements(app) as ran:
        registration_lists.listed(people, RegistrationFilter(text=typed))

    assert len(ran) == asked
