"""Editing the programme in the browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeSession, ProgrammeVersion
from biblionet_reg.queries import editions, submissions
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block, make_person, make_room, make_slot, make_submission
from tests.pages import Browser, Page
from tests.statements import statements

PROGRAMME = "/en/2020/organiser/programme"
Staff = Callable[..., Browser]


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


def key_of_only_session(app: Flask) -> str:
    with app.app_context():
        return db.session.scalars(select(ProgrammeSession.key)).one()


def rows(page: Page) -> list[str]:
    return [" ".join(cell.get_text(" ").split()) for cell in page.soup.select("main tbody th[scope=row]")]


def test_programme_begins_empty(staff: Staff) -> None:
    page = staff("chair").get(PROGRAMME)

    assert page.h1 == "Working programme"
    assert "Nothing is planned for this day yet." in page.text


def test_new_session_is_added_by_the_form(app: Flask, staff: Staff) -> None:
    form = staff("chair").get(f"{PROGRAMME}/sessions/new").form()
    answers = {"kind": "panel", "title-sr": "Округли сто <b>", "title-en": "Round table", "day": "2020-10-02", "starts_at": "10.00"}

    page = form.fill(answers, ends_at="11:30", room="", chair_name="О’Нил").submit()

    assert page.h1 == "Round table"
    assert "2 October 2020, from 10:00 to 11:30 · for everybody Panel · Chair: O’Nil" in page.text


def test_new_session_keeps_everything_typed(staff: Staff) -> None:
    form = staff("chair").get(f"{PROGRAMME}/sessions/new").form()

    page = form.fill({"title-sr": "я" * 301, "starts_at": "ten", "ends_at": "", "chair_name": "Марија"}).submit(status=422)

    assert page.errors() == [
        "The title must be 300 characters or fewer",
        "Enter the start as hours and minutes, such as 10:00",
        "Enter when it ends",
    ]
    again = page.form().values
    assert (again["title-sr"], again["starts_at"], again["chair_name"]) == (["я" * 301], ["ten"], ["Марија"])


def test_new_session_refuses_an_end_before_the_start(staff: Staff) -> None:
    form = staff("chair").get(f"{PROGRAMME}/sessions/new").form()

    page = form.fill(starts_at="11:00", ends_at="10:00").submit(status=422)

    assert page.errors() == ["The end must be later than the start"]


def test_social_event_may_end_after_midnight(staff: Staff) -> None:
    form = staff("chair").get(f"{PROGRAMME}/sessions/new").form()

    page = form.fill(kind="social", starts_at="20:00", ends_at="01:00").submit()

    assert "from 20:00 to 01:00" in page.text


def test_session_is_changed_and_removed(app: Flask, staff: Staff) -> None:
    with app.app_context():
        key = make_block(edition_here(), title="Стара").key
    chair = staff("chair")

    changed = chair.get(f"{PROGRAMME}/sessions/{key}/edit").form().fill({"title-sr": "Нова", "starts_at": "09:00"}).submit()
    removed = changed.follow("Remove the session").form().submit()

    assert changed.h1 == "Нова"
    assert removed.h1 == "Working programme"
    with app.app_context():
        assert db.session.scalars(select(ProgrammeSession)).all() == []


def test_submission_is_placed_moved_and_taken_off(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        key = make_block(edition, "10:00", "12:00").key
        first, second = make_submission(edition, title_en="First").code, make_submission(edition, title_en="Second").code
    chair = staff("chair")

    page = chair.get(f"{PROGRAMME}/place?session={key}&submission={first}").form().submit()
    page = page.follow("Place a submission").form().fill(submission=second, minutes="15").submit()
    placed = rows(page)
    page = page.form("form[action$='/up']").submit()
    swapped = rows(page)
    page = page.form("#" + page.soup.select("tbody tr")[0]["id"] + " form[action$='/take-off']").submit()

    assert [row.split(" S-")[0] for row in placed] == ["First", "Second"]
    assert [row.split(" S-")[0] for row in swapped] == ["Second", "First"]
    assert [row.split(" S-")[0] for row in rows(page)] == ["First"]
    assert "“Second” is taken off the programme. It is waiting to be placed again." in page.text
    assert second in page.follow("Programme").text or second in chair.get(PROGRAMME).text


def test_title_of_its_own_is_added_and_changed(app: Flask, staff: Staff) -> None:
    with app.app_context():
        key = make_block(edition_here(), "10:00", "12:00").key
    chair = staff("chair")

    form = chair.get(f"{PROGRAMME}/titles/new?session={key}").form()
    page = form.fill(
        {"title-sr": "Поздравна реч", "title-en": "Welcome"}, presenter_name="Зоран Најдић", starts_at="10:30", minutes="10"
    ).submit()
    added = page.text
    page = page.follow("Change").form().fill({"title-en": "Greeting"}, minutes="5").submit()

    assert "10:30–10:40 Welcome Zoran Najdić Minutes: 10" in added
    assert "10:30–10:35 Greeting Zoran Najdić Minutes: 5" in page.text


def test_slot_moved_to_another_session_follows_its_last(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        here, there = make_block(edition), make_block(edition, "14:00", "16:00", title="Друга")
        make_slot(there, None, "14:00", title="Први")
        slot, target = make_slot(here, make_submission(edition, title_en="Moving"), "10:00").key, there.key

    page = staff("chair").get(f"{PROGRAMME}/slots/{slot}/edit").form().fill(block=target).submit()

    assert (page.h1, "14:20–14:40 Moving" in page.text) == ("Друга", True)


def test_place_with_a_submission_placed_meanwhile_is_refused_in_words(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        block, submission = make_block(edition), make_submission(edition)
        make_submission(edition)
        key, code = block.key, submission.code
    form = staff("chair").get(f"{PROGRAMME}/place?session={key}&submission={code}").form()
    with app.app_context():
        edition = edition_here()
        make_slot(db.session.scalars(select(ProgrammeSession)).one(), _submission(code), "10:00")

    page = form.submit(status=422)

    assert page.errors() == ["This submission was placed or withdrawn in the meantime. Choose another."]


def _submission(code: str) -> object:
    return submissions.by_code(edition_here(), code)


def test_clashes_stand_at_the_top_and_beside(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        person = make_person("Ана", "Анић")
        here, there = make_block(edition, title="Прва"), make_block(edition, title="Друга", room=make_room(edition))
        make_slot(here, make_submission(edition, title_en="One", authors=[person]), "10:00")
        make_slot(there, make_submission(edition, title_en="Two", authors=[person]), "10:10")
        key = there.key
    chair = staff("chair")
    sentence = "A presenter in two places : Ana Anić presents “One” at 10:00 and “Two” at 10:10: they overlap."

    page, session_page = chair.get(PROGRAMME), chair.get(f"{PROGRAMME}/sessions/{key}")

    assert "1 problem in the programme" in page.text
    assert page.text.count("Ana Anić presents “One” at 10:00 and “Two” at 10:10: they overlap.") == 1
    assert [beside.text for beside in page.soup.select(".block .clash a[href='#clashes']")] == ["A presenter in two places"] * 2
    assert sentence.replace(" :", ":") in session_page.text


def test_clash_of_every_kind_is_told_in_a_sentence(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        first, _second = make_block(edition, "10:00", "11:00", title="Прва"), make_block(edition, "10:30", "11:30", title="Друга")
        make_slot(first, None, "10:00", title="Један", minutes=30)
        make_slot(first, make_submission(edition, title="Два", state=SubmissionState.REJECTED), "10:20", minutes=60)
        make_block(edition, "18:00", "19:00", kind=SessionKind.SOCIAL, title="Раније", day=edition.starts_on - timedelta(days=1))
        opening = make_block(edition, "08:00", "10:10", kind=SessionKind.OPENING, title="Отварање")
        opening.room = None
        db.session.commit()

    page = staff("chair").get(PROGRAMME)

    told = [" ".join(item.get_text(" ").split()).split(" : ")[1] for item in page.soup.select(".clashes li")]
    assert told == [
        "“Раније” is on a day outside the edition.",
        "“Отварање” and “Прва” are at the same time, and one of them is for everybody.",
        "“Два” is no longer accepted. It will not be published.",
        "“Два” at 10:20 does not fit into the times of the session “Прва”.",
        "“Прва” and “Друга” are in the same room at the same time: Great Room.",
        "“Један” and “Два” overlap in the session “Прва”.",
    ]


def test_publish_shows_what_changes_and_publishes(app: Flask, staff: Staff) -> None:
    with app.app_context():
        edition = edition_here()
        slot = make_slot(make_block(edition), make_submission(edition, title_en="A paper"), "10:00")
        publish(edition, name="1.0", by="chair@example.org")
        slot.starts_at, slot.ends_at = slot.ends_at, slot.ends_at + (slot.ends_at - slot.starts_at)
        db.session.commit()
    page = staff("chair").get(f"{PROGRAMME}/publish")

    done = page.form().submit()

    assert "Moved (1) A paper – from 1 October 2020 at 10:00, Velika sala to 1 October 2020 at 10:20" in page.text.replace(
        "Great Room", "Velika sala"
    )
    assert page.form().values["name"] == ["Programme 2"]
    assert "The programme “Programme 2” is published." in done.text
    with app.app_context():
        assert db.session.scalars(select(ProgrammeVersion.name).order_by(ProgrammeVersion.number)).all() == ["1.0", "Programme 2"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Enter a name for this version"),
        ("x" * 61, "The name must be 60 characters or fewer"),
        ("1.0", "A published programme is already called “1.0”. Choose another name."),
    ],
)
def test_publish_refuses_a_name_in_words(app: Flask, staff: Staff, name: str, sentence: str) -> None:
    with app.app_context():
        make_block(edition_here())
        publish(edition_here(), name="1.0", by="chair@example.org")

    page = staff("chair").get(f"{PROGRAMME}/publish").form().fill(name=name).submit(status=422)

    assert (page.errors(), page.form().values["name"]) == ([sentence], [name])


def test_publish_with_nothing_to_publish_says_so(staff: Staff) -> None:
    assert "There is nothing to publish yet" in staff("chair").get(f"{PROGRAMME}/publish").text


def test_preview_shows_the_working_programme_to_editors_only(app: Flask, staff: Staff, browser: Browser) -> None:
    with app.app_context():
        edition = edition_here()
        make_slot(make_block(edition), make_submission(edition, title_en="Secret paper"), "10:00")

    assert "Secret paper" in staff("chair").get(f"{PROGRAMME}/preview").text
    assert "Secret paper" not in browser.get("/en/2020/programme").text


def test_programme_asks_as_often_for_many_as_for_one(app: Flask, staff: Staff) -> None:
    chair = staff("chair")

    def count() -> int:
        with statements(app) as made:
            chair.get(PROGRAMME)
        return len(made)

    with app.app_context():
        make_slot(make_block(edition_here()), make_submission(edition_here()), "10:00")
        make_submission(edition_here())
    with_one = count()
    with app.app_context():
        for start in ("11:00", "12:00", "13:00"):
            make_slot(make_block(edition_here(), start, "15:00"), make_submission(edition_here(), state=SubmissionState.ACCEPTED), start)
            make_submission(edition_here())

    assert count() == with_one


@pytest.mark.parametrize("role", ["reviewer", "desk", "host", "observer"])
def test_programme_is_closed_to_others(staff: Staff, role: str) -> None:
    staff(role).get(PROGRAMME, status=403)


def test_button_in_a_closed_edition_answers_in_words(app: Flask, staff: Staff) -> None:
    from biblionet_reg.services import editions as edition_services

    with app.app_context():
        slot = make_slot(make_block(edition_here()), make_submission(edition_here()), "10:00")
        key = slot.programme_session.key
    page = staff("chair").get(f"{PROGRAMME}/sessions/{key}")
    with app.app_context():
        edition_services.close(edition_here(), by="test")

    refused = page.form("form[action$='/take-off']").submit(status=409)

    assert "This edition is closed: nothing in it can be changed." in refused.text


@pytest.mark.parametrize(
    "address", ["programme/sessions/%00", "programme/sessions/%00/edit", "programme/slots/%00/edit", "edition/rooms/%00/edit"]
)
def test_key_that_no_database_keeps_is_not_found(staff: Callable[..., Browser], address: str) -> None:
    staff("administrator").get(f"/en/2020/organiser/{address}", status=404)
