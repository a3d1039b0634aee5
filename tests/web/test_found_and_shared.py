"""What search engines and sharing people get: cards, data, the map of the site, the archive, a way out of a wrong address."""

import json
from typing import Any

import pytest
from flask import Flask
from lxml import etree

from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from biblionet_reg.services.programme_versions import publish
from biblionet_reg.services.transaction import transaction
from tests.factories import make_block, make_person, make_slot, make_submission
from tests.pages import Browser, Page
from tests.reviewing import next_edition_of
from tests.statements import statements

LANGS = ("sr", "sr-Latn", "en")
_SPACES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def published(app: Flask) -> tuple[str, str]:
    """The codes of a published presentation and of its presenter, whose names try to break out."""
    with app.app_context():
        edition = edition_here()
        author = make_person("Sean", "O’Brien </script><b>")
        submission = make_submission(edition, title="Љубав </script><script>alert(1)</script>", title_en="Love & books", authors=[author])
        make_slot(make_block(edition), submission, "10:00")
        publish(edition, name="1.0", by="chair@example.org")
        return submission.code, author.code


def data_of(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.soup.select_one("script[type='application/ld+json']").text)
    return found


def cards(page: Page) -> dict[str, str]:
    return {
        tag.get("property", tag.get("name")): tag["content"] for tag in page.soup.select("meta[property^='og:'], meta[name^='twitter:']")
    }


def test_shared_front_page_has_its_card(browser: Browser) -> None:
    page = browser.get("/en/2020/")

    kind = "Professional and scientific meeting of the Community of Parent Libraries of Serbia"
    theme = "Cooperation and partnerships: creating a new shared vision for libraries"
    shared = cards(page)
    picture = shared.pop("og:image")
    assert shared == {
        "og:type": "website",
        "og:site_name": "BiblioNet",
        "og:title": theme,
        "og:description": f"{kind}. {theme}. 1–3\N{NO-BREAK SPACE}October 2020, Vranje",
        "og:url": "http://localhost/en/2020/",
        "og:locale": "en",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }
    answer = browser.client.get(picture.removeprefix("http://localhost"), buffered=True)
    assert (answer.mimetype, answer.data[16:24]) == ("image/png", (1200).to_bytes(4, "big") + (630).to_bytes(4, "big"))


def test_meeting_is_told_as_an_event_without_its_examples(browser: Browser) -> None:
    data = data_of(browser.get("/sr/2020/"))

    organisers = [body.pop("@type") and body["name"] for body in data.pop("organizer")]
    assert data.pop("image").startswith("http://localhost/static/img/share.png")
    assert organisers[:2] == ["Заједница матичних библиотека Србије", "Јавна библиотека „Бора Станковић“ и град Врање"]
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Библионет 2020: Сарадња и партнерства: креирање нове заједничке визије за библиотеке",
        "description": "Стручно-научни скуп Заједнице матичних библиотека Србије",
        "startDate": "2020-10-01",
        "endDate": "2020-10-03",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Јавна библиотека „Бора Станковић“",
            "address": {"@type": "PostalAddress", "addressLocality": "Врање"},
        },
        "inLanguage": ["sr", "sr-Latn", "en"],
        "url": "http://localhost/sr/2020/",
    }


@pytest.mark.parametrize("lang", LANGS)
def test_presentation_and_person_are_told_and_never_break_out(browser: Browser, published: tuple[str, str], lang: str) -> None:
    code, person = published

    page = browser.get(f"/{lang}/2020/presentations/{code}")
    event, presenter = data_of(page), data_of(browser.get(f"/{lang}/2020/people/{person}"))

    assert [script.get("type", "script") for script in page.soup.select("script")] == ["script", "application/ld+json"]
    assert event["name"] == ("Love & books" if lang == "en" else event["name"])
    assert event["startDate"] == "2020-10-01T08:00:00+00:00"
    assert [one["name"] for one in event["performer"]] == ["Sean O’Brien </script><b>"]
    assert event["superEvent"]["url"] == f"http://localhost/{lang}/2020/"
    assert (presenter["name"], presenter["performerIn"][0]["name"]) == ("Sean O’Brien </script><b>", event["name"])


def entries(browser: Browser) -> dict[str, dict[str, str]]:
    """Return each address of the map with its alternates."""
    root = etree.fromstring(browser.client.get("/sitemap.xml").data)
    return {
        url.findtext("map:loc", namespaces=_SPACES): {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", _SPACES)}
        for url in root.findall("map:url", _SPACES)
    }


def test_map_names_every_public_page_in_every_language(browser: Browser, published: tuple[str, str]) -> None:
    code, person = published
    pages = [
        "editions",
        "privacy",
        "accessibility",
        "2020/",
        "2020/programme",
        "2020/people",
        f"2020/presentations/{code}",
        f"2020/people/{person}",
    ]

    found = entries(browser)

    assert list(found) == [f"http://localhost/{lang}/{page}" for page in pages for lang in LANGS]
    assert found["http://localhost/en/2020/programme"] == {
        "x-default": "http://localhost/sr/2020/programme",
        **{lang: f"http://localhost/{lang}/2020/programme" for lang in LANGS},
    }
    assert [browser.get(address.removeprefix("http://localhost")).status for address in found] == [200] * len(found)


def test_map_follows_what_is_published_with_few_statements(app: Flask, browser: Browser) -> None:
    before = entries(browser)
    with app.app_context():
        later = next_edition_of(edition_here())
        make_slot(make_block(edition_here()), make_submission(edition_here()), "10:00")
        publish(edition_here(), name="1.0", by="chair@example.org")
        slug = later.slug
    with statements(app) as asked:
        after = entries(browser)

    assert (len(before), len(after), len(asked)) == (12, 27, 2)
    assert f"http://localhost/sr/{slug}/" in after


def test_robots_keep_out_of_what_is_not_public(browser: Browser) -> None:
    lines = browser.client.get("/robots.txt").text.splitlines()

    assert (lines[0], lines[-1]) == ("User-agent: *", "Sitemap: http://localhost/sitemap.xml")
    assert {
        f"Disallow: /{lang}/{part}" for lang in LANGS for part in ("account/", "*/my/", "*/organiser/", "*/reviewer/", "*/desk/")
    } <= set(lines)


def test_archive_shows_editions_the_newest_first_with_their_programmes(app: Flask, browser: Browser, published: tuple[str, str]) -> None:
    with app.app_context():
        later = next_edition_of(edition_here())
        with transaction():
            later.starts_on = later.ends_on = edition_here().ends_on.replace(year=2021)
            later.theme = LocalText(sr="Библиотека од куће", en="The library from home")
        slug = later.slug
    page = browser.get("/en/2020/").follow("All editions")
    with statements(app) as asked:
        browser.get("/en/editions")

    volumes = page.soup.select(".volume")
    assert [[link["href"] for link in volume.select("a")] for volume in volumes] == [[f"/en/{slug}/"], ["/en/2020/", "/en/2020/programme"]]
    assert "1–3 October 2020, Vranje · Public Library “Bora Stanković”" in " ".join(volumes[1].get_text(" ").split())
    assert len(asked) == 1


def test_wrong_address_within_an_edition_offers_a_search_and_the_main_ways(browser: Browser, published: tuple[str, str]) -> None:
    lost = browser.get("/en/2020/nothing-here", status=404)

    ways = [link["href"] for link in lost.soup.select("main ul a")]
    found = lost.form("main form[role=search]").fill(q="love").submit()
    assert ways[:2] == ["/en/2020/programme", "/en/2020/people"]
    assert ways[-2:] == ["/en/2020/my/link", "/en/editions"]
    assert found.soup.select_one(".slot__title a").text == "Love & books"


def test_worker_is_served_for_the_whole_site_and_knows_the_revision(browser: Browser) -> None:
    answer = browser.client.get("/sw.js")
    house = json.loads(answer.text.splitlines()[0].removeprefix("const HOUSE = ").removesuffix(";"))
    again = browser.client.get("/sw.js", headers={"If-None-Match": answer.headers["ETag"]})

    assert (answer.mimetype, answer.headers["Cache-Control"], again.status_code) == ("text/javascript", "private, no-cache", 304)
    assert house["offline"] == {lang: f"/{lang}/offline" for lang in LANGS}
    assert {name: words["copy"] for name, words in house["words"].items()} == {
        "sr": "Страница тренутно није доступна. Ова копија је од {day} у {time}.",
        "sr-Latn": "Stranica trenutno nije dostupna. Ova kopija je od {day} u {time}.",
        "en": "The page cannot be reached now. This copy is from {day} at {time}.",
    }
    assert [browser.client.get(path, buffered=True).status_code for path in (*house["files"], *house["offline"].values())] == [200] * 5
