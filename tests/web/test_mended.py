"""Look-alike letters in what people type: put right on save, and told calmly on the next page."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from tests.pages import Browser, Page
from tests.registrations import typed
from tests.submitting import FORM, form_of
from tests.walking import Walk

TITLE = "We corrected the script of these words:"


def told(page: Page) -> list[str]:
    return [" ".join(item.get_text(" ").split()) for item in page.soup.select("main .notice .mended li")]


def wrong_letters(page: Page) -> list[str]:
    return [mark.text for mark in page.soup.select("main .notice .mended mark")]


def on_the_way(browser: Browser, lang: str = "en", **changes: Any) -> list[Page]:
    """Register and return the pages that came after the first: the second, the one with all answers, the one that says it is done."""
    walk = Walk(browser, f"/{lang}/2020/register").fill(typed(**changes))
    walk.submit()
    return walk.seen


def registration_in(app: Flask) -> Registration:
    with app.app_context():
        return db.session.scalars(select(Registration)).one()


def test_a_registration_is_put_right_and_the_next_page_says_so(app: Flask, browser: Browser) -> None:
    answers = {"family_name": "Ђoрђевић", "institution_name": "Дoм културe „Трг“", "institution_place": "Бујанoвац"}

    page, *others = on_the_way(browser, **answers)

    kept = registration_in(app)
    assert (kept.family_name, kept.institution_name, kept.institution_place) == ("Ђорђевић", "Дом културе „Трг“", "Бујановац")
    assert TITLE in page.text
    assert wrong_letters(page) == ["o", "o", "e", "o"]
    assert [line.split()[-1] for line in told(page)] == ["Ђорђевић", "Дом", "културе", "Бујановац"]
    assert [told(other) for other in others] == [[], []]
    assert told(browser.get("/en/2020/register")) == []


def test_what_was_typed_in_one_script_is_not_spoken_of(browser: Browser) -> None:
    assert [TITLE in page.text for page in on_the_way(browser)] == [False] * 3


def test_a_form_that_fails_shows_the_text_put_right_with_the_notice(browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(family_name="Ђoрђевић", email="")).submit(status=422)

    assert page.form(FORM).values["family_name"] == ["Ђорђевић"]
    assert told(page) == ["Ђ o рђевић → is now Ђорђевић"]
    assert told(page.form(FORM).fill(email="ljubica@example.org").submit()) == []


def test_the_mark_keeps_a_word_as_it_was_typed(app: Flask, browser: Browser) -> None:
    page, *_others = on_the_way(browser, institution_name="Клуб -{ЈUБИЛЕЈ}-")

    assert told(page) == []
    assert registration_in(app).institution_name == "Клуб -{ЈUБИЛЕЈ}-"


def test_a_foreign_word_in_quotation_marks_is_left_and_asked_about(app: Flask, browser: Browser) -> None:
    page, *_others = on_the_way(browser, institution_name="Издавач „Librаry“")

    assert registration_in(app).institution_name == "Издавач „Librаry“"
    assert "Check these words:" in page.text
    assert told(page) == ["Libr а ry"]
    assert wrong_letters(page) == ["а"]


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_words_are_told_with_their_language(browser: Browser, lang: str) -> None:
    page, *_others = on_the_way(browser, lang, family_name="Ђoрђевић", given_name="Ljubicа")

    words = page.soup.select("main .notice .mended li")
    assert [{element["lang"] for element in word.select("[lang]")} for word in words] == [{"sr-Latn"}, {"sr"}]


def test_many_words_are_counted(browser: Browser) -> None:
    text = " ".join(f"Врaњa{letter}" for letter in "абвгдђежзијклмн")

    page, *_others = on_the_way(browser, institution_name=text)

    assert len(told(page)) == 8
    assert "The same holds for 7 more words." in page.text


def test_a_submission_is_put_right_everywhere(app: Flask, browser: Browser) -> None:
    pages: dict[str, dict[str, Any]] = {
        "paper": {"kind": ["paper"], "subtopic": ["literacy"]},
        "abstract": {"title_sr": "Књигe у парку", "abstract_sr": "Читaње у парку.", "keywords_sr": "књигe; парк"},
        "authors": {
            "authors-0-given_name": "Љубицa",
            "authors-0-family_name": "Ђорђевић",
            "authors-0-email": "ljubica@example.org",
            "authors-0-institution_name": "Библиoтека",
            "authors-0-institution_kind": ["library"],
        },
        "partners": {"partners-0-name": "Шкoла", "partners-0-sector": ["culture"]},
        "file": {},
    }
    form_of(browser, "partners").submit("do=add-partner")

    after = {name: form_of(browser, name).fill(answers).submit("do=send") for name, answers in pages.items()}
    page = after["file"].form(FORM).submit()

    with app.app_context():
        kept = db.session.scalars(select(Submission)).one()
        assert (kept.title.sr, kept.abstract.sr, kept.keywords.sr) == ("Књиге у парку", "Читање у парку.", "књиге; парк")
        assert (kept.authors[0].given_name, kept.authors[0].institution_name) == ("Љубица", "Библиотека")
        assert kept.partners[0].name == "Школа"
    assert [{line.split()[-1] for line in told(one)} for one in (*after.values(), page)] == [
        set(),
        {"Књиге", "Читање", "књиге"},
        {"Љубица", "Библиотека"},
        {"Школа"},
        set(),
        set(),
    ]


def test_texts_of_the_edition_are_put_right(app: Flask, staff: Callable[..., Browser]) -> None:
    organiser = staff("administrator")

    page = organiser.get("/en/2020/organiser/edition/rooms/add").form("main form").fill({"name-sr": "Сaла", "name-en": "Rоom"}).submit()

    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        assert (edition.rooms[-1].name.sr, edition.rooms[-1].name.en) == ("Сала", "Room")
    assert [line.split()[-1] for line in told(page)] == ["Сала", "Room"]


def test_a_search_is_not_spoken_of(staff: Callable[..., Browser]) -> None:
    page = staff("administrator").get("/en/2020/organiser/registrations", query={"q": "Врaњa"})

    assert told(page) == []


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("ljubica@exаmple.org", "In ljubica@exаmple.org the letter “а” is Cyrillic. Type the address in Latin script."),
        ("љубица@example.org", "In љубица@example.org the letter “љ” is Cyrillic. Type the address in Latin script."),
        ("ljubica@пoшта.срб", "In ljubica@пoшта.срб the letter “o” is Latin. Type that word in Cyrillic."),
    ],
)
def test_a_letter_of_the_other_alphabet_in_an_address_is_named(browser: Browser, address: str, sentence: str) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(email=address)).submit(status=422)

    assert page.errors() == [sentence]
    assert page.form(FORM).values["email"] == [address]


def test_a_website_is_not_changed_in_silence(staff: Callable[..., Browser]) -> None:
    form = staff("administrator").get("/en/2020/organiser/edition/places").form("main form")

    page = form.fill({"host_website": "https://www.bibliоteka.rs"}).submit(status=422)

    assert page.errors() == ["In https://www.bibliоteka.rs the letter “о” is Cyrillic. Type the address in Latin script."]


def test_a_word_whose_alphabet_is_not_clear_follows_the_other_answers(app: Flask, browser: Browser) -> None:
    page, *_others = on_the_way(browser, family_name="Тapa")

    assert registration_in(app).family_name == "Тара"
    assert [line.split()[-1] for line in told(page)] == ["Тара"]


def test_a_word_that_nothing_tells_about_is_left_and_asked_about(app: Flask, browser: Browser) -> None:
    page, *_others = on_the_way(browser, institution_name="Facebookом")

    assert registration_in(app).institution_name == "Facebookом"
    assert "so do words whose alphabet is not clear" in page.text
    assert wrong_letters(page) == ["о", "м"]


def test_a_text_that_is_too_long_is_refused_as_it_was_typed(browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(institution_name="Врaњa " * 9000)).submit(status=422)

    assert told(page) == []
