"""Views of lists under names of one's own: saved, opened, renamed, removed and brought back; nobody else sees them."""

from collections.abc import Callable

import pytest
from flask import Flask

from biblionet_reg.domain import saved_view
from biblionet_reg.services import saved_views
from tests.pages import Browser, Page
from tests.registrations import registered

LIST = "/en/2020/organiser/registrations"
VIEWS = "/en/2020/organiser/saved-views"


@pytest.fixture
def host(app: Flask, staff: Callable[..., Browser]) -> Browser:
    registered(app)
    registered(app, given_name="Seán", family_name="O’Brien", email="s@example.org")
    return staff("host")


def ways(page: Page) -> list[tuple[str, bool]]:
    """The names above the list, and which of them is open."""
    return [(link.text, link.has_attr("aria-current")) for link in page.soup.select(".saved-views__view")]


def save(browser: Browser, name: str = "Љубице", **query: str | list[str]) -> Page:
    return browser.get(LIST, query=query or {"q": "ljubica"}).follow("Save this view").form("main form").fill(name=name).submit()


def test_a_view_is_saved_and_opened_from_above_the_list(host: Browser) -> None:
    assert "Save this view" not in host.get(LIST).text

    saved = save(host, "Адресе", q="ljubica", columns=["name", "email"], page="3", state="")
    plain = host.get(LIST)
    opened = plain.follow("Adrese")

    assert (saved.path, opened.path) == (f"{LIST}?q=ljubica&columns=name&columns=email",) * 2
    assert "The view “Adrese” is saved." in saved.text
    assert (ways(saved), ways(plain), ways(opened)) == ([("Adrese", True)], [("Adrese", False)], [("Adrese", True)])
    assert "Save this view" not in opened.text
    assert [cell.text for cell in opened.soup.select("tbody :is(th, td:not(.table__tick))")] == ["Đorđević Ljubica", "ljubica@example.org"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Enter a name for the view"),
        ("ж" * 61, "Name of the view must be 60 characters or fewer"),
        ("Љубице", "You have a view of this list with this name already. Choose another name."),
    ],
)
def test_a_name_that_will_not_do_is_said_and_what_was_typed_stays(host: Browser, name: str, sentence: str) -> None:
    save(host)

    page = host.get(LIST, query={"q": "brien"}).follow("Save this view").form("main form").fill(name=name).submit(status=422)

    assert (page.errors(), page.form("main form").values["name"]) == ([sentence], [name])
    assert page.form("main form").fill(name="Друга").submit().path == f"{LIST}?q=brien"


def test_there_is_an_end_to_how_many_one_may_have(host: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "MOST_VIEWS", 1)
    save(host)

    page = host.get(LIST, query={"q": "brien"}).follow("Save this view").form("main form").fill(name="Друга").submit(status=422)

    assert page.errors() == [f"You have {saved_view.MOST_VIEWS} views of this list already. Remove one first."]


def test_a_view_is_renamed(host: Browser) -> None:
    save(host)

    page = host.get(LIST).follow("Change saved views").follow("Rename").form("main form").fill(name="Све Љубице").submit()

    assert (page.path, ways(host.get(LIST))) == (VIEWS, [("Sve Ljubice", False)])


def test_a_rename_to_another_views_name_is_refused(host: Browser) -> None:
    save(host)
    save(host, "Друга", q="brien")

    page = host.get(VIEWS).follow("Rename").form("main form").fill(name="Друга").submit(status=422)

    assert page.errors() == ["You have a view of this list with this name already. Choose another name."]
    assert ways(host.get(LIST)) == [("Ljubice", False), ("Druga", False)]


def test_a_view_is_removed_and_brought_back(host: Browser) -> None:
    save(host)

    removed = host.get(VIEWS).form("main form").submit()
    gone = ways(host.get(LIST))
    back = removed.form("form[action$='/restore']").submit()

    assert "The view “ Ljubice ” is removed." in removed.text
    assert "The view “Ljubice” is back." in back.text
    assert (gone, ways(host.get(LIST))) == ([], [("Ljubice", False)])
    assert host.get(LIST).follow("Ljubice").path == f"{LIST}?q=ljubica"
    assert "is removed" not in host.get(VIEWS).text


def test_bringing_back_twice_brings_back_once(host: Browser) -> None:
    save(host)
    form = host.get(VIEWS).form("main form").submit().form("form[action$='/restore']")

    form.submit()
    again = form.submit()

    assert "You have a view of this list with this name already." in again.text
    assert ways(host.get(LIST)) == [("Ljubice", False)]


def test_views_are_ones_own(host: Browser, staff: Callable[..., Browser]) -> None:
    save(host)
    address = str(host.get(VIEWS).soup.select("main tbody td a")[0]["href"])
    desk = staff("desk")

    assert ways(desk.get(LIST)) == []
    assert "You have saved no view yet" in desk.get(VIEWS).text
    desk.get(address, status=404)


def test_views_of_a_list_are_saved_by_whoever_may_read_it(host: Browser) -> None:
    host.get(f"{VIEWS}/letters/save?state=draft", status=403)
    host.get(f"{VIEWS}/people/save", status=404)
