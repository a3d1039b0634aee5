"""The organisers' list: searched in both scripts, filtered, paged, in a constant number of statements."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import paging
from biblionet_reg.queries import registrations as found
from biblionet_reg.queries.registration_rows import RegistrationRow
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.services import registrations
from tests.registrations import DAY_1, DAY_2, DAY_3, answers
from tests.statements import statements


@pytest.fixture
def people(edition: Edition) -> dict[str, str]:
    """Three people and their codes."""
    return {
        "ljubica": registrations.register(answers(), edition=edition).code,
        "djordje": registrations.register(
            answers(
                given_name="Đorđe",
                family_name="Žikić",
                email="dj@example.org",
                institution_name="Музеј",
                institution_place="Ниш",
                role=ParticipantRole.PRESENTER,
            ),
            edition=edition,
        ).code,
        "ana": registrations.register(answers(given_name="Ана", family_name="Љубичић 100%", days=(DAY_3,), meals=()), edition=edition).code,
    }


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (RegistrationFilter(), ["ljubica", "djordje", "ana"]),
        (RegistrationFilter(text="djordjevic"), ["ljubica"]),
        (RegistrationFilter(text="ЖИКИЋ ђорђе"), ["djordje"]),
        (RegistrationFilter(text="dj@example"), ["djordje"]),
        (RegistrationFilter(text="ljubi"), ["ljubica", "ana"]),
        (RegistrationFilter(text="100%"), ["ana"]),
        (RegistrationFilter(text="nobody"), []),
        (RegistrationFilter(institution="muzej nis"), ["djordje"]),
        (RegistrationFilter(institution="Бора Станковић", text="ana"), ["ana"]),
        (RegistrationFilter(role=ParticipantRole.PRESENTER), ["djordje"]),
        (RegistrationFilter(state=RegistrationState.CANCELLED), []),
        (RegistrationFilter(day=DAY_1), ["ljubica", "djordje"]),
        (RegistrationFilter(day=DAY_3), ["ana"]),
    ],
)
def test_the_list_finds_what_is_asked_in_azbuka_order(
    edition: Edition, people: dict[str, str], wanted: RegistrationFilter, expected: list[str]
) -> None:
    page = found.listed(edition, wanted)

    assert [row.code for row in page.rows] == [people[name] for name in expected]
    assert page.total == len(expected)


def test_the_list_finds_a_code_as_it_is_typed(edition: Edition, people: dict[str, str]) -> None:
    typed = people["ana"].lower().replace("-", "").translate(str.maketrans("aceh", "асен"))

    assert [row.code for row in found.listed(edition, RegistrationFilter(text=typed)).rows] == [people["ana"]]


def test_a_row_holds_what_the_list_shows(edition: Edition, people: dict[str, str]) -> None:
    registered = found.by_code(edition, people["djordje"])
    assert registered is not None

    assert found.listed(edition, RegistrationFilter(text="žikić")).rows == [
        RegistrationRow(
            code=people["djordje"],
            given_name="Đorđe",
            family_name="Žikić",
            other_given_name="",
            other_family_name="",
            badge_name="Đorđe Žikić",
            other_badge_name="",
            email="dj@example.org",
            professional_title="",
            institution_name="Музеј",
            institution_place="Ниш",
            institution_kind=InstitutionKind.LIBRARY,
            role=ParticipantRole.PRESENTER,
            language=Lang.SR,
            state=RegistrationState.CONFIRMED,
            registered_at=registered.registered_at,
            cancelled_at=None,
            is_demo=False,
        )
    ]


def test_pages_are_cut_by_the_database(edition: Edition, people: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)

    first, last = (found.listed(edition, RegistrationFilter(), page=number) for number in (1, 99))

    assert ([row.code for row in first.rows], first.number, first.pages, first.total) == ([people["ljubica"], people["djordje"]], 1, 2, 3)
    assert ([row.code for row in last.rows], last.number) == ([people["ana"]], 2)


def test_one_registration_and_three_take_as_many_statements(app: Flask, session: scoped_session[Session], edition: Edition) -> None:
    counts = []
    for name in ("Ана", "Петар", "Вук"):
        code = registrations.register(answers(given_name=name, days=(DAY_1, DAY_2, DAY_3)), edition=edition).code
        session.expire_all()
        edition.slug  # noqa: B018 - loaded before the counting
        with statements(app) as ran:
            found.listed(edition, RegistrationFilter(text="djordj", day=DAY_2))
            found.by_code(edition, code)
            found.count_by_state(edition)
        counts.append(len(ran))

    assert counts == [9, 9, 9]
