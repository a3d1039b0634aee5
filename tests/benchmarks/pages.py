"""What pages cost: CPU time (user + system), statements and transactions, small and large. Run by `make bench`.

Prints a table with the reach of each figure beside it; asserts nothing. Figures depend on the machine: compare those of one run.
"""

import gc
import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.engine import Engine

from biblionet_reg import clock
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions, programme_versions
from biblionet_reg.services import accounts, audit, links
from biblionet_reg.services.demo import load as demo
from biblionet_reg.services.transaction import transaction
from tests.conftest import make_app
from tests.pages import Browser
from tests.registrations import typed
from tests.walking import FORM, Walk

_ROUNDS = 40
_TEXT = "Библиотека и школа читају заједно, у парку и у учионици, са писцима и глумцима из целе земље. "
_LIST = 30
_FORM = 15


class Size(NamedTuple):
    """How much there is, and how much a public page may cost then."""

    registrations: int
    submissions: int
    public: int


#: An edition with 40 presentations, and one with 900.
_SIZES = (Size(200, 150, 5), Size(5000, 3150, 25))


def cpu() -> float:
    """Return the CPU seconds this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def build(folder: Path, registrations: int, submissions: int) -> Flask:
    """Return an application with demonstration data of this size."""
    app = make_app(folder, f"sqlite:///{folder / 'bench.db'}")
    runner = app.test_cli_runner()
    for command in (["db", "upgrade"], ["edition", "load"]):
        assert runner.invoke(args=command, catch_exceptions=False).exit_code == 0
    with app.app_context():
        counts = demo.load(edition_here(), registrations=registrations, submissions=submissions, seed=2020)
        db.session.remove()
    print(f"\n{counts}")
    print(f"{'':<44}{'CPU':>11}{'reach':>8}{'statements':>12}{'commits':>9}{'size':>12}")
    return app


def edition_here() -> Edition:
    """Return the edition that is measured."""
    edition = editions.by_slug("2020")
    assert edition is not None
    return edition


def measure(name: str, ask: Callable[[], int] | None = None, *, reach: int, prepare: Callable[[], Callable[[], int]] | None = None) -> None:
    """Print the median CPU of one call, after a warm-up, with its statements, commits and bytes; `prepare` gives each call, unmeasured."""

    def next_call() -> Callable[[], int]:
        call = prepare() if prepare else ask
        assert call is not None
        return call

    next_call()()
    size, statements, commits = _watched(next_call())
    gc.collect()
    times = []
    for _ in range(_ROUNDS):
        call = next_call()
        start = cpu()
        call()
        times.append(cpu() - start)
    median = sorted(times)[_ROUNDS // 2] * 1000
    over = "  over" if median > reach else ""
    print(f"{name:<44}{median:>8.1f} ms{reach:>5} ms{statements:>12}{commits:>9}{size / 1024:>9.1f} kB{over}", flush=True)


def _watched(call: Callable[[], int]) -> tuple[int, int, int]:
    """Return what a call returns, how many statements it ran, how many transactions it committed."""
    ran: list[str] = []

    def note_statement(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
            ran.append("statement")

    def note_commit(_conn: Any) -> None:
        ran.append("commit")

    event.listen(Engine, "before_cursor_execute", note_statement)
    event.listen(Engine, "commit", note_commit)
    try:
        size = call()
    finally:
        event.remove(Engine, "before_cursor_execute", note_statement)
        event.remove(Engine, "commit", note_commit)
    return size, ran.count("statement"), ran.count("commit")


def asking(client: FlaskClient, path: str, **headers: str) -> Callable[[], int]:
    """Return what opens a page and returns its size."""

    def ask() -> int:
        answer = client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        assert answer.status_code in {200, 304}, f"{path}: {answer.status_code}"
        return len(answer.data)

    return ask


def measure_public(app: Flask, reach: int) -> None:
    """Print what visitors open, as browsers ask for it."""
    public = app.test_client()
    with app.app_context():
        version = programme_versions.latest(edition_here())
        assert version is not None
        published = programme_versions.published(version)
    day = published.timetable.days[0].day.isoformat()
    pages = {
        "front page": "/sr/2020/",
        "front page, Latin": "/sr-Latn/2020/",
        "programme": "/sr/2020/programme",
        "programme, Latin": "/sr-Latn/2020/programme",
        "programme, one day": f"/sr/2020/programme?day={day}",
        "programme, searched": "/sr/2020/programme?q=biblioteka",
        "presenters": "/sr/2020/people",
        "one presentation": f"/sr/2020/presentations/{next(iter(published.presentations))}",
        "one presenter": f"/sr/2020/people/{next(iter(published.people))}",
        "register (form)": "/sr/2020/register",
        "submit (form)": "/sr/2020/submit",
    }
    for name, path in pages.items():
        measure(name, asking(public, path, Accept_Encoding="gzip"), reach=reach)
    measure("front page, after a change", reach=reach, prepare=partial(_after_change, app, asking(public, "/sr/2020/")))
    etag = public.get("/sr/2020/programme").headers["ETag"]
    measure("programme, not modified", asking(public, "/sr/2020/programme", If_None_Match=etag), reach=reach)


def _after_change(app: Flask, ask: Callable[[], int]) -> Callable[[], int]:
    with app.app_context(), transaction():
        edition_here().updated_at = clock.now()
    return ask


def measure_organiser(app: Flask) -> None:
    """Print what organisers open."""
    staff = signed_in(app).client
    pages = {
        "registrations": "registrations",
        "registrations, searched": "registrations?q=petrov",
        "submissions": "submissions",
        "submissions, searched": "submissions?q=biblioteka",
        "submissions, by score": "submissions?sort=score",
        "letters": "letters",
        "letters, searched": "letters?q=petrov",
        "decisions": "decisions",
        "programme": "programme",
        "publish the programme": "programme/publish",
        "overview": "",
    }
    for name, path in pages.items():
        measure(f"organiser: {name}", asking(staff, f"/sr/2020/organiser/{path}"), reach=_LIST)
    for action in ("registration.changed", "submission.received", "submission.changed"):
        prepare = partial(_after_deed, app, action, asking(staff, "/sr/2020/organiser/"))
        measure(f"organiser: overview, after {action}", reach=_LIST, prepare=prepare)


def _after_deed(app: Flask, action: str, ask: Callable[[], int]) -> Callable[[], int]:
    with app.app_context(), transaction():
        audit.record(action, by="bench", edition=edition_here(), subject_kind="bench", subject_code="bench")
    return ask


def measure_sending(app: Flask, noun: str, pages: dict[str, tuple[str, int, str]], typed_by: Callable[[int], dict[str, Any]]) -> None:
    """Print the same of pages of a form as they are sent, each time by somebody else: path, status, where to."""
    numbers, first = count(), f"/sr/2020/{noun}"

    def prepare(path: str, status: int, to: str) -> Callable[[], int]:
        way = Walk(Browser(app), first).fill(typed_by(next(numbers)))
        page = way.page if not path else way.check() if path == "/check" else way.browser.get(first + path)
        form = page.form(FORM)
        form.fill({name: value for name, value in way.answers.items() if name in form.names()})

        def send() -> int:
            answer = way.browser.client.post(first + to, data=form.values)
            assert answer.status_code == status, f"{to}: {answer.status_code}"
            return len(answer.data)

        return send

    for name, page in pages.items():
        measure(f"{noun}: {name}", reach=_FORM, prepare=partial(prepare, *page))


def _somebody(number: int) -> dict[str, Any]:
    return typed(family_name=f"Ђорђевић {number}", email=f"bench{number}@example.org")


def _paper(number: int) -> dict[str, Any]:
    return {
        "kind": "paper",
        "subtopic": "literacy",
        "title_sr": f"Читање у парку {number}: шта смо научили за пет година",
        "abstract_sr": f"{_TEXT * 10}{number}",
        "keywords_sr": "читање; парк; школа",
        "title_en": f"Reading in the park {number}",
        "abstract_en": "The library and the school read together in the park. " * 18,
        "authors-0-given_name": "Љубица",
        "authors-0-family_name": f"Ђорђевић {number}",
        "authors-0-email": f"bench{number}@example.org",
        "authors-0-institution_name": "Дом културе „Трг“",
        "authors-0-institution_place": "Бујановац",
        "authors-0-institution_kind": "cultural_centre",
    }


def signed_in(app: Flask) -> Browser:
    """Return an administrator's browser, with a light client beneath."""
    with app.app_context():
        account = accounts.grant_role("bench@example.org", name="Bench", role=StaffRole.ADMINISTRATOR, edition=edition_here(), by="bench")
        token = links.mint_sign_in(account)
    browser = Browser(app)
    browser.get(f"/sr/account/link/{token}").form().submit()
    return browser


def bench(app: Flask, size: Size) -> None:
    """Measure the pages people open most, and the forms they send; a commit more than one is told by the table."""
    measure_public(app, size.public)
    measure_organiser(app)
    with app.app_context(), transaction():
        edition_here().participant_limit = None
    measure_sending(
        app,
        "register",
        {
            "first page (sent)": ("", 302, ""),
            "first page (kept while typed)": ("", 200, "/keep/you"),
            "second page (sent)": ("/coming", 302, "/coming"),
            "sent, with its letter": ("/check", 302, "/check"),
        },
        _somebody,
    )
    measure_sending(
        app,
        "submit",
        {
            "first page (sent)": ("", 302, ""),
            "abstract (sent)": ("/abstract", 302, "/abstract"),
            "authors (sent)": ("/authors", 302, "/authors"),
            "sent, with its letter": ("/check", 302, "/check"),
        },
        _paper,
    )


def main() -> None:
    """Measure every size."""
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bench(build(Path(folder), size.registrations, size.submissions), size)


if __name__ == "__main__":
    sys.exit(main())
