"""An application that speaks (documents need no database), and small hand-made material."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from biblionet_reg.domain.edition import EditionFacts, OrganiserRole
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor, ListedDay, ListedItem, ListedSession, Timetable
from tests.conftest import make_app

NINE = datetime(2020, 10, 1, 7, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
NOTHING = LocalText()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("documents")
    return make_app(folder, f"sqlite:///{folder / 'never_opened.db'}")


@pytest.fixture(autouse=True)
def speaking_house(house: Flask) -> Iterator[None]:
    with house.app_context():
        yield


@pytest.fixture(scope="session")
def facts() -> EditionFacts:
    return EditionFacts(
        slug="2020",
        number=14,
        series=LocalText("Библионет", "BiblioNet"),
        meeting_kind=LocalText("стручно-научни скуп", "professional and scientific meeting"),
        theme=LocalText("Сарадња и партнерства", "Cooperation and partnerships"),
        idea=LocalText("Мреже бришу *границе*.\n\n- књига\n- читалац", "Networks blur borders."),
        host_name=LocalText("Јавна библиотека „Бора Станковић“", "Public Library “Bora Stanković”"),
        host_place=LocalText("Врање", "Vranje"),
        venue_name=LocalText("Велика читаоница", "Great reading room"),
        venue_address=LocalText("Змај Јовина 1"),
        travel=LocalText("Аутобусом."),
        stay=LocalText("У хотелу."),
        office_hours=LocalText("Радним данима 8–20.", "Weekdays 8:00–20:00."),
        organisers=(
            (OrganiserRole.PROGRAMME, LocalText("Заједница матичних библиотека Србије", "Community of Parent Libraries of Serbia")),
            (OrganiserRole.HOST, LocalText("Град Врање", "The town of Vranje")),
            (OrganiserRole.HOST, LocalText("Библиотека у Врању", "The library in Vranje")),
        ),
        contact_email="skup@example.org",
        contact_phone="+381 17 000 000",
        starts_on=date(2020, 10, 1),
        ends_on=date(2020, 10, 3),
        time_zone="Europe/Belgrade",
        colour="#7a1f3d",
    )


def author(given: str, family: str, *, code: str, institution: str = "Библиотека шабачка", presents: bool = True) -> ListedAuthor:
    return ListedAuthor(code, given, family, institution, "Шабац", presents)


def item(code: str, title: LocalText, *authors: ListedAuthor, abstract: LocalText = NOTHING, at: datetime = NINE) -> ListedItem:
    return ListedItem(
        code=code,
        kind=SubmissionKind.PAPER if code else None,
        title=title,
        abstract=abstract,
        keywords=LocalText("књига, мрежа", "book, network") if code else NOTHING,
        subtopic=LocalText("Туризам", "Tourism") if code else NOTHING,
        presenter_name="" if code else "Зоран Најдић",
        authors=authors,
        starts_at=at,
        ends_at=at + QUARTER,
    )


def session_of(
    *items: ListedItem, number: int = 1, kind: SessionKind = SessionKind.PRESENTATIONS, title: LocalText = NOTHING
) -> ListedSession:
    return ListedSession(
        number, kind, title, LocalText("Велика сала", "Great hall"), "Радмила Џаџић", NINE, NINE + timedelta(hours=1), items
    )


@pytest.fixture(scope="session")
def timetable() -> Timetable:
    both = LocalText("Његошева библиотека", "The library of Njegoš")
    abstract = LocalText("Први пасус о читаоцима.\n\nДруги пасус <b>дословно</b> & тако.", "First paragraph.\n\nSecond paragraph.")
    first = session_of(
        item("", LocalText("Поздравна реч", "Welcome")),
        item(
            "S-23456A", both, author("Ђорђе", "Љубишић", code="P-1"), author("Ана", "Жикић", code="P-2", presents=False), abstract=abstract
        ),
        item("S-23456B", LocalText("Само на српском"), author("Ана", "Жикић", code="P-2"), at=NINE + QUARTER),
        item(
            "S-23456C",
            LocalText("", "Only in English"),
            author("Zoë", "Čapková", code="P-3", institution="Knihovna"),
            at=NINE + 2 * QUARTER,
        ),
        title=LocalText("Радна сесија", "Working session"),
    )
    pause = session_of(number=2, kind=SessionKind.BREAK)
    return Timetable("Europe/Belgrade", (ListedDay(date(2020, 10, 1), (first, pause)), ListedDay(date(2020, 10, 2), ())))
