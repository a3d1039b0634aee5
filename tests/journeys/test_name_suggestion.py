"""While a name is typed, the form says how it would stand in the other script; nothing is sent by an address."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize(
    ("path", "fields", "name", "line", "language"),
    [
        ("/en/2020/register", "", ("Ђорђе", "Његован"), "Name in Latin script: Đorđe Njegovan", "sr-Latn"),
        ("/en/2020/register", "", ("Njegoslava", "Đurić"), "Name in Cyrillic: Његослава Ђурић", "sr"),
        ("/en/2020/submit/authors", "authors-0-", ("Ágnes", "Nagy"), "Name in Cyrillic: stays Ágnes Nagy", "und"),
    ],
)
def test_suggestion_follows_what_is_typed(visit: Visit, path: str, fields: str, name: tuple[str, str], line: str, language: str) -> None:
    visitor = visit()
    visitor.open(path)
    addresses: list[str] = []
    visitor.page.on("request", lambda request: addresses.append(request.url))

    visitor.page.fill(f"#{fields}given_name", name[0])
    visitor.page.fill(f"#{fields}family_name", name[1])

    summary = visitor.page.locator("details[data-name-suggestion] summary")
    expect(summary).to_have_text(line)
    expect(summary.locator("span")).to_have_attribute("lang", language)
    spoken = visitor.page.locator("details[data-name-suggestion] + [role=status]")
    expect(spoken).to_have_text(line)
    expect(spoken.locator("span")).to_have_attribute("lang", language)
    other = visitor.page.locator(f"#{fields}other_given_name")
    assert other.get_attribute("lang") == (None if language == "und" else language)
    assert {address.partition("?")[2] for address in addresses if "suggestion" in address and ".js" not in address} == {""}
