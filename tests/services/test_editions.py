"""Editions: loaded, changed, copied, marked current, closed; what is in use is never taken away."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.difference import Difference, DifferenceKind
from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.edition_changes import LimitBelowRegistered, SlugTaken
from biblionet_reg.domain.edition_dates import DateFault, DatesOutOfOrder
from biblionet_reg.domain.edition_file import EditionFile
from biblionet_reg.domain.edition_parts import RoomEntry
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.picture import Pictures, PictureUse
from biblionet_reg.domain.text import LocalText
from biblionet_reg.exports.edition_file import edition_file_of, edition_json
from biblionet_reg.imports.cover import read_cover
from biblionet_reg.imports.edition_file import read_edition_file
from biblionet_reg.imports.emblem import read_emblem
from biblionet_reg.models.account import StaffRoleGrant
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries.editions import by_slug
from biblionet_reg.queries.editions import current as current_edition
from biblionet_reg.services import accounts, edition_look, editions, pictures
from tests.drawing import cover, svg
from tests.edition_uses import use_everything

SMALL = Path(__file__).resolve().parent.parent / "data/edition-small.json"
DB = scoped_session[Session]


@pytest.fixture
def small() -> EditionFile:
    return read_edition_file(SMALL.read_bytes())


def reread(edition: Edition) -> EditionFile:
    return read_edition_file(edition_json(edition_file_of(edition)).encode())


def test_a_file_loaded_twice_changes_nothing(session: DB, edition: Edition) -> None:
    before = edition.updated_at, session.scalar(select(func.count()).select_from(AuditEntry))

    found = editions.load(reread(edition), by="command")

    assert found == []
    assert (edition.updated_at, session.scalar(select(func.count()).select_from(AuditEntry))) == before


def test_a_second_edition_lives_beside_the_first(session: DB, edition: Edition, small: EditionFile) -> None:
    first = edition_file_of(edition)

    found = editions.load(small, by="command")

    assert found == [Difference(DifferenceKind.ADDED, "zrno-2031")]
    second = by_slug("zrno-2031")
    assert second is not None
    assert (second.host_place.sr, second.starts_on, [room.code for room in second.rooms]) == (
        "Сомбор",
        date(2031, 2, 6),
        ["theatre", "attic"],
    )
    assert [subtopic.code for subtopic in second.subtopics] == ["children", "school"]
    assert edition_file_of(edition) == first


def test_export_loads_back_the_same(session: DB, small: EditionFile) -> None:
    editions.load(small, by="command")
    second = by_slug("zrno-2031")
    assert second is not None

    written = edition_json(edition_file_of(second))

    assert read_edition_file(written.encode()) == edition_file_of(second)
    assert editions.load(read_edition_file(written.encode()), by="command") == []


def test_a_changed_file_changes_what_it_names(session: DB, small: EditionFile) -> None:
    editions.load(small, by="command")
    changed = replace(
        small,
        theme=LocalText(sr=small.theme.sr, en="Young readers"),
        number=None,
        call_closes_at=datetime.fromisoformat("2030-12-02T23:59:59+01:00"),
        rooms=(RoomEntry(code="cellar", name=LocalText(sr="Подрум")), replace(small.rooms[0], seats=None)),
        subtopics=small.subtopics[::-1],
        travel=LocalText(sr="Не именује се, па се не мења"),
    )

    found = editions.load(changed, by="command")

    assert found == [
        Difference(DifferenceKind.CHANGED, "number", "25", ""),
        Difference(DifferenceKind.CHANGED, "theme.en", "Children and youth: a library for new generations", "Young readers"),
        Difference(DifferenceKind.CHANGED, "call_closes_at", "2030-12-01T22:59:59+00:00", "2030-12-02T23:59:59+01:00"),
        Difference(DifferenceKind.ADDED, "rooms.cellar"),
        Difference(DifferenceKind.CHANGED, "rooms.theatre.seats", "300", ""),
        Difference(DifferenceKind.REMOVED, "rooms.attic"),
        Difference(DifferenceKind.CHANGED, "subtopics (order)", "children, school", "school, children"),
    ]
    session.expire_all()
    second = by_slug("zrno-2031")
    assert second is not None
    assert [room.code for room in second.rooms] == ["cellar", "theatre"]
    assert [subtopic.code for subtopic in second.subtopics] == ["school", "children"]
    assert second.travel == LocalText()
    assert second.updated_at > second.created_at


def test_a_change_is_in_the_ledger_with_old_and_new(session: DB, small: EditionFile) -> None:
    editions.load(small, by="command")

    editions.load(replace(small, number=26), by="command")

    last = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1)).one()
    assert (last.actor, last.action, last.subject_code) == ("command", "edition.changed", "zrno-2031")
    assert last.details == {"number": {"kind": "changed", "old": "25", "new": "26"}}


def test_a_dry_run_tells_and_changes_nothing(session: DB, edition: Edition, small: EditionFile) -> None:
    found = editions.load(small, by="command", dry_run=True)

    assert found == [Difference(DifferenceKind.ADDED, "zrno-2031")]
    assert by_slug("zrno-2031") is None


def test_what_is_in_use_is_kept_and_reported(session: DB, edition: Edition) -> None:
    use_everything(session, edition)
    file = edition_file_of(edition)
    emptied = replace(file, rooms=file.rooms[1:], subtopics=file.subtopics[2:], sectors=(), meals=())

    found = editions.load(emptied, by="command")

    kept = [(one.path, one.new) for one in found if one.kind is DifferenceKind.KEPT]
    assert kept == [("rooms.great-room", "1"), ("subtopics.literacy", "1"), ("sectors.state", "1"), ("meals.day-1-coffee", "1")]
    session.expire_all()
    assert [room.code for room in edition.rooms] == ["reading-room", "small-room", "great-room"]
    assert [sector.code for sector in edition.sectors] == ["state"]
    assert [meal.code for meal in edition.meals] == ["day-1-coffee"]
    assert editions.load(emptied, by="command") == [one for one in found if one.kind is DifferenceKind.KEPT]


def test_a_file_with_some_dates_is_held_to_the_others(session: DB, edition: Edition) -> None:
    only = replace(edition_file_of(edition), named=frozenset({"slug", "call_opens_at"}), call_opens_at=edition.call_closes_at)

    with pytest.raises(DatesOutOfOrder) as caught:
        editions.load(only, by="command")

    assert caught.value.faults == (DateFault.CALL_CLOSES_BEFORE_OPENS,)


def test_details_change_and_are_no_examples_any_more(session: DB, edition: Edition) -> None:
    before = edition.updated_at

    editions.update_details(edition, by="chair@example.org", venue_name=LocalText(sr="Дом културе"), participant_limit=90)

    assert (edition.venue_name.sr, edition.participant_limit) == ("Дом културе", 90)
    assert not {"venue_name", "participant_limit"} & set(edition.examples)
    assert "stay" in edition.examples
    assert edition.updated_at != before


def test_saving_the_same_again_is_not_recorded(session: DB, edition: Edition) -> None:
    before = edition.updated_at, session.scalar(select(func.count()).select_from(AuditEntry))

    editions.update_details(edition, by="chair@example.org", theme=edition.theme)

    assert (edition.updated_at, session.scalar(select(func.count()).select_from(AuditEntry))) == before


def test_dates_out_of_order_are_refused_and_nothing_changes(session: DB, edition: Edition) -> None:
    with pytest.raises(DatesOutOfOrder):
        editions.update_details(edition, by="x", starts_on=date(2020, 11, 1))

    assert edition.starts_on == date(2020, 10, 1)


def test_limit_never_falls_below_those_registered(session: DB, edition: Edition) -> None:
    use_everything(session, edition)

    with pytest.raises(LimitBelowRegistered) as caught:
        editions.update_details(edition, by="x", participant_limit=0)

    assert (caught.value.limit, caught.value.registered, edition.participant_limit) == (0, 1, 150)


def test_examples_are_confirmed_by_name(session: DB, edition: Edition) -> None:
    editions.confirm_examples(edition, "rooms", by="x")

    assert "rooms" not in edition.examples
    assert "meals" in edition.examples


def test_next_year_is_a_copy_with_shifted_dates(session: DB, edition: Edition) -> None:
    accounts.grant_role("ana@example.org", name="Ана", role=StaffRole.ADMINISTRATOR, edition=edition, by="test")
    theme = LocalText(sr="Библиотека од куће")

    fresh = editions.copy_edition(
        edition, slug="2021", number=15, theme=theme, starts_on=date(2021, 12, 1), ends_on=date(2021, 12, 2), by="ana@example.org"
    )

    assert (fresh.slug, fresh.number, fresh.theme, fresh.is_current, fresh.idea) == ("2021", 15, theme, False, edition.idea)
    # As the clock on the wall shows it: summer time is over by then.
    assert fresh.call_closes_at == datetime.fromisoformat("2021-10-31T23:59:59+01:00")
    assert edition.call_closes_at == datetime.fromisoformat("2020-08-31T23:59:59+02:00")
    assert [room.code for room in fresh.rooms] == [room.code for room in edition.rooms]
    assert [subtopic.code for subtopic in fresh.subtopics] == [subtopic.code for subtopic in edition.subtopics]
    assert {meal.day for meal in fresh.meals} == {date(2021, 12, 1), date(2021, 12, 2)}
    assert fresh.news == []
    assert {"venue_name", "idea", "rooms", "call_closes_at"} <= set(fresh.examples)
    assert not {"theme", "starts_on", "series", "contact_phone"} & set(fresh.examples)
    grants = select(StaffRoleGrant.role).where(StaffRoleGrant.edition_id == fresh.id)
    assert list(session.scalars(grants)) == [StaffRole.ADMINISTRATOR]


def test_an_address_is_taken_once(session: DB, edition: Edition) -> None:
    with pytest.raises(SlugTaken):
        editions.copy_edition(
            edition, slug="2020", number=15, theme=edition.theme, starts_on=date(2021, 10, 1), ends_on=date(2021, 10, 2), by="x"
        )


def test_one_edition_is_current(session: DB, edition: Edition, small: EditionFile) -> None:
    editions.load(small, by="command")
    second = by_slug("zrno-2031")
    assert second is not None
    editions.mark_current(edition, by="x")

    editions.mark_current(second, by="x")
    editions.mark_current(second, by="x")

    session.expire_all()
    assert (edition.is_current, second.is_current) == (False, True)
    assert current_edition(clock.today("Europe/Belgrade")) is second


def test_a_closed_edition_changes_only_by_being_reopened(session: DB, edition: Edition) -> None:
    editions.close(edition, by="ana@example.org")

    assert edition.closed_by == "ana@example.org"
    with pytest.raises(EditionClosed):
        editions.refuse_when_closed(edition)
    with pytest.raises(EditionClosed):
        editions.update_details(edition, by="x", number=15)
    with pytest.raises(EditionClosed):
        editions.close(edition, by="x")
    with pytest.raises(EditionClosed):
        editions.load(replace(edition_file_of(edition), number=15), by="command")
    assert editions.load(edition_file_of(edition), by="command") == []

    editions.reopen(edition, by="ana@example.org")
    editions.reopen(edition, by="ana@example.org")
    editions.refuse_when_closed(edition)
    actions = list(session.scalars(select(AuditEntry.action).where(AuditEntry.actor == "ana@example.org")))
    assert actions == ["edition.closed", "edition.reopened"]


def with_pictures(edition: Edition) -> None:
    for use, content in ((PictureUse.EMBLEM, svg()), (PictureUse.COVER, cover())):
        key = pictures.receive(use, "picture", BytesIO(content)).upload_key
        words = {"cover_alt": LocalText(sr="Брда"), "cover_credit": LocalText(en="Ana")}
        edition_look.dress(edition, by="ana@example.org", kept={use: key or ""}, **words)


def test_pictures_travel_with_the_file(session: DB, edition: Edition) -> None:
    with_pictures(edition)
    written = edition_json(edition_file_of(edition, pictures.masters(edition)))
    file = read_edition_file(written.encode())

    assert editions.load(file, by="command") == []
    assert editions.load(replace(file, slug="elsewhere"), by="command")[0].kind is DifferenceKind.ADDED
    other = by_slug("elsewhere")
    assert other is not None
    assert (other.emblem, other.emblem_ground, other.cover, other.cover_width) == (
        edition.emblem,
        edition.emblem_ground,
        edition.cover,
        edition.cover_width,
    )
    assert (other.cover_alt.sr, other.cover_credit.en) == ("Брда", "Ana")
    assert edition_json(replace(edition_file_of(other, pictures.masters(other)), slug="2020")) == written


def test_a_file_without_pictures_leaves_them_and_one_with_none_takes_them(edition: Edition) -> None:
    with_pictures(edition)
    file = edition_file_of(edition)

    assert editions.load(file, by="command") == []

    emblem, mark = (edition.emblem or "").removesuffix(".svg"), edition.cover
    assert editions.load(replace(file, pictures=Pictures()), by="command") == [
        Difference(DifferenceKind.CHANGED, "emblem", emblem, ""),
        Difference(DifferenceKind.CHANGED, "cover", mark or "", ""),
        Difference(DifferenceKind.CHANGED, "cover_alt.sr", "Брда", ""),
        Difference(DifferenceKind.CHANGED, "cover_credit.en", "Ana", ""),
    ]
    assert (edition.emblem, edition.cover, edition.cover_alt, pictures.masters(edition)) == (None, None, LocalText(), None)


def test_a_dry_run_keeps_no_picture(session: DB, edition: Edition, small: EditionFile, app: Flask) -> None:
    pictured = Pictures(emblem=read_emblem(svg()), cover=read_cover(cover()))

    found = editions.load(replace(edition_file_of(edition), pictures=pictured), by="command", dry_run=True)
    editions.load(replace(small, slug="another", pictures=pictured), by="command", dry_run=True)

    assert [change.path for change in found] == ["emblem", "cover"]
    assert session.scalar(select(func.count()).select_from(StoredFile)) == 0
    assert [path for path in Path(app.extensions["settings"].data_dir).rglob("*") if path.is_file() and path.parent.name == "08"] == []


def test_a_copy_takes_the_emblem_and_not_the_cover(edition: Edition) -> None:
    with_pictures(edition)

    fresh = editions.copy_edition(
        edition,
        slug="2021",
        number=15,
        theme=LocalText(sr="Нова"),
        starts_on=date(2021, 10, 1),
        ends_on=date(2021, 10, 2),
        by="ana@example.org",
    )

    assert (fresh.emblem, fresh.emblem_ground) == (edition.emblem, edition.emblem_ground)
    assert (fresh.cover, fresh.cover_alt, fresh.cover_credit) == (None, LocalText(), LocalText())


def test_a_closed_edition_gets_no_pictures_from_a_file(edition: Edition) -> None:
    editions.close(edition, by="ana@example.org")

    with pytest.raises(EditionClosed):
        editions.load(replace(edition_file_of(edition), pictures=Pictures(emblem=read_emblem(svg()))), by="command")
