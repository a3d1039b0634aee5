"""The lists of an edition, one row at a time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session, scoped_session
from sqlalchemy.orm.attributes import set_committed_value

from biblionet_reg.domain.edition import EditionClosed, OrganiserRole
from biblionet_reg.domain.edition_changes import PartChanged, PartGone, PartInUse, PartRepeated, PartsFull
from biblionet_reg.domain.edition_limits import LIST_LIMIT
from biblionet_reg.domain.edition_parts import MealEntry, NewsEntry, OrganiserEntry, PartKind, RoomEntry, ScriptWordEntry, SubtopicEntry
from biblionet_reg.domain.script_word import ScriptWordFault, ScriptWordKind, ScriptWordRefused, word_key
from biblionet_reg.domain.text import LocalText
from biblionet_reg.exports.edition_file import edition_file_of, edition_json
from biblionet_reg.extensions import db
from biblionet_reg.imports.edition_file import read_edition_file
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.script_word import ScriptWord
from biblionet_reg.queries.edition_parts import rows_by_key, uses_in
from biblionet_reg.services import edition_parts, editions
from tests.edition_uses import use_everything

DB = scoped_session[Session]
INJAC = ScriptWordEntry(kind=ScriptWordKind.PAIR, latin="Injac", cyrillic="Инјац")


def last_details(session: DB) -> object:
    return session.scalars(select(AuditEntry.details).order_by(AuditEntry.id.desc()).limit(1)).one()


def test_a_room_is_added_at_the_end_with_a_readable_code(session: DB, edition: Edition) -> None:
    before = edition.updated_at

    first = edition_parts.add(edition, PartKind.ROOMS, RoomEntry(code="", name=LocalText(sr="Галерија")), by="x")
    second = edition_parts.add(edition, PartKind.ROOMS, RoomEntry(code="", name=LocalText(sr="Галерија")), by="x")

    assert (first.code, second.code) == ("galerija", "galerija-2")
    session.expire_all()
    assert [room.code for room in edition.rooms] == ["great-room", "reading-room", "small-room", "galerija", "galerija-2"]
    assert edition.updated_at != before
    assert last_details(session) == {"rooms.galerija-2": {"kind": "added", "old": "", "new": ""}}


def test_a_meal_has_its_day_in_its_code(session: DB, edition: Edition) -> None:
    meal = edition_parts.add(edition, PartKind.MEALS, MealEntry(code="", day=date(2020, 10, 3), title=LocalText(sr="Доручак")), by="x")

    assert meal.code == "2020-10-03-dorucak"


def test_a_row_is_changed_and_keeps_its_code(session: DB, edition: Edition) -> None:
    row = edition.subtopics[0]

    edition_parts.edit(edition, PartKind.SUBTOPICS, row, SubtopicEntry(code="other", title=LocalText(sr="Ново")), by="x")

    assert (row.code, row.title, row.scope) == ("literacy", LocalText(sr="Ново"), LocalText())
    details = last_details(session)
    assert isinstance(details, dict)
    assert details["subtopics.literacy.title.sr"] == {"kind": "changed", "old": "Партнерства у циљу описмењавања", "new": "Ново"}


def test_rows_change_places(session: DB, edition: Edition) -> None:
    def order() -> list[str]:
        session.expire_all()
        return [room.code for room in edition.rooms]

    edition_parts.move(edition, PartKind.ROOMS, edition.rooms[2], up=True, by="x")
    assert order() == ["great-room", "small-room", "reading-room"]

    edition_parts.move(edition, PartKind.ROOMS, edition.rooms[0], up=False, by="x")
    assert order() == ["small-room", "great-room", "reading-room"]

    edition_parts.move(edition, PartKind.ROOMS, edition.rooms[0], up=True, by="x")
    assert order() == ["small-room", "great-room", "reading-room"]


@pytest.mark.parametrize("part", [PartKind.ROOMS, PartKind.SUBTOPICS, PartKind.SECTORS, PartKind.MEALS])
def test_what_is_in_use_stays(session: DB, edition: Edition, part: PartKind) -> None:
    use_everything(session, edition)
    rows = rows_by_key(edition, part)
    used, free = list(rows.values())[:2]

    with pytest.raises(PartInUse) as caught:
        edition_parts.remove(edition, part, used, by="x")
    edition_parts.remove(edition, part, free, by="x")

    assert (caught.value.part, caught.value.uses) == (part, 1)
    assert uses_in(edition, part) == {used.id: 1}
    session.expire_all()
    assert list(rows_by_key(edition, part)) == [key for key in rows if rows[key] is not free]


def test_organisers_and_news_are_found_by_what_they_say(session: DB, edition: Edition) -> None:
    assert next(iter(rows_by_key(edition, PartKind.ORGANISERS))).startswith("programme-zajednica-maticnih-biblioteka-srbije-")
    assert [key.rpartition("-")[0] for key in rows_by_key(edition, PartKind.NEWS)] == [
        "2020-07-20-savetujemo-ranu-prijavu",
        "2020-06-15-poziv-za-radove-je-otvoren",
    ]


def test_the_address_of_a_row_stays_when_its_neighbour_goes(session: DB, edition: Edition) -> None:
    news = [NewsEntry(published_on=date(2020, 9, 1), title=LocalText(sr=title)) for title in ("Вест", "Вест!", "Вест?")]
    bodies = [OrganiserEntry(role=OrganiserRole.HOST, name=LocalText(sr=name)) for name in ("Дом", "Дом!", "Дом?")]
    words = [ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin=latin) for latin in ("C", "C#", "C++", "C-")]
    for part, entries in ((PartKind.NEWS, news), (PartKind.ORGANISERS, bodies), (PartKind.WORDS, words)):
        rows = [edition_parts.add(edition, part, entry, by="x") for entry in entries]
        before = {row.id: key for key, row in rows_by_key(edition, part).items()}
        first = rows[0].id

        edition_parts.remove(edition, part, rows[0], by="x")

        after = {row.id: key for key, row in rows_by_key(edition, part).items()}
        assert after == {row_id: key for row_id, key in before.items() if row_id != first}


def test_what_changed_since_it_was_shown_stays(session: DB, edition: Edition) -> None:
    row = edition_parts.add(edition, PartKind.WORDS, INJAC, by="x")
    shown = edition_parts.mark_of(PartKind.WORDS, row)
    protected = ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="Injac")
    edition_parts.edit(edition, PartKind.WORDS, row, protected, by="x", shown=shown)

    with pytest.raises(PartChanged):
        edition_parts.remove(edition, PartKind.WORDS, row, by="x", shown=shown)
    with pytest.raises(PartChanged):
        edition_parts.edit(edition, PartKind.WORDS, row, INJAC, by="x", shown=shown)

    assert (row.kind, row.cyrillic) == (ScriptWordKind.PROTECTED, "")
    edition_parts.remove(edition, PartKind.WORDS, row, by="x", shown=edition_parts.mark_of(PartKind.WORDS, row))
    with pytest.raises(PartGone):
        edition_parts.remove(edition, PartKind.WORDS, row, by="x")


def test_what_another_request_changed_meanwhile_stays(session: DB, edition: Edition) -> None:
    row = edition.rooms[0]
    shown, known, name = edition_parts.mark_of(PartKind.ROOMS, row), row.seats, row.name
    session.execute(update(Room).where(Room.id == row.id).values(seats=7))
    session.commit()
    assert name == row.name
    set_committed_value(row, "seats", known)

    with pytest.raises(PartChanged):
        edition_parts.edit(edition, PartKind.ROOMS, row, RoomEntry(code="", name=LocalText(sr="Сала")), by="x", shown=shown)

    assert (row.name, row.seats) == (name, 7)


@pytest.mark.committed
def test_two_who_remove_at_once_remove_one_row(app: Flask) -> None:
    gate = Barrier(2)

    def remove() -> str:
        with app.app_context():
            own = db.session.scalars(select(Edition)).one()
            row = own.rooms[0]
            shown = edition_parts.mark_of(PartKind.ROOMS, row)
            db.session.rollback()
            gate.wait(20)
            try:
                edition_parts.remove(own, PartKind.ROOMS, row, by="x", shown=shown)
            except PartGone:
                return "gone"
            return "removed"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(one.result() for one in [pool.submit(remove), pool.submit(remove)])

    assert answers == ["gone", "removed"]
    with app.app_context():
        assert [room.code for room in db.session.scalars(select(Edition)).one().rooms] == ["reading-room", "small-room"]


def test_a_list_that_pages_filled_is_a_file_that_loads(session: DB, edition: Edition) -> None:
    edition.words[:] = [ScriptWord(kind=ScriptWordKind.PROTECTED, latin=f"Word{number}") for number in range(LIST_LIMIT - 1)]
    session.commit()
    edition_parts.add(edition, PartKind.WORDS, INJAC, by="x")

    with pytest.raises(PartsFull) as caught:
        edition_parts.add(edition, PartKind.WORDS, ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="Word"), by="x")

    written = edition_file_of(edition)
    assert (caught.value.limit, len(edition.words)) == (LIST_LIMIT, LIST_LIMIT)
    assert read_edition_file(edition_json(written).encode()).words == written.words


def test_the_same_body_and_the_same_news_stand_once(session: DB, edition: Edition) -> None:
    host = OrganiserEntry(role=OrganiserRole.HOST, name=edition.organisers[1].name)
    news = NewsEntry(published_on=edition.news[0].published_on, title=edition.news[0].title)

    with pytest.raises(PartRepeated):
        edition_parts.add(edition, PartKind.ORGANISERS, host, by="x")
    with pytest.raises(PartRepeated):
        edition_parts.edit(edition, PartKind.NEWS, edition.news[1], news, by="x")
    edition_parts.edit(edition, PartKind.NEWS, edition.news[0], news, by="x")

    assert edition.news[0].body == LocalText()


def test_a_word_is_added_changed_and_removed_with_its_audit(session: DB, edition: Edition) -> None:
    edition.words.clear()
    session.commit()

    row = edition_parts.add(edition, PartKind.WORDS, INJAC, by="x")
    assert last_details(session) == {"words.injac": {"kind": "added", "old": "", "new": "Инјац"}}

    edition_parts.edit(edition, PartKind.WORDS, row, ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="Injac"), by="x")
    assert last_details(session) == {
        "words.injac.kind": {"kind": "changed", "old": "pair", "new": "protected"},
        "words.injac.cyrillic": {"kind": "changed", "old": "Инјац", "new": ""},
    }

    edition_parts.remove(edition, PartKind.WORDS, row, by="x")
    assert last_details(session) == {"words.injac": {"kind": "removed", "old": "", "new": ""}}
    assert edition.words == []


def test_a_word_that_cannot_stand_there_is_refused(session: DB, edition: Edition) -> None:
    with pytest.raises(ScriptWordRefused) as caught:
        edition_parts.add(edition, PartKind.WORDS, ScriptWordEntry(kind=ScriptWordKind.PAIR, latin="Injac"), by="x")

    assert caught.value.faults == (ScriptWordFault.CYRILLIC_MISSING,)


def test_a_word_that_another_request_just_added_is_refused(session: DB, edition: Edition) -> None:
    known = list(edition.words)
    session.execute(
        insert(ScriptWord).values(edition_id=edition.id, kind="protected", latin="INJAC", cyrillic="", latin_key=word_key("INJAC"))
    )
    session.commit()
    set_committed_value(edition, "words", known)

    with pytest.raises(PartRepeated):
        edition_parts.add(edition, PartKind.WORDS, INJAC, by="x")


def test_words_go_along_to_the_next_year(session: DB, edition: Edition) -> None:
    edition_parts.add(edition, PartKind.WORDS, INJAC, by="x")

    day = date(2021, 10, 1)
    copied = editions.copy_edition(edition, slug="2021", number=15, theme=LocalText(sr="Тема"), starts_on=day, ends_on=day, by="x")

    assert [(word.latin, word.cyrillic) for word in copied.words if word.latin == "Injac"] == [("Injac", "Инјац")]
    assert "words" not in copied.examples


def test_lists_of_a_closed_edition_stay(session: DB, edition: Edition) -> None:
    editions.close(edition, by="x")
    room = edition.rooms[0]

    with pytest.raises(EditionClosed):
        edition_parts.add(edition, PartKind.ROOMS, RoomEntry(code="", name=LocalText(sr="Сала")), by="x")
    with pytest.raises(EditionClosed):
        edition_parts.edit(edition, PartKind.ROOMS, room, RoomEntry(code="", name=LocalText(sr="Сала")), by="x")
    with pytest.raises(EditionClosed):
        edition_parts.move(edition, PartKind.ROOMS, room, up=False, by="x")
    with pytest.raises(EditionClosed):
        edition_parts.remove(edition, PartKind.ROOMS, room, by="x")
