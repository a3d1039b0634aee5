"""Organisers choose how their edition looks; everybody sees it, and nothing else of the storage."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask

from biblionet_reg.domain.picture import PictureUse
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions as found
from biblionet_reg.services import edition_look, editions, files, pictures
from tests.drawing import cover, disc, svg
from tests.pages import Browser, Page
from tests.statements import statements

LOOK = "/en/2020/organiser/edition/look"
Staff = Callable[..., Browser]


@pytest.fixture
def organiser(staff: Staff) -> Browser:
    return staff("administrator")


@pytest.fixture
def dressed(app: Flask) -> Edition:
    """The edition of 2020 with an emblem and a cover of its own."""
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        for use, content in ((PictureUse.EMBLEM, svg()), (PictureUse.COVER, cover())):
            key = pictures.receive(use, "picture", BytesIO(content)).upload_key
            words = {"cover_alt": LocalText(sr="Брда у сумрак"), "cover_credit": LocalText(sr="Ана Анић")}
            edition_look.dress(edition, by="ana@example.org", kept={use: key or ""}, **words)
        db.session.refresh(edition)
        db.session.expunge(edition)
        return edition


def sent(browser: Browser, status: int = 200, **answers: object) -> Page:
    return browser.get(LOOK).form("form[enctype]").fill(dict(answers)).submit(status=status)


def with_files(page: Page, status: int = 200, **answers: object) -> Page:
    """Send the form again, with files beside what stands in it."""
    form = page.form("form[enctype]")
    form.values |= {name: [value] for name, value in answers.items()}
    return form.submit(status=status)


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_page_opens_with_and_without_pictures(organiser: Browser, dressed: Edition, app: Flask, lang: str) -> None:
    page = organiser.get(f"/{lang}/2020/organiser/edition/look")
    assert len(page.soup.select("main .own-emblem")) == len(["light", "dark", "badge", "on light paper", "on dark paper"])

    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        for use in PictureUse:
            edition_look.take_down(edition, use, by="ana@example.org")

    bare = organiser.get(f"/{lang}/2020/organiser/edition/look")
    assert (bare.soup.select("main .own-emblem"), bare.soup.select(".look__cover"), bare.soup.select("form[id^=remove]")) == ([], [], [])


def test_colour_emblem_and_cover_are_saved_together(app: Flask, organiser: Browser) -> None:
    page = with_files(
        organiser.get(LOOK),
        **{
            "colour": "#004488",
            "emblem": (svg(), "знак.svg"),
            "cover": (cover(), "брда.jpg"),
            "cover_alt-sr": "Брда",
            "cover_credit-en": "Ana",
        },
    )

    assert "The changes are saved." in page.text
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        assert (edition.colour, edition.cover_width, edition.cover_alt.sr, edition.cover_credit.en) == ("#004488", 1600, "Брда", "Ana")
        assert (edition.emblem or "").endswith(".svg")


def test_a_picture_is_kept_while_another_answer_is_put_right(app: Flask, organiser: Browser) -> None:
    page = with_files(organiser.get(LOOK), status=422, emblem=(disc(), "sign.png"), cover=(cover(), "hills.jpg"), colour="red")

    assert page.errors() == [
        "Enter the colour as # and six signs from 0 to 9 and a to f, such as #7a1f3d",
        "Enter in Serbian what the cover shows",
    ]
    assert [line.text for line in page.soup.select(".look__kept")] == [
        "We have the picture “sign.png”. It appears once you save.",
        "We have the picture “hills.jpg”. It appears once you save.",
    ]

    again = page.form("form[enctype]").fill({"colour": "#004488", "cover_alt-sr": "Брда"}).submit()

    assert "The changes are saved." in again.text
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        assert ((edition.emblem or "").endswith(".png"), edition.cover is not None) == (True, True)


def test_a_better_picture_takes_the_place_of_the_kept_one(organiser: Browser) -> None:
    page = with_files(organiser.get(LOOK), status=422, emblem=(disc(), "first.png"), colour="red")

    page = with_files(page, status=422, emblem=(svg(), "second.svg"))
    assert [line.text for line in page.soup.select(".look__kept")] == ["We have the picture “second.svg”. It appears once you save."]

    page = with_files(page, status=422, emblem=(b"nonsense", "third.svg"))
    assert [line.text for line in page.soup.select(".look__kept")] == ["We have the picture “second.svg”. It appears once you save."]
    assert "The emblem must be SVG, PNG or WebP. Save it as one of these and choose it again." in page.errors()


@pytest.mark.parametrize(
    ("field", "file", "sentence"),
    [
        ("emblem", (cover(), "emblem.svg"), "The emblem must be SVG, PNG or WebP. Save it as one of these and choose it again."),
        ("emblem", (disc(200), "e.png"), "The emblem must have at least 256 pixels on its longer side. Choose a larger picture."),
        ("emblem", (svg("<!--" + "x" * 400_000 + "-->"), "e.svg"), "The emblem is larger than 300 kB. Choose a smaller file."),
        ("emblem", (b"", "e.svg"), "The file is empty. Choose another file."),
        ("emblem", (svg(box=""), "e.svg"), "The SVG does not say how large its drawing is. Save it with a size, and choose it again."),
        ("cover", (svg(), "cover.jpg"), "The cover must be JPEG, PNG or WebP. Save it as one of these and choose it again."),
        ("cover", (b"<html>", "cover.jpg"), "The cover must be JPEG, PNG or WebP. Save it as one of these and choose it again."),
        ("cover", (cover(800, 600), "c.jpg"), "The cover must be at least 1200 pixels wide. Choose a larger picture."),
        ("cover", (cover()[:4000], "c.jpg"), "The picture is damaged, so nobody could see it. Save it again and choose it again."),
        ("cover", (b"\xff\xd8\xff" + b"0" * 17_000_000, "c.jpg"), "The cover is larger than 8 MB. Choose a smaller file."),
    ],
)
def test_what_is_not_taken_says_what_to_do(organiser: Browser, field: str, file: tuple[bytes, str], sentence: str) -> None:
    page = with_files(organiser.get(LOOK), status=422, **{field: file})

    assert page.errors() == [sentence]
    assert page.soup.select_one(f"#{field}-error") is not None


def test_an_open_page_too_old_keeps_the_picture(organiser: Browser) -> None:
    page = with_files(organiser.get(LOOK), status=422, emblem=(svg(), "sign.svg"), csrf_token="old")

    assert page.soup.select(".look__kept")
    assert "The changes are saved." in page.form("form[enctype]").submit().text


def test_a_picture_forgotten_meanwhile_is_asked_for_again(organiser: Browser) -> None:
    page = sent(organiser, status=422, emblem_key="unknown")

    assert page.errors() == ["We keep a picture for two weeks until its page is saved, and they are over. Choose the picture again."]


@pytest.mark.parametrize(("use", "words"), [("emblem", "The emblem is removed."), ("cover", "The cover is removed.")])
def test_a_removed_picture_can_be_brought_back(organiser: Browser, dressed: Edition, use: str, words: str) -> None:
    page = organiser.get(LOOK).form(f"#remove-{use}").submit()
    assert words in page.text
    assert page.soup.select(f"#remove-{use}") == []

    page = page.form(".notice form").submit()

    assert "The picture is back." in page.text
    assert page.soup.select(f"#remove-{use}")
    assert words not in organiser.get(LOOK).text


def test_bringing_back_what_is_not_there_says_so(organiser: Browser, dressed: Edition) -> None:
    page = organiser.get(LOOK).form("#remove-emblem").submit()
    undo = page.form(".notice form")
    undo.submit()

    assert "We keep a picture for two weeks" in undo.submit().text


def test_others_may_not_change_the_look(staff: Staff, dressed: Edition) -> None:
    for role in ("chair", "host", "observer"):
        page = staff(role).get(LOOK, status=403)
        assert page.soup.select("main form") == []


def test_a_closed_edition_says_so(app: Flask, organiser: Browser, dressed: Edition) -> None:
    form = organiser.get(LOOK).form("#remove-emblem")
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        editions.close(edition, by="ana@example.org")

    assert organiser.get(LOOK, status=409).soup.select("main form") == []
    form.submit(status=409)
    assert browser_sees(organiser, dressed.emblem or "") == 200


def browser_sees(browser: Browser, name: str) -> int:
    return browser.client.get(f"/pictures/{name}").status_code


def test_pictures_are_kept_by_browsers_for_good_and_run_nothing(browser: Browser, dressed: Edition) -> None:
    types = {
        dressed.emblem: "image/svg+xml; charset=utf-8",
        f"{dressed.cover}-800.webp": "image/webp",
        f"{dressed.cover}-1600.webp": "image/webp",
        f"{dressed.cover}-1600.jpg": "image/jpeg",
    }

    for name, media_type in types.items():
        answer = browser.client.get(f"/pictures/{name}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, media_type)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        known = browser.client.get(f"/pictures/{name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert (known.status_code, known.data) == (304, b"")


def test_a_picture_is_read_from_the_storage_once(app: Flask, browser: Browser, dressed: Edition) -> None:
    first = browser.client.get(f"/pictures/{dressed.emblem}").data
    with app.app_context():
        row = pictures.pictures.by_name(dressed.emblem or "")
        assert row is not None
        files.store.delete(row.key)

    assert browser.client.get(f"/pictures/{dressed.emblem}").data == first


def test_no_other_file_can_be_had_as_a_picture(app: Flask, browser: Browser, dressed: Edition) -> None:
    with app.app_context():
        paper = files.keep(b"%PDF-1.7", name="paper.pdf", media_type="application/pdf")
        waiting = pictures.receive(PictureUse.EMBLEM, "waiting.png", BytesIO(disc()))
        names = [paper.key, paper.sha256[:32] + ".png", waiting.sha256[:32] + ".png", waiting.key, "x" * 32 + ".svg", "../x.svg"]

    assert browser_sees(browser, dressed.emblem or "") == 200
    assert {browser_sees(browser, name) for name in names} == {404}


def test_a_picture_taken_down_is_gone_at_once(app: Flask, browser: Browser, dressed: Edition) -> None:
    before = browser_sees(browser, dressed.emblem or "")
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        edition_look.take_down(edition, PictureUse.EMBLEM, by="ana@example.org")

    assert (before, browser_sees(browser, dressed.emblem or "")) == (200, 404)


def test_front_page_shows_the_cover_with_its_place_kept_free(browser: Browser, dressed: Edition) -> None:
    picture = browser.get("/en/2020/").soup.select_one(".hero__picture")

    assert picture is not None
    assert (picture["width"], picture["height"], picture["fetchpriority"]) == ("1600", "1000", "high")
    assert picture["srcset"] == f"/pictures/{dressed.cover}-800.webp 800w, /pictures/{dressed.cover}-1600.webp 1600w"
    assert (picture["alt"], picture["lang"]) == ("Брда у сумрак", "sr")
    assert browser.get("/sr-Latn/2020/").soup.select_one(".hero__picture")["alt"] == "Brda u sumrak"


def test_every_page_has_the_emblem_at_its_head(browser: Browser, dressed: Edition) -> None:
    for path in ("/sr/2020/", "/en/2020/programme", "/en/2020/register/coming"):
        head = browser.get(path).soup.select_one(".masthead__home img")
        assert head is not None
        assert (head["src"], head["alt"], head["width"]) == (f"/pictures/{dressed.emblem}", "", "44")
    assert browser.get("/en/editions").soup.select(".masthead img") == []


def test_shared_links_show_the_cover(browser: Browser, dressed: Edition) -> None:
    soup = browser.get("/en/2020/").soup
    shared = {str(tag["property"]): tag["content"] for tag in soup.select("meta[property^='og:image']")}

    address = f"http://localhost/pictures/{dressed.cover}-1600.jpg"
    assert shared == {"og:image": address, "og:image:width": "1600", "og:image:height": "1000", "og:image:alt": "Брда у сумрак"}
    assert f'"image":"{address}"' in str(soup.select_one("script[type='application/ld+json']"))


def test_pictures_cost_public_pages_no_statement(app: Flask, browser: Browser) -> None:
    def cost() -> int:
        browser.get("/en/2020/")
        with statements(app) as asked:
            browser.get("/en/2020/")
        return len(asked)

    before = cost()
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        key = pictures.receive(PictureUse.COVER, "c.jpg", BytesIO(cover())).upload_key
        edition_look.dress(edition, by="ana@example.org", kept={PictureUse.COVER: key or ""})

    assert cost() == before


def test_without_pictures_everything_is_as_ever(browser: Browser) -> None:
    soup = browser.get("/en/2020/").soup

    assert (soup.select("img"), len(soup.select("svg.masthead__emblem")), len(soup.select("svg.hero__emblem"))) == ([], 1, 1)
    assert soup.select("link[href*='picture.css']") == []


def test_both_themes_stand_side_by_side(browser: Browser) -> None:
    sheet = browser.client.get("/theme/7a1f3d/both.css")

    assert (sheet.status_code, sheet.mimetype) == (200, "text/css")
    assert sheet.text.startswith(".in-light{--paper:#fbf9f5;")
    assert ".in-dark{--paper:#1b1917;" in sheet.text
    assert browser.client.get("/theme/nothex/both.css").status_code == 404
