"""Searching on the pages: what is close is said in the reader's script, the best comes first, signs stay signs."""

from collections.abc import Callable

import pytest
from flask import current_app

from biblionet_reg.domain.text import LocalText
from biblionet_reg.queries import editions
from tests.pages import Browser, Page
from tests.registrations import registered
from tests.reviewing import submission_in


@pytest.fixture(autouse=True)
def records(prepared: Callable[[Callable[[], object]], None]) -> None:
    """Two people and two papers."""
    prepared(two_people_and_two_papers)


def two_people_and_two_papers() -> None:
    registered(current_app)
    registered(current_app, given_name="Марко", family_name="Ђорђевић", email="marko@example.org")
    edition = editions.by_slug("2020")
    assert edition is not None
    submission_in(edition, title=LocalText(sr="Ноћ читања", en="A night of reading"))
    submission_in(edition, title=LocalText(sr="Парк", en="Park"), keywords=LocalText(sr="ноћ", en="night"))


def said(page: Page) -> str:
    found = page.soup.select_one('main p[role="status"]')
    return " ".join(found.get_text().split()) if found else ""


def links(page: Page) -> list[str]:
    return [" ".join(link.get_text(" ").split()) for link in page.soup.select("tbody th > a")]


@pytest.mark.parametrize("place", ["organiser/registrations", "organiser/submissions", "organiser/letters"])
def test_what_is_close_is_said(staff: Callable[..., Browser], place: str) -> None:
    organiser = staff("administrator", "chair")

    exact = organiser.get(f"/en/2020/{place}", query={"q": "Ђорђевић"})
    close = organiser.get(f"/en/2020/{place}", query={"q": "Djordjvic"})

    assert said(exact) == ""
    assert said(close) == "Nothing has “Djordjvic”; showing what is close: Đorđević"
    assert links(close) == links(exact) != []


def test_what_is_close_is_said_in_the_script_of_the_page(staff: Callable[..., Browser]) -> None:
    organiser = staff("administrator")

    pages = [organiser.get(f"/{lang}/2020/organiser/registrations", query={"q": "Ђорђвић"}) for lang in ("sr", "sr-Latn")]

    assert [said(page) for page in pages] == [
        "Ништа не садржи „Ђорђвић“; приказано је слично: Ђорђевић",
        "Ništa ne sadrži „Ђорђвић“; prikazano je slično: Đorđević",
    ]


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
@pytest.mark.parametrize(("typed", "tag"), [("Ђорђвић", "sr"), ("Đorđvić", "sr-Latn"), ("<ђорђвић>", "sr")])
def test_what_was_typed_is_told_letter_for_letter_in_its_language(staff: Callable[..., Browser], lang: str, typed: str, tag: str) -> None:
    page = staff("administrator").get(f"/{lang}/2020/organiser/registrations", query={"q": typed})

    told = page.soup.select_one('main p[role="status"] bdi')
    assert (told.text, told.attrs) == (typed, {"lang": tag, "translate": "no"})


def test_nothing_close_says_nothing(staff: Callable[..., Browser]) -> None:
    page = staff("administrator").get("/en/2020/organiser/registrations", query={"q": "<script>%_ 😀"})

    assert (said(page), links(page)) == ("", [])
    assert "No registration matches your search" in page.text


def test_the_best_submission_comes_first_unless_another_order_is_chosen(staff: Callable[..., Browser]) -> None:
    organiser = staff("chair")

    best = organiser.get("/en/2020/organiser/submissions", query={"q": "night"})
    newest = best.form("main form.filters").fill(sort="newest").submit()

    assert (links(best), links(newest)) == (["A night of reading", "Park"], ["Park", "A night of reading"])


def test_a_reviewer_searches_and_keeps_which_submissions_are_shown(staff: Callable[..., Browser]) -> None:
    home = staff("reviewer").get("/en/2020/reviewer/", query={"show": "unreviewed"})

    found = home.form("main form[role=search]").fill(q="citanja ноћ").submit()
    empty = found.form("main form[role=search]").fill(q="nowhere").submit()

    assert links(found) == ["A night of reading"]
    assert "show=unreviewed" in found.soup.select_one(".pill")["href"]
    assert "No submission matches your search" in empty.text


@pytest.mark.parametrize("typed", ["%", "\\", "'", '"', "ж" * 10_000, "\x00a", "😀", " ", "-" * 500])
@pytest.mark.parametrize("place", ["organiser/registrations", "organiser/submissions", "organiser/letters", "reviewer/"])
def test_whatever_is_typed_is_answered(staff: Callable[..., Browser], place: str, typed: str) -> None:
    staff("administrator", "chair", "reviewer").get(f"/sr-Latn/2020/{place}", query={"q": typed})
