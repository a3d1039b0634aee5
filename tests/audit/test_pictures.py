"""Key views beside their accepted pictures; `make pictures` accepts them as they are now."""

import os
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.audit.checks import send_empty
from tests.audit.figures import Figures, results
from tests.audit.ground import PUBLIC, Ground
from tests.audit.key_views import KEY_VIEWS, View
from tests.audit.likeness import compare, keep, take

_ACCEPTED = Path(__file__).parent / "accepted"
_IS_ACCEPTED = os.environ.get("ACCEPT_PICTURES") == "1"
#: A page looks the same as long as a smaller part of its pixels differs.
_LIMIT = 0.0005


@pytest.mark.parametrize("view", KEY_VIEWS, ids=lambda view: view.name)
def test_view_looks_as_accepted(place: Ground, chromium: Browser, figures: Figures, view: View) -> None:
    page = _opened(place, chromium, view)
    now = take(page, width=view.width, theme=view.theme)
    if view.visit.who == PUBLIC:
        page.context.close()
    accepted = _ACCEPTED / f"{view.name}.webp"
    if _IS_ACCEPTED:
        keep(now, accepted)
    seen = results("pictures") / f"{view.name}.png"
    seen.unlink(missing_ok=True)
    if not accepted.exists():
        now.save(seen)
        pytest.fail(f"no accepted picture yet; look at {seen}, then accept it: make pictures")

    found = compare(Image.open(accepted).convert("RGB"), now)

    figures.tell("Pictures", ("view", "differs"), (view.name, f"{found.share:.3%}"))
    if found.share >= _LIMIT:
        found.three_panes().save(seen)
        pytest.fail(f"{found.share:.2%} differs; look at {seen} (accepted, now, differences)")


def test_every_accepted_picture_is_of_a_key_view() -> None:
    kept = {path.name for path in _ACCEPTED.iterdir()}

    assert kept <= {f"{view.name}.webp" for view in KEY_VIEWS}


def _opened(place: Ground, browser: Browser, view: View) -> Page:
    who = view.visit.who
    page = place.stranger(browser) if who == PUBLIC else place.visitor(browser, who)
    answer = page.goto(place.address(view.visit.endpoint, view.lang, view.visit.values))
    assert answer is not None
    assert answer.status == view.visit.status, "a page at fault is never pictured"
    if view.is_sent_empty:
        send_empty(page)
    return page
