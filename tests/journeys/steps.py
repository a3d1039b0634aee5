"""The steps of people's journeys, each through the pages they see; they work with JavaScript and without."""

import re
from pathlib import Path
from typing import Any

from PIL import Image

from tests.journeys.house import House
from tests.journeys.visitor import Visitor

_EDITION = "2020"
_FORM = "main form[data-flow]"
#: More pages than any form has.
_MOST_PAGES = 9
_OK = 200
#: A known library, as the pages list it by place: in Cyrillic on pages in `sr`, in Latin on the others.
_LIBRARY = re.compile("Врање|Vranje")

LIBRARIAN: dict[str, Any] = {
    "given_name": "Љубица",
    "family_name": "Џунић-Њежић Ђорђевић",
    "email": "ljubica@example.org",
    "professional_title": "дипломирани библиотекар",
    "role": "participant",
    "days": ["2020-10-01", "2020-10-02"],
    "meals": ["day-1-lunch"],
    "consent_photos": "y",
}
PAPER: dict[str, Any] = {
    "kind": "paper",
    "subtopic": "literacy",
    "title_sr": "Џеп пун прича: читање са ђацима у Његошевом парку",
    "title_en": "A pocket full of stories: reading with pupils in the park",
    "abstract_sr": "Библиотека и школа читају заједно.\nЂаци бирају књиге, љубитељи парка их слушају.",
    "abstract_en": "The library and the school read together.\nPupils choose the books.",
    "keywords_sr": "читање; парк; школа",
    "keywords_en": "reading; park; school",
    "authors-0-given_name": "Ђурђа",
    "authors-0-family_name": "Љиљак-Џамић",
    "authors-0-email": "djurdja@example.org",
}
OTHER_PAPER: dict[str, Any] = {
    "title_sr": "Књиге на точковима",
    "title_en": "Books on wheels",
    "abstract_sr": "Библиобус обилази села око Врања сваке друге среде.",
    "abstract_en": "The bookmobile visits the villages around Vranje every other Wednesday.",
}
COAUTHOR: dict[str, Any] = {
    "authors-1-given_name": "Čedomir",
    "authors-1-family_name": "Ćužić-Šašić",
    "authors-1-institution_name": "Основна школа „Његош“",
    "authors-1-institution_place": "Врање",
    "authors-1-institution_kind": "school",
}
PARTNERS: dict[str, Any] = {
    "partners-0-name": "Основна школа „Његош“",
    "partners-0-sector": "science",
    "partners-1-name": "Удружење љубитеља парка „Џбун“",
    "partners-1-sector": "associations",
}


def choose_library(visitor: Visitor, name: str) -> None:
    """Choose a library of Vranje from the list."""
    listed = visitor.page.locator(f"[name='{name}'] option").filter(has_text=_LIBRARY)
    visitor.fill(**{name: listed.first.get_attribute("value")})


def register(visitor: Visitor, lang: str = "sr", **changes: Any) -> str:
    """Register a librarian from the edition's page on; return the code that the last page tells."""
    visitor.open(f"/{lang}/{_EDITION}/")
    visitor.follow(f"/{lang}/{_EDITION}/register")
    fill_pages(visitor, LIBRARIAN | changes, library="institution")
    visitor.press()
    assert visitor.path == f"/{lang}/{_EDITION}/register/done", visitor.text
    return visitor.code


def fill_pages(visitor: Visitor, answers: dict[str, Any], *, library: str = "", until: str = "/check") -> None:
    """Fill page after page from the open one on, each with what it asks, up to the one whose address ends so."""
    for _page in range(_MOST_PAGES):
        if visitor.path.endswith(until):
            return
        _fill_page(visitor, answers)
        if library and _asks(visitor, library):
            choose_library(visitor, library)
        visitor.press(f"{_FORM} button.button--primary")
        assert visitor.status == _OK, visitor.text
    raise AssertionError(visitor.path)


def _fill_page(visitor: Visitor, answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        for noun in ("author", "partner"):
            step = f"{_FORM} button[name='do'][value='add-{noun}']"
            if name.startswith(f"{noun}s-") and not _asks(visitor, name) and visitor.page.locator(step).count():
                visitor.press(step)
        if _asks(visitor, name):
            visitor.fill(**{name: answer})


def _asks(visitor: Visitor, name: str) -> bool:
    return visitor.page.locator(f"{_FORM} [name='{name}']:not([type='hidden'])").count() > 0


def submit(visitor: Visitor, lang: str = "sr", **changes: Any) -> str:
    """Submit a paper of one author from the edition's page on; return the code that the last page tells."""
    visitor.open(f"/{lang}/{_EDITION}/")
    visitor.follow(f"/{lang}/{_EDITION}/submit")
    fill_pages(visitor, PAPER | changes)
    return send_paper(visitor)


def submit_with_all(visitor: Visitor, file: Path, lang: str = "sr", **changes: Any) -> str:
    """Submit a paper with everything that is asked: two authors, two partners, a file."""
    visitor.open(f"/{lang}/{_EDITION}/submit")
    fill_pages(visitor, PAPER | changes | COAUTHOR | PARTNERS | {"file": file}, library="authors-0-institution")
    assert file.name in visitor.text
    return send_paper(visitor)


def send_paper(visitor: Visitor) -> str:
    """Send a submission from the page that shows all answers, and return the code that the last page tells."""
    visitor.press()
    assert visitor.path.endswith("/submit/done"), visitor.text
    return visitor.code


def small_pdf(folder: Path) -> Path:
    """Make a small real PDF."""
    path = folder / "čitanje-u-parku.pdf"
    Image.new("RGB", (60, 40), "white").save(path, "PDF")
    return path


def sign_in(visitor: Visitor, house: House, role: str) -> None:
    """Sign in by the one-time link of a new account and enter the working area of the edition."""
    visitor.open(house.flask("account", "create", f"{role}@example.org", "--role", role).strip())
    visitor.press()
    visitor.press(f"main .card a[href*='/{_EDITION}/']")


def review(visitor: Visitor, code: str, **opinion: str) -> None:
    """Score a submission out of the reviewer's list."""
    visitor.open(f"/sr/{_EDITION}/reviewer/")
    visitor.follow(code)
    visitor.fill(**opinion)
    visitor.press()
    assert visitor.page.locator(".notice--success").count() == 1, visitor.text


def accept(visitor: Visitor, code: str, message: str = "") -> str:
    """Decide to accept a submission; return the letter that waits, as the page shows it."""
    visitor.open(f"/sr/{_EDITION}/organiser/submissions/{code}")
    visitor.follow(f"/{code}/decide")
    visitor.fill(outcome="accept", message=message)
    visitor.press()
    return visitor.page.locator(".letter").inner_text()


def release(visitor: Visitor) -> None:
    """Release the decision whose letter is on the page."""
    visitor.press("main form[action$='/decision/release'] button")
    assert visitor.page.locator(".notice--success").count() == 1, visitor.text


def add_session(visitor: Visitor, **answers: str) -> None:
    """Add a session on the first morning."""
    visitor.open(f"/sr/{_EDITION}/organiser/programme")
    visitor.follow("/programme/sessions/new?day=2020-10-01")
    visitor.fill(**{"starts_at": "09:00", "ends_at": "10:30", **answers})
    visitor.press()
    assert visitor.status == 200, visitor.text


def place(visitor: Visitor, code: str, starts_at: str) -> None:
    """Place a submission in the session whose page is open."""
    visitor.press("main a.button--primary[href*='/programme/place']")
    visitor.fill(submission=code, starts_at=starts_at, minutes="20")
    visitor.press()
    assert code in visitor.text, visitor.text


def publish(visitor: Visitor, name: str) -> None:
    """Publish the working programme under a name."""
    visitor.open(f"/sr/{_EDITION}/organiser/programme")
    visitor.follow("/organiser/programme/publish")
    visitor.fill(name=name)
    visitor.press()
    assert name in visitor.text, visitor.text
