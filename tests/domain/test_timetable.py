"""The published programme as plain data."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor, ListedDay, ListedItem, ListedSession, Timetable
from biblionet_reg.domain.timetable_changes import Changes, Moved, Standing, changes, standings

MORNING = datetime(2020, 10, 1, 8, 0, tzinfo=UTC)
AUTHOR = ListedAuthor("P-234567", "Ђорђе", "Љубић", "Народна библиотека „Радоје Домановић“", "Лесковац", is_presenter=True)
GREAT, SMALL = LocalText(sr="Велика сала", en="Great Room"), LocalText(sr="Мала сала")


def item(code: str, start: int) -> ListedItem:
    starts_at = MORNING + timedelta(minutes=start)
    return ListedItem(
        code=code,
        kind=SubmissionKind.PAPER if code else None,
        title=LocalText(sr=f"Рад {code}"),
        abstract=LocalText(sr="Сажетак"),
        keywords=LocalText(),
        subtopic=LocalText(sr="Подтема"),
        presenter_name="",
        authors=(AUTHOR,) if code else (),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=20),
    )


def block(number: int, start: int, end: int, *items: ListedItem, room: LocalText = GREAT) -> ListedSession:
    starts_at, ends_at = MORNING + timedelta(minutes=start), MORNING + timedelta(minutes=end)
    return ListedSession(number, SessionKind.PRESENTATIONS, LocalText(), room, "", starts_at, ends_at, items)


def timetable(*blocks: ListedSession) -> Timetable:
    return Timetable("Europe/Belgrade", (ListedDay(date(2020, 10, 1), blocks),))


def test_timetable_is_read_back_from_json() -> None:
    whole = timetable(block(1, 0, 60, item("S-1", 0), item("", 20)), block(2, 0, 60, room=SMALL))

    assert Timetable.from_dict(json.loads(json.dumps(whole.as_dict()))) == whole


def test_presentations_leave_out_titles_of_their_own() -> None:
    first, second = item("S-1", 0), item("S-2", 40)

    assert timetable(block(1, 0, 60, first, item("", 20), second)).presentations() == [first, second]


def test_bands_hold_together_what_overlaps() -> None:
    a, b, c, d = block(1, 0, 60), block(2, 30, 90, room=SMALL), block(3, 80, 100), block(4, 100, 120)

    assert timetable(a, b, c, d).days[0].bands() == ((a, b, c), (d,))


def test_changes_without_an_old_version_are_all_new() -> None:
    only = item("S-1", 0)

    assert changes({}, standings(timetable(block(1, 0, 60, only)))) == Changes((Standing(only.title, only.starts_at, GREAT),), (), ())


def test_changes_tell_what_came_moved_and_went() -> None:
    stays, moves, goes, comes = item("S-1", 0), item("S-2", 20), item("S-3", 40), item("S-4", 40)
    later = replace(moves, starts_at=moves.starts_at + timedelta(hours=1))
    old, new = timetable(block(1, 0, 60, stays, moves, goes)), timetable(block(1, 0, 60, stays, comes, later))

    assert changes(standings(old), standings(new)) == Changes(
        new=(Standing(comes.title, comes.starts_at, GREAT),),
        moved=(Moved(Standing(moves.title, moves.starts_at, GREAT), Standing(later.title, later.starts_at, GREAT)),),
        removed=(Standing(goes.title, goes.starts_at, GREAT),),
    )


def test_changes_see_another_room() -> None:
    only = item("S-1", 0)

    told = changes(standings(timetable(block(1, 0, 60, only))), standings(timetable(block(1, 0, 60, only, room=SMALL))))

    assert [moved.after.room for moved in told.moved] == [SMALL]


def test_changes_are_none_for_the_same_programme() -> None:
    whole = timetable(block(1, 0, 60, item("S-1", 0)))

    assert not changes(standings(whole), standings(whole))
