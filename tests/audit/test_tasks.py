"""Three tasks as somebody new does them, by keys and by what a screen reader says; counted beside what others ask for.

pretix: 5 pages, 4 posts, 12 requests for one ticket; pretalx: a wizard of 4 steps, after a sign-up.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.audit.figures import Figures
from tests.audit.ground import Ground
from tests.audit.listener import Listener

_TITLE = "Tasks by keyboard and screen reader (pretix, one ticket: 5 pages, 4 posts, 12 requests; pretalx, a paper: 4 steps and a sign-up)"
_HEADINGS = ("task", "pages", "posts", "requests", "keys", "seconds by machine")
_ON = ("button", "^Наставите$")


@pytest.fixture
def listener(place: Ground, chromium: Browser) -> Iterator[Listener]:
    """Somebody who was never here."""
    page = place.stranger(chromium)
    yield Listener(page, place.house.base)
    page.context.close()


def tell(figures: Figures, task: str, listener: Listener) -> None:
    done = listener.effort
    figures.tell(_TITLE, _HEADINGS, (task, done.pages, done.posts, done.requests, done.keys, f"{done.seconds:.1f}"))


def test_register(listener: Listener, figures: Figures) -> None:
    listener.open("/sr/2020/")
    listener.press("link", "^Пријавите се$")

    listener.say("textbox", "^Име$", "Љубица")
    listener.say("textbox", "^Презиме$", "Ђорђевић")
    listener.say("textbox", "^Адреса е-поште$", "by-ear@example.org")
    listener.find("^Нађите библиотеку или другу установу$", "Врањ", "Пронађено")
    listener.tick("radio", "^Учесник$")
    listener.press(*_ON)
    listener.tick("checkbox", r"четвртак, 1\.\sоктобар")
    listener.press(*_ON)
    assert listener.headings[0] == "Провера и слање"
    listener.press("button", "^Пријавите се$")

    assert listener.headings[0] == "Пријављени сте"
    assert (listener.effort.pages, listener.effort.posts) == (5, 3)
    tell(figures, "register", listener)


def test_submit_a_paper(listener: Listener, figures: Figures) -> None:
    listener.open("/sr/2020/")
    listener.press("link", "^Пошаљите рад$")

    listener.tick("radio", "^Рад$")
    listener.tick("radio", "^Партнерства у циљу описмењавања")
    listener.press(*_ON)
    listener.say("textbox", "^Наслов", "Читање са ђацима у Његошевом парку")
    listener.say("textbox", "^Апстракт", "Библиотека и школа читају заједно.")
    listener.say("textbox", "^Кључне речи", "читање; парк")
    listener.press(*_ON)
    listener.say("textbox", "^Име", "Ђурђа")
    listener.say("textbox", "^Презиме", "Љиљак")
    listener.say("textbox", "^Адреса е-поште", "author-by-ear@example.org")
    listener.find("^Нађите библиотеку или другу установу$", "Врањ", "Пронађено")
    listener.press(*_ON)
    listener.press(*_ON)
    listener.press(*_ON)
    listener.press("button", "^Пошаљите")

    assert listener.headings[0] == "Ваш предлог је стигао"
    tell(figures, "submit a paper", listener)


def test_find_a_presentation(listener: Listener, figures: Figures) -> None:
    listener.open("/sr/2020/")
    listener.press("link", "^Програм$")
    listener.say("searchbox", "^Нађите излагање$", "citaliste")
    with listener.page.expect_navigation():
        listener.keys("Enter")

    listener.press("link", "^Читалиште без зидова")

    assert "Читалиште без зидова" in listener.headings[0]
    tell(figures, "find a presentation", listener)
