"""Reading edition files: what is right is read whole, what is wrong is told with its place."""

import json
from base64 import b64encode
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.edition_file import FILE_FIELDS, Mending
from biblionet_reg.domain.edition_parts import NewsEntry, OrganiserEntry, RoomEntry, ScriptWordEntry, SubtopicEntry
from biblionet_reg.domain.picture import PictureFormat, Pictures
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.exports.edition_file import edition_json
from biblionet_reg.imports.edition_file import read_edition_file
from biblionet_reg.imports.faults import FaultyFile
from tests.drawing import cover, svg

ROOT = Path(__file__).resolve().parent.parent.parent
BUNDLED = ROOT / "biblionet_reg/data/edition-2020.json"
SMALL = ROOT / "tests/data/edition-small.json"
IN_LATIN = "must be a word in Latin script, but holds a Cyrillic letter"
IN_CYRILLIC = "must be a word in Cyrillic, but holds a Latin letter"
ONE_WORD = "must be one word: only what is protected may have blanks"


def small(**changes: Any) -> dict[str, Any]:
    return {**json.loads(SMALL.read_text(encoding="utf-8")), **changes}


def faults_of(data: Any) -> list[str]:
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(FaultyFile) as caught:
        read_edition_file(content)
    return [str(fault) for fault in caught.value.faults]


def test_bundled_edition_is_written_as_export_writes_it() -> None:
    content = BUNDLED.read_bytes()

    written = edition_json(read_edition_file(content))

    assert written.encode() == content


def test_bundled_edition_has_the_facts_of_the_call() -> None:
    edition = read_edition_file(BUNDLED.read_bytes())

    assert (edition.slug, edition.number, edition.starts_on, edition.ends_on) == ("2020", 14, date(2020, 10, 1), date(2020, 10, 3))
    assert (len(edition.subtopics), len(edition.sectors), len(edition.rooms), len(edition.meals)) == (11, 8, 3, 8)
    assert [body.role for body in edition.organisers] == list(OrganiserRole)
    assert {"rooms", "meals", "venue_address", "call_closes_at"} <= set(edition.examples)
    assert not {"theme", "host_name", "subtopics", "starts_on", "office_hours"} & set(edition.examples)


def test_small_file_is_read_whole() -> None:
    edition = read_edition_file(SMALL.read_bytes())

    assert edition.rooms == (
        RoomEntry(code="theatre", name=LocalText(sr="Народно позориште", en="National Theatre"), seats=300),
        RoomEntry(code="attic", name=LocalText(sr="Поткровље")),
    )
    assert edition.subtopics[0] == SubtopicEntry(code="children", title=LocalText(sr="Деца као читаоци", en="Children as readers"))
    assert edition.call_closes_at == datetime.fromisoformat("2030-12-01T23:59:59+01:00")
    assert "meals" not in edition.named


def test_paragraphs_may_be_a_list() -> None:
    edition = read_edition_file(json.dumps(small(idea={"sr": ["Прво.", "Друго."]})).encode())

    assert edition.idea == LocalText(sr="Прво.\n\nДруго.")


def test_words_are_read_and_written_the_same() -> None:
    words = [{"kind": "pair", "latin": "BiblioNet", "cyrillic": "Библионет"}, {"kind": "protected", "latin": "LibreOffice"}]

    edition = read_edition_file(json.dumps(small(words=words)).encode())

    assert edition.words == (
        ScriptWordEntry(kind=ScriptWordKind.PAIR, latin="BiblioNet", cyrillic="Библионет"),
        ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="LibreOffice"),
    )
    assert json.loads(edition_json(edition))["words"] == words


def test_look_alike_letters_are_put_right_and_told() -> None:
    changes = {"theme": {"sr": "Библиoтека за све", "en": "The librаry"}, "venue_name": {"sr": "Дом „Librаry“ и -{Врaње}-"}}

    edition = read_edition_file(json.dumps(small(**changes)).encode())

    assert edition.theme == LocalText(sr="Библиотека за све", en="The library")
    assert edition.venue_name == LocalText(sr="Дом „Librаry“ и -{Врaње}-")
    assert edition.mended == (
        Mending("theme.sr", "Библиoтека", "Библиотека"),
        Mending("theme.en", "librаry", "library"),
        Mending("venue_name.sr", "Librаry"),
    )


def test_markup_and_apostrophes_are_kept() -> None:
    edition = read_edition_file(json.dumps(small(theme={"sr": "<b>O'Нил</b> 📚"})).encode())

    assert edition.theme.sr == "<b>O'Нил</b> 📚"


def test_every_fault_is_told_with_its_place() -> None:
    data = small(
        number="14",
        theme={"sr": "а" * 301, "de": "Thema"},
        colour="red",
        contact_email="nobody",
        host_website="javascript:alert(1)",
        starts_on="6.2.2031.",
        call_closes_at="2030-12-01T23:59",
        rooms=[{"code": "Great Room", "name": {"sr": "Сала"}, "seats": 0, "colour": "blue"}, {"name": {}}],
        examples=["slug", "rooms", "rooms"],
        surprise=True,
    )
    del data["host_place"]

    assert faults_of(data) == [
        "host_place: is missing",
        "surprise: is not a field of an edition file: see docs/edition-file.md",
        "number: must be a whole number from 1 to 999, or null",
        "theme.de: is not a language of the edition: use sr, en or sr-Latn",
        "theme.sr: is 301 characters long: 300 is the most",
        "host_website: must be a web address such as https://example.org",
        'starts_on: must be a day such as "2020-10-01"',
        "contact_email: must be an e-mail address such as name@example.org",
        'call_closes_at: must be a moment with its offset, such as "2020-08-31T23:59:59+02:00", or null',
        'colour: must be a colour such as "#7a1f3d"',
        "examples[0]: is not a field that can be an example",
        "examples[2]: “rooms” stands twice",
        "rooms[0].colour: is not a field here: use code, name, place, seats",
        "rooms[0].code: must be small Latin letters, digits and single dashes, 60 characters at most",
        "rooms[0].seats: must be a whole number from 1 to 100000, or null",
        "rooms[1].code: is missing",
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"format": 2}, "format: must be 1"),
        ({"slug": "account"}, "slug: “account” is an address of the site itself: choose another"),
        ({"slug": "Сомбор"}, "slug: must be small Latin letters, digits and single dashes, 60 characters at most"),
        ({"time_zone": "Belgrade"}, 'time_zone: must be a time zone such as "Europe/Belgrade"'),
        ({"ends_on": "2031-02-05"}, "ends_on: must not be before starts_on"),
        ({"ends_on": "2031-04-05"}, "ends_on: must be at most 30 days after starts_on"),
        ({"call_opens_at": "2030-12-02T00:00:00+01:00"}, "call_closes_at: must be after call_opens_at"),
        ({"decisions_due_on": "2030-11-30"}, "decisions_due_on: must not be before the day of call_closes_at"),
        ({"registration_closes_at": "2031-02-08T00:00:00+01:00"}, "registration_closes_at: must not be after ends_on"),
        (
            {"call_closes_at": "2030-12-01T23:59:59+02:00"},
            "call_closes_at: has an offset that Europe/Belgrade does not have then: write 2030-12-01T22:59:59+01:00",
        ),
        ({"call_closes_at": "0001-01-01T00:00:00+00:00"}, "call_closes_at: must be a moment of our times"),
        ({"theme": {"sr": "", "en": " "}}, "theme: must hold a text in sr or en"),
        ({"theme": "Тема"}, 'theme: must be an object with the text in its languages, such as {"sr": "…", "en": "…"}'),
        ({"theme": {"sr": 5}}, "theme.sr: must be a text in quotes, or a list of paragraphs"),
        ({"theme": {"sr": "скривено\u202eтекст"}}, "theme.sr: holds the invisible character U+202E: remove it"),
        ({"theme": {"sr": "нула\x00"}}, "theme.sr: holds the invisible character U+0000: remove it"),
        ({"theme": {"sr": "пола\ud83d"}}, "theme.sr: holds the invisible character U+D83D: remove it"),
        ({"participant_limit": True}, "participant_limit: must be a whole number from 0 to 100000, or null"),
        ({"abstract_limit": None}, "abstract_limit: must be a whole number from 200 to 20000"),
        ({"rooms": {}}, "rooms: must be a list of at most 500 objects"),
        ({"rooms": ["сала"]}, "rooms[0]: must be an object: { … }"),
        (
            {"sectors": [{"code": "x", "title": {"sr": "А"}}, {"code": "x", "title": {"sr": "Б"}}]},
            "sectors[1]: “x” stands twice in the list",
        ),
        ({"meals": [{"code": "x", "day": "2031-02-08", "title": {"sr": "Ручак"}}]}, "meals[0].day: must be a day of the edition"),
        (
            {"organisers": [{"role": "boss", "name": {"sr": "Тело"}}]},
            "organisers[0].role: must be one of programme, host, executive, patron",
        ),
        ({"contact_email": "mаrko@example.rs"}, "contact_email: holds the Cyrillic letter “а”: type it in Latin"),
        ({"host_website": "https://пoшта.срб"}, "host_website: holds the Latin letter “o”: type it in Cyrillic"),
        ({"words": [{"kind": "pair", "latin": "Врање", "cyrillic": "Врање"}]}, f"words[0].latin: {IN_LATIN}"),
        ({"words": [{"kind": "pair", "latin": "Vranje", "cyrillic": "Vranje"}]}, f"words[0].cyrillic: {IN_CYRILLIC}"),
        ({"words": [{"kind": "pair", "latin": "open access", "cyrillic": "отворено"}]}, f"words[0].latin: {ONE_WORD}"),
        ({"words": [{"kind": "protected", "latin": "{Vranje}"}]}, "words[0].latin: must have no braces"),
        ({"words": [{"kind": "pair", "latin": "Vranje"}]}, "words[0].cyrillic: must be the Cyrillic form of the pair"),
        (
            {"words": [{"kind": "protected", "latin": "IFLA", "cyrillic": "ИФЛА"}]},
            "words[0].cyrillic: must be left out: a protected word has no Cyrillic form",
        ),
        ({"words": [{"kind": "other", "latin": "IFLA"}]}, "words[0].kind: must be one of protected, pair"),
        (
            {"words": [{"kind": "protected", "latin": "IFLA"}, {"kind": "protected", "latin": "ifla"}]},
            "words[1]: “ifla” stands twice in the list",
        ),
        ({"examples": ["words"]}, "examples[0]: is not a field that can be an example"),
        ({"examples": "rooms"}, "examples: must be a list of names of fields"),
        ({"examples": [["rooms"]]}, "examples[0]: is not a field that can be an example"),
    ],
)
def test_a_fault_is_told(changes: dict[str, Any], fault: str) -> None:
    assert faults_of(small(**changes)) == [fault]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "The file is not JSON: line 1, column 1: Expecting value."),
        (b"{\n 'slug': 1}", "The file is not JSON: line 2, column 2: Expecting property name enclosed in double quotes."),
        ("тест".encode("cp1251"), "The file is not UTF-8 text (byte 1)."),
        (b"[1]", "The file must hold one JSON object: { … }."),
        (b'{"slug": "a", "slug": "b"}', "“slug” stands twice in the same object: keep one."),
        (b"[" * 100_000, "The file is nested too deep."),
        (b'{"number": ' + b"9" * 5000 + b"}", "The file holds a number that is too long."),
        (b" " * (14 * 1024 * 1024 + 1), "The file is larger than 14 MB."),
    ],
)
def test_what_is_no_file_of_ours_is_told_in_one_line(content: bytes, fault: str) -> None:
    assert faults_of(content) == [fault]


def test_organisers_and_news_are_told_apart_by_what_they_say() -> None:
    body = {"role": "host", "name": {"sr": "Библиотека"}}
    news = {"published_on": "2031-01-01", "title": {"sr": "Вест"}}

    edition = read_edition_file(json.dumps(small(organisers=[body, {**body, "role": "patron"}], news=[news])).encode())

    assert edition.organisers == (
        OrganiserEntry(role=OrganiserRole.HOST, name=LocalText(sr="Библиотека")),
        OrganiserEntry(role=OrganiserRole.PATRON, name=LocalText(sr="Библиотека")),
    )
    assert edition.news == (NewsEntry(published_on=date(2031, 1, 1), title=LocalText(sr="Вест")),)
    assert faults_of(small(organisers=[body, body], news=[news, news])) == [
        "organisers[1]: “host/Библиотека” stands twice in the list",
        "news[1]: “2031-01-01/Вест” stands twice in the list",
    ]


def test_example_of_the_documentation_is_a_whole_file() -> None:
    document = (ROOT / "docs/edition-file.md").read_text(encoding="utf-8")
    example = document.split("```json\n")[1].split("```")[0]

    edition = read_edition_file(example.encode())

    assert (edition.slug, edition.idea.sr, len(edition.news)) == ("2031", "Први пасус.\n\nДруги пасус.", 1)


def test_every_field_is_documented() -> None:
    document = (ROOT / "docs/edition-file.md").read_text(encoding="utf-8")

    assert [name for name in FILE_FIELDS if f"`{name}`" not in document] == []


def test_pictures_are_read_with_the_words_of_the_cover() -> None:
    given = {"emblem": b64encode(svg()).decode(), "cover": b64encode(cover()).decode(), "cover_alt": {"sr": "Брда"}}

    found = read_edition_file(json.dumps(small(pictures=given)).encode()).pictures

    assert found is not None
    assert found.emblem is not None
    assert found.cover is not None
    assert (found.emblem.format, found.cover.width, found.cover_alt.sr, found.cover_credit.sr) == (PictureFormat.SVG, 1600, "Брда", "")


def test_a_file_without_pictures_says_nothing_of_them() -> None:
    assert read_edition_file(SMALL.read_bytes()).pictures is None
    assert read_edition_file(json.dumps(small(pictures={})).encode()).pictures == Pictures()


def test_faulty_pictures_are_told_with_their_place() -> None:
    faulty = {
        "emblem": "not base64!",
        "cover": b64encode(cover(900, 600)).decode(),
        "logo": "",
        "cover_credit": {"sr": "x" * 201},
    }

    assert faults_of(small(pictures=faulty)) == [
        "pictures.logo: is not a field here: use emblem, cover, cover_alt, cover_credit",
        "pictures.emblem: must be the bytes of a picture in base64",
        "pictures.cover: is not taken (too small): see docs/edition-file.md",
        "pictures.cover_credit.sr: is 201 characters long: 200 is the most",
    ]
    assert faults_of(small(pictures=[])) == ["pictures: must be an object with emblem, cover, cover_alt, cover_credit"]
    assert faults_of(small(pictures={"emblem": 7})) == ["pictures.emblem: must be the bytes of a picture in base64"]
