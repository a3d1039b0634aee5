"""The published programme as everybody sees it."""

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.edition_parts import PartKind, ScriptWordEntry
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.programme import Slot
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import background, edition_parts, submissions
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block, make_person, make_room, make_slot, make_submission
from tests.journeys.words import words
from tests.pages import Browser
from tests.statements import statements

LANGS = ["sr", "sr-Latn", "en"]
TITLES = {"sr": "Љубав према књизи", "sr-Latn": "Ljubav prema knjizi", "en": "Love of books"}
PEOPLE = {"sr": "Ђурђина Њежић", "sr-Latn": "Đurđina Nježić", "en": "Đurđina Nježić"}


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def code(app: Flask) -> str:
    """A published presentation beside another in a parallel room; returns its code."""
    with app.app_context():
        edition = edition_here()
        people = [make_person("Ђурђина", "Њежић"), make_person("Sean", "O’Brien <b>")]
        submission = make_submission(edition, title="Љубав према књизи", title_en="Love of books", authors=people)
        make_slot(make_block(edition, "10:00", "12:00"), submission, "10:00")
        make_slot(make_block(edition, "10:30", "11:30", room=make_room(edition), title="Упоредна"), make_submission(edition), "10:30")
        make_block(edition, "12:00", "13:00", kind=SessionKind.BREAK, title="Ручак")
        publish(edition, name="1.0", by="chair@example.org")
        return submission.code


@pytest.mark.parametrize("lang", LANGS)
def test_programme_before_publication_explains(app: Flask, browser: Browser, lang: str) -> None:
    with app.app_context():
        make_slot(make_block(edition_here()), make_submission(edition_here(), title="Тајна", title_en="Secret"), "10:00")

    page = browser.get(f"/{lang}/2020/programme")

    assert page.soup.select(".slot") == []
    assert not any(word in page.text for word in ("Тајна", "Tajna", "Secret"))


@pytest.mark.parametrize("lang", LANGS)
def test_programme_shows_titles_people_and_rooms(browser: Browser, code: str, lang: str) -> None:
    page = browser.get(f"/{lang}/2020/programme")

    slot = page.soup.select_one(f"#{code}")
    assert slot is not None
    link = slot.select_one(".slot__title a")
    assert link is not None
    assert (link.text, link["href"]) == (TITLES[lang], f"/{lang}/2020/presentations/{code}")
    assert [person.text for person in slot.select(".authors__presenter")] == [PEOPLE[lang]]
    assert "O’Brien <b>" in slot.text
    assert [time.text for time in slot.select("time")] == ["10:00" if lang == "en" else "10.00"]


def test_programme_shows_parallel_sessions_together(browser: Browser, code: str) -> None:
    page = browser.get("/sr/2020/programme")

    bands = [[title.get_text(" ").split()[-1] for title in band.select(".session__title")] for band in page.soup.select(".band")]
    assert bands == [["сесија", "Упоредна"], ["Ручак"]]
    assert [len(band["class"]) for band in page.soup.select(".band")] == [2, 1]


def test_programme_days_are_reached_by_anchors(browser: Browser, code: str) -> None:
    page = browser.get("/sr/2020/programme")

    assert [(link["href"], link.text) for link in page.soup.select(".days-nav a")] == [
        ("#day-2020-10-01", "Четвртак 1.\N{NO-BREAK SPACE}октобар")
    ]
    assert page.soup.select_one("#day-2020-10-01 h2") is not None


def test_programme_works_without_javascript_and_has_a_print_style(browser: Browser, code: str) -> None:
    page = browser.get("/sr/2020/programme")

    assert [script["src"].partition("?")[0] for script in page.soup.select("script")] == ["/static/js/copies.js"]
    assert page.soup.select("link[rel=stylesheet][media=print]") != []


def test_programme_is_not_sent_twice(app: Flask, browser: Browser, code: str) -> None:
    first = browser.get("/sr/2020/programme")
    etag = first.response.headers["ETag"]

    again = browser.client.get("/sr/2020/programme", headers={"If-None-Match": etag})
    other = browser.client.get("/en/2020/programme", headers={"If-None-Match": etag})

    assert (again.status_code, again.data, again.headers["ETag"], again.headers["Cache-Control"]) == (304, b"", etag, "private, no-cache")
    assert other.status_code == 200


def test_programme_of_a_new_version_is_sent_again(app: Flask, browser: Browser, code: str) -> None:
    etag = browser.get("/sr/2020/programme").response.headers["ETag"]
    with app.app_context():
        publish(edition_here(), name="2.0", by="chair@example.org")

    assert browser.client.get("/sr/2020/programme", headers={"If-None-Match": etag}).status_code == 200


def test_a_published_programme_follows_the_words_of_the_edition(app: Flask, browser: Browser, code: str) -> None:
    with app.app_context():
        placed = make_submission(edition_here(), title="Radionica Mreza plus")
        make_slot(make_block(edition_here(), "14:00", "15:00"), placed, "14:00")
        publish(edition_here(), name="2.0", by="chair@example.org")
        pages = ["/sr/2020/programme", f"/sr/2020/presentations/{placed.code}"]
    before = [browser.get(page) for page in pages]

    with app.app_context():
        word = ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="Mreza")
        edition_parts.add(edition_here(), PartKind.WORDS, word, by="x")
    after = [
        browser.client.get(page, headers={"If-None-Match": seen.response.headers["ETag"]}) for page, seen in zip(pages, before, strict=True)
    ]

    assert ["Радионица Мреза плус" in page.text for page in before] == [True, True]
    assert [(page.status_code, "Радионица Mreza плус" in page.text) for page in after] == [(200, True)] * 2


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_withdrawn_is_marked_everywhere_until_the_next_version(app: Flask, browser: Browser, code: str, lang: str) -> None:
    mark_words = words(Lang(lang), "Withdrawn: it will not take place")
    paths = [f"/{lang}/2020/programme", f"/{lang}/2020/programme/v/1", f"/{lang}/2020/presentations/{code}"]
    person = browser.get(paths[2]).follow(PEOPLE[lang]).path
    marks = {path: browser.get(path).response.headers["ETag"] for path in [*paths, person]}
    with app.app_context():
        submissions.withdraw(db.session.scalars(select(Submission).where(Submission.code == code)).one(), by=code)

    for path, mark in marks.items():
        answer = browser.client.get(path, headers={"If-None-Match": mark})
        assert (answer.status_code, answer.text.count(mark_words)) == (200, 1)
    with app.app_context():
        publish(edition_here(), name="2.0", by="chair@example.org")

    assert browser.get(paths[0]).soup.select(f"#{code}") == []
    assert mark_words in browser.get(paths[1]).text
    browser.get(paths[2], status=404)


def test_programme_asks_little_of_the_database(app: Flask, browser: Browser, code: str) -> None:
    with statements(app) as first:
        browser.get("/sr/2020/programme")
    with statements(app) as second:
        browser.get("/sr/2020/programme")

    assert (len(first) <= 6, len(second) < len(first)) == (True, True)


@pytest.mark.parametrize(("lang", "said"), [("sr", "Нацрт 2"), ("sr-Latn", "Nacrt 2"), ("en", "Nacrt 2")])
def test_name_of_a_version_is_written_in_the_script_of_the_page(app: Flask, browser: Browser, code: str, lang: str, said: str) -> None:
    with app.app_context():
        db.session.delete(db.session.scalars(select(Slot).order_by(Slot.id)).first())
        db.session.commit()
        publish(edition_here(), name="Нацрт 2", by="chair@example.org")

    assert said in browser.get(f"/{lang}/2020/programme").text


def test_older_version_says_that_there_is_a_newer_one(app: Flask, browser: Browser, code: str) -> None:
    with app.app_context():
        db.session.delete(db.session.scalars(select(Slot).order_by(Slot.id)).first())
        db.session.commit()
        publish(edition_here(), name="2.0", by="chair@example.org")

    old, newest = browser.get("/en/2020/programme/v/1"), browser.get("/en/2020/programme/v/2")

    assert ("This is an older version" in old.text, "This is an older version" in newest.text) == (True, False)
    slot = old.soup.select_one(f"#{code}")
    assert slot is not None
    assert (slot.select("a"), TITLES["en"] in slot.text) == ([], True)
    browser.get(f"/en/2020/presentations/{code}", status=404)
    browser.get("/en/2020/programme/v/3", status=404)


@pytest.mark.parametrize("lang", LANGS)
def test_presentation_shows_the_whole_of_it(browser: Browser, code: str, lang: str) -> None:
    page = browser.get(f"/{lang}/2020/programme").follow(TITLES[lang])

    assert page.h1 == TITLES[lang]
    assert [paragraph.text for paragraph in page.soup.select(".prose p")][:2] == (
        ["Sažetak rada.", "Drugi pasus."] if lang == "sr-Latn" else ["Сажетак рада.", "Други пасус."]
    )
    assert page.follow(PEOPLE[lang]).h1 == PEOPLE[lang]


def test_person_lists_presentations_of_the_edition(browser: Browser, code: str) -> None:
    page = browser.get(f"/en/2020/presentations/{code}").follow("O’Brien <b>")

    assert (page.h1, [link.text for link in page.soup.select("main .slot__title a")]) == ("Sean O’Brien <b>", [TITLES["en"]])


@pytest.mark.parametrize(
    "path", ["presentations/S-234567", "people/P-234567", "presentations/x", "programme/v/9", "programme/v/" + "9" * 30]
)
def test_unknown_codes_are_not_found(browser: Browser, code: str, path: str) -> None:
    browser.get(f"/sr/2020/{path}", status=404)


def test_unplaced_submission_has_no_page(app: Flask, browser: Browser, code: str) -> None:
    with app.app_context():
        waiting = make_submission(edition_here()).code

    browser.get(f"/sr/2020/presentations/{waiting}", status=404)


def test_demonstration_is_marked(app: Flask, browser: Browser) -> None:
    with app.app_context():
        block = make_block(edition_here())
        block.is_demo = True
        db.session.commit()
        publish(edition_here(), name="1.0", by="demo")

    assert "Demonstration" in browser.get("/en/2020/programme").soup.get_text()


def test_programme_pdf_waits_for_the_worker_and_then_comes(app: Flask, browser: Browser, code: str) -> None:
    waiting = browser.get("/en/2020/programme.pdf", status=503)
    with app.app_context():
        done = background.run_due()

    made = browser.client.get("/en/2020/programme.pdf")
    again = browser.client.get("/en/2020/programme.pdf", headers={"If-None-Match": made.headers["ETag"]})

    assert (waiting.response.headers["Retry-After"], "The PDF is being made." in waiting.text, done) == ("30", True, 3)
    assert (made.status_code, made.mimetype, made.data[:5]) == (200, "application/pdf", b"%PDF-")
    assert made.headers["Content-Disposition"] == (
        "inline; filename=programme-2020-v1-en.pdf; filename*=UTF-8''BiblioNet%202020%2C%20programme.pdf"
    )
    assert (again.status_code, again.data) == (304, b"")


def test_programme_pdf_before_publication_is_not_found(browser: Browser) -> None:
    browser.get("/en/2020/programme.pdf", status=404)


def test_programme_pdf_that_failed_says_so(app: Flask, browser: Browser, code: str) -> None:
    with app.app_context():
        for job in db.session.scalars(select(Job)):
            job.state = "failed"
        db.session.commit()

    assert "The PDF could not be made." in browser.get("/en/2020/programme.pdf", status=503).text


def test_programme_leads_to_its_pdf_and_presenters_before_the_days(browser: Browser, code: str) -> None:
    page = browser.get("/en/2020/programme")

    assert [link["href"] for link in page.soup.select(".programme__ways a")] == ["/en/2020/programme.pdf", "/en/2020/people"]


def test_programme_of_one_day_says_which_day_it_is(browser: Browser, code: str) -> None:
    page = browser.get("/en/2020/programme?day=2020-10-01")

    links = [(link["href"], link.get("aria-current")) for link in page.soup.select(".days-nav a")]
    assert links == [("/en/2020/programme?day=2020-10-01", "true")]


def test_presentation_leads_back_to_its_day_and_session(browser: Browser, code: str) -> None:
    page = browser.get(f"/en/2020/presentations/{code}")

    links = {str(link["href"]) for link in page.soup.select("main a")}
    assert {f"/en/2020/programme#{code}", "/en/2020/programme#day-2020-10-01", f"/en/2020/presentations/{code}.ics"} <= links


def test_presentation_leads_to_those_beside_it_in_its_session(app: Flask, browser: Browser, code: str) -> None:
    with app.app_context():
        block = make_block(edition_here(), "15:00", "16:00")
        codes = []
        for at in ("15:00", "15:20", "15:40"):
            placed = make_submission(edition_here())
            make_slot(block, placed, at)
            codes.append(placed.code)
        publish(edition_here(), name="2.0", by="chair@example.org")

    beside = [
        [str(link["href"])[-8:] for link in browser.get(f"/en/2020/presentations/{one}").soup.select(".neighbours a")] for one in codes
    ]
    assert beside == [[codes[1]], [codes[0], codes[2]], [codes[1]]]
    assert browser.get(f"/en/2020/presentations/{code}").soup.select(".neighbours") == []


def test_presentation_goes_into_a_calendar(app: Flask, browser: Browser, code: str) -> None:
    answer = browser.client.get(f"/en/2020/presentations/{code}.ics")
    with app.app_context():
        submissions.withdraw(db.session.scalars(select(Submission).where(Submission.code == code)).one(), by=code)
        withdrawn_at = db.session.scalars(select(Submission.withdrawn_at).where(Submission.code == code)).one()
    withdrawn = browser.client.get(f"/en/2020/presentations/{code}.ics", headers={"If-None-Match": answer.headers["ETag"]})

    lines = answer.text.split("\r\n")
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert (f"UID:presentation-{code}@localhost" in lines, "SUMMARY:Love of books" in lines) == (True, True)
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND", "STATUS"))] == [
        "DTSTART:20201001T080000Z",
        "DTEND:20201001T082000Z",
    ]
    assert (withdrawn.status_code, "STATUS:CANCELLED" in withdrawn.text) == (200, True)
    assert f"DTSTAMP:{withdrawn_at:%Y%m%dT%H%M%SZ}" in withdrawn.text
    browser.get("/en/2020/presentations/S-234567.ics", status=404)
