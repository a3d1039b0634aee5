"""A file travels on its own with its progress shown; stopped, refused or cut off, nothing else is lost."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from biblionet_reg.domain.language import Lang
from tests.journeys import steps
from tests.journeys.axe import violations
from tests.journeys.house import House
from tests.journeys.visitor import SEND, Visitor
from tests.journeys.words import words

Visit = Callable[..., Visitor]
_MEGABYTE = 1024 * 1024


def _at_file_page(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.open("/sr/2020/submit/file")
    return visitor


def _slowly(visitor: Visitor, bytes_a_second: int) -> None:
    """Let this window send so fast; -1 is as fast as it can."""
    network = visitor.page.context.new_cdp_session(visitor.page)
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second},
    )


def _large(folder: Path) -> Path:
    path = folder / "велики рад.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"0" * (8 * _MEGABYTE) + b"\n%%EOF\n")
    return path


def _kept(visitor: Visitor) -> Locator:
    return visitor.page.locator("[data-upload-kept]")


def test_a_chosen_file_is_kept_at_once(running: House, visit: Visit, tmp_path: Path) -> None:
    visitor = _at_file_page(visit)

    visitor.fill(file=steps.small_pdf(tmp_path))

    expect(_kept(visitor)).to_contain_text("čitanje-u-parku.pdf")
    expect(visitor.page.locator(".kept__now")).not_to_be_empty()
    visitor.open("/sr/2020/submit/file")
    expect(_kept(visitor)).to_contain_text("čitanje-u-parku.pdf")


def test_progress_is_shown_and_sending_can_be_stopped(running: House, visit: Visit, tmp_path: Path) -> None:
    visitor = _at_file_page(visit)
    _slowly(visitor, _MEGABYTE)

    visitor.fill(file=_large(tmp_path))

    bar = visitor.page.locator("progress")
    expect(bar).to_be_visible()
    expect(visitor.page.locator(".upload__words")).to_contain_text("велики рад.pdf")
    assert violations(visitor.page) == []
    visitor.page.locator(".upload button").click()
    expect(bar).to_have_count(0)
    expect(visitor.page.locator(".upload__status")).to_have_text(words(Lang.SR, "The file was not sent."))
    assert _kept(visitor).inner_text().strip() == ""


def test_going_on_waits_for_the_file(running: House, visit: Visit, tmp_path: Path) -> None:
    visitor = _at_file_page(visit)
    _slowly(visitor, 2 * _MEGABYTE)
    visitor.fill(file=_large(tmp_path))
    expect(visitor.page.locator("progress")).to_be_visible()

    visitor.page.locator(SEND).click()

    expect(visitor.page.locator(".upload__status")).to_have_text(words(Lang.SR, "We will continue as soon as the whole file has arrived."))
    visitor.page.wait_for_url("**/sr/2020/submit")
    visitor.open("/sr/2020/submit/file")
    expect(_kept(visitor)).to_contain_text("велики рад.pdf")


def test_a_file_that_is_not_taken_gets_its_sentence_at_once(running: House, visit: Visit, tmp_path: Path) -> None:
    visitor = _at_file_page(visit)
    wrong = tmp_path / "рад.pdf"
    wrong.write_bytes(b"MZ\x90")

    visitor.fill(file=wrong)

    sentence = words(Lang.SR, "The file is not what its name says. Save it again as PDF, DOCX, ODT, PPTX or ODP, and choose it again.")
    expect(visitor.page.locator(".field__error")).to_have_text(sentence)
    assert visitor.page.locator("[name='file']").get_attribute("aria-invalid") == "true"
    assert violations(visitor.page) == []


def test_a_file_cut_off_goes_with_the_page(running: House, visit: Visit, tmp_path: Path) -> None:
    visitor = _at_file_page(visit)
    visitor.page.route("**/upload", lambda route: route.abort("internetdisconnected"))

    visitor.fill(file=steps.small_pdf(tmp_path))
    failed = words(Lang.SR, "The file has not arrived. It will be sent again when you continue.")
    expect(visitor.page.locator(".field__error")).to_have_text(failed)
    visitor.press()

    visitor.open("/sr/2020/submit/file")
    expect(_kept(visitor)).to_contain_text("čitanje-u-parku.pdf")
