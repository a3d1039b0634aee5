"""What goes wrong in a browser: pressing twice, going back, an old page, a file that is too large. Nothing typed is lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from biblionet_reg.domain.language import Lang
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import SEND, Visitor
from tests.journeys.words import words

Visit = Callable[..., Visitor]
_MEGABYTE = 1024 * 1024


def filled_registration(visitor: Visitor, email: str) -> None:
    visitor.open("/sr/2020/register")
    steps.fill_pages(visitor, steps.LIBRARIAN | {"email": email}, library="institution")


def filled_paper(visitor: Visitor, email: str) -> None:
    visitor.open("/sr/2020/submit")
    steps.fill_pages(visitor, steps.PAPER | {"authors-0-email": email})


def arrived(running: House, table: str, email: str) -> int:
    """Return how many rows of `table` came in with this address, once the letter that goes last is there."""
    running.mailbox.wait_for(email)
    return running.count(table, email=email)


def press_twice(visitor: Visitor) -> None:
    """Press the button twice as a nervous hand does."""
    visitor.page.locator(SEND).dblclick()
    expect(visitor.page).to_have_url(re.compile("/done$"))  # the second press breaks the first one's navigation off
    visitor.page.wait_for_load_state()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_makes_one_record(running: House, visit: Visit, javascript: bool) -> None:
    visitor = visit(javascript=javascript, axe=False)
    email = f"twice-{javascript}@example.org".lower()

    filled_registration(visitor, email)
    press_twice(visitor)
    assert arrived(running, "registration", email) == 1

    filled_paper(visitor, email)
    press_twice(visitor)
    assert visitor.code.startswith("S-")
    assert running.count("author", email=email) == 1
    assert running.count("letter", to_email=email) == 2


def go_back_and_send_again(visitor: Visitor) -> None:
    """Go back, and press the button once more where the browser still shows the page that was sent."""
    visitor.page.go_back()
    if visitor.page.locator(SEND).count():
        visitor.press()


def test_going_back_and_sending_again_makes_no_second_record(running: House, visit: Visit) -> None:
    visitor = visit(axe=False)

    filled_paper(visitor, "back@example.org")
    code = steps.send_paper(visitor)
    go_back_and_send_again(visitor)
    assert visitor.code == code
    assert running.count("author", email="back@example.org") == 1

    filled_registration(visitor, "back@example.org")
    visitor.press()
    code = visitor.code
    go_back_and_send_again(visitor)
    assert visitor.code == code
    assert arrived(running, "registration", "back@example.org") == 1


def test_going_back_and_changing_a_word_corrects_the_record(running: House, visit: Visit) -> None:
    visitor = visit()
    email = "corrected@example.org"

    filled_paper(visitor, email)
    code = steps.send_paper(visitor)
    visitor.open("/sr/2020/submit")
    steps.fill_pages(visitor, steps.PAPER | {"authors-0-email": email, "title_sr": "Други наслов истог рада"})
    visitor.press()
    assert visitor.status == 422
    assert visitor.page.evaluate("document.activeElement.hasAttribute('data-sent-already')")
    assert "Други наслов истог рада" in visitor.text
    visitor.press(f"[data-sent-already] button[value='change-{code}']")
    assert (visitor.code, running.count("author", email=email)) == (code, 1)

    filled_registration(visitor, email)
    visitor.press()
    code = visitor.code
    visitor.open("/sr/2020/register")
    steps.fill_pages(visitor, steps.LIBRARIAN | {"email": email, "professional_title": "саветник"}, library="institution")
    visitor.press()
    assert (visitor.code, running.count("registration", email=email)) == (code, 1)


def test_a_page_open_for_too_long_keeps_everything_typed(running: House, visit: Visit) -> None:
    visitor = visit()
    names = ("given_name", "family_name", "email", "institution", "professional_title")
    expired = words(Lang.SR, "This page was open for too long. Your answers are still here: check them and send the form again.")

    visitor.open("/sr/2020/register")
    visitor.fill(**{name: answer for name, answer in (steps.LIBRARIAN | {"email": "late@example.org"}).items() if name in (*names, "role")})
    steps.choose_library(visitor, "institution")
    typed = visitor.typed(*names)
    visitor.page.context.clear_cookies(name="session")
    visitor.press()

    assert visitor.status == 422
    assert expired in visitor.text
    assert visitor.typed(*names) == typed
    assert visitor.chosen("role") == [steps.LIBRARIAN["role"]]

    visitor.press()
    visitor.fill(days=steps.LIBRARIAN["days"])
    visitor.page.context.clear_cookies(name="session")
    visitor.press()

    assert visitor.status == 422
    assert expired in visitor.text
    assert visitor.chosen("days") == steps.LIBRARIAN["days"]

    visitor.press()
    assert visitor.path == "/sr/2020/register/check"
    visitor.press()
    assert visitor.code.startswith("R-")
    assert arrived(running, "registration", "late@example.org") == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_a_file_that_is_too_large_gets_its_sentence_and_loses_nothing(visit: Visit, tmp_path: Path, javascript: bool) -> None:
    visitor = visit(javascript=javascript, axe=False)
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7\n" + b"0" * (25 * _MEGABYTE))
    sentence = words(Lang.SR, "The file is larger than %(limit)s MB. Choose a smaller file.", limit="20")

    answers = steps.PAPER | {"authors-0-email": "large@example.org"}
    visitor.open("/sr/2020/submit")
    steps.fill_pages(visitor, answers, until="/file")
    visitor.fill(file=large)
    if javascript:
        visitor.page.locator(SEND).click()
    else:
        visitor.press()
        assert visitor.status == 422

    assert sentence in visitor.page.locator(".field", has=visitor.page.locator("[name='file']")).inner_text()

    steps.fill_pages(visitor, {"file": steps.small_pdf(tmp_path)})
    assert all(words in visitor.text for words in (answers["title_sr"], answers["authors-0-email"], "čitanje-u-parku.pdf"))
    assert steps.send_paper(visitor).startswith("S-")
