"""What pages cost: CPU time (user + system) and SQL statements, small and large. Run by `make bench`.

Prints a table; asserts nothing. Figures depend on the machine: compare those of one run.
"""

import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts, links
from biblionet_reg.services.demo import load as demo
from tests.conftest import make_app
from tests.pages import Browser
from tests.registrations import typed
from tests.walking import FORM, Walk

_ROUNDS = 40
_SIZES = ((96, 77), (5000, 3150))


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
        edition = editions.by_slug("2020")
        assert edition is not None
        counts = demo.load(edition, registrations=registrations, submissions=submissions, seed=2020)
        db.session.remove()
    print(f"\n{counts}")
    return app


def measure(name: str, ask: Callable[[], int] | None = None, *, prepare: Callable[[], Callable[[], int]] | None = None) -> None:
    """Print the median CPU of one call, after a warm-up, with its statements and bytes; `prepare` gives each call, unmeasured."""

    def next_call() -> Callable[[], int]:
        call = prepare() if prepare else ask
        assert call is not None
        return call

    statements: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    next_call()()
    call = next_call()
    event.listen(Engine, "before_cursor_execute", note)
    size = call()
    event.remove(Engine, "before_cursor_execute", note)
    times = []
    for _ in range(_ROUNDS):
        call = next_call()
        start = cpu()
        call()
        times.append(cpu() - start)
    print(f"{name:<44}{sorted(times)[_ROUNDS // 2] * 1000:>8.1f} ms{len(statements):>5} sql{size / 1024:>8.1f} kB")


def measure_registering(app: Flask) -> None:
    """Print the same of each page of the registration form as it is sent, and of what is kept meanwhile, each time as somebody else."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition.participant_limit = None
        db.session.commit()
    numbers = count()

    def walk() -> Walk:
        number = next(numbers)
        return Walk(Browser(app), "/sr/2020/register").fill(typed(family_name=f"Ђорђевић {number}", email=f"bench{number}@example.org"))

    def prepare(path: str, status: int, to: str) -> Callable[[], int]:
        way = walk()
        page = way.page if path == "/sr/2020/register" else way.check() if path.endswith("/check") else way.browser.get(path)
        form = page.form(FORM)
        form.fill({name: value for name, value in way.answers.items() if name in form.names()})

        def send() -> int:
            answer = way.browser.client.post(to, data=form.values)
            assert answer.status_code == status, f"{to}: {answer.status_code}"
            return len(answer.data)

        return send

    for name, path, status, to in (
        ("register: first page (sent)", "/sr/2020/register", 302, "/sr/2020/register"),
        ("register: first page (kept while typed)", "/sr/2020/register", 200, "/sr/2020/register/keep/you"),
        ("register: second page (sent)", "/sr/2020/register/coming", 302, "/sr/2020/register/coming"),
        ("register (sent, with its letter)", "/sr/2020/register/check", 302, "/sr/2020/register/check"),
    ):
        measure(name, prepare=partial(prepare, path, status, to))


def signed_in(app: Flask) -> Browser:
    """Return a chair's browser, with a light client beneath."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        account = accounts.grant_role("bench@example.org", name="Bench", role=StaffRole.ADMINISTRATOR, edition=edition, by="bench")
        token = links.mint_sign_in(account)
    browser = Browser(app)
    browser.get(f"/sr/account/link/{token}").form().submit()
    return browser


def bench(app: Flask) -> None:
    """Measure the pages people open most."""
    public, staff = app.test_client(), signed_in(app).client
    pages = {
        "front page": (public, "/sr/2020/"),
        "front page, Latin": (public, "/sr-Latn/2020/"),
        "programme": (public, "/sr/2020/programme"),
        "programme, Latin": (public, "/sr-Latn/2020/programme"),
        "register (form)": (public, "/sr/2020/register"),
        "submit (form)": (public, "/sr/2020/submit"),
        "organiser: registrations": (staff, "/sr/2020/organiser/registrations"),
        "organiser: registrations, searched": (staff, "/sr/2020/organiser/registrations?q=petrov"),
        "organiser: submissions": (staff, "/sr/2020/organiser/submissions"),
        "organiser: submissions, searched": (staff, "/sr/2020/organiser/submissions?q=biblioteka"),
        "organiser: letters": (staff, "/sr/2020/organiser/letters"),
        "organiser: overview": (staff, "/sr/2020/organiser/"),
        "organiser: programme": (staff, "/sr/2020/organiser/programme"),
    }
    for name, (client, path) in pages.items():

        def ask(client=client, path=path) -> int:
            answer = client.get(path)
            assert answer.status_code == 200, f"{path}: {answer.status_code}"
            return len(answer.data)

        measure(name, ask)
    measure_registering(app)
    etag = public.get("/sr/2020/programme").headers.get("ETag", "")
    measure("programme, not modified", lambda: public.get("/sr/2020/programme", headers={"If-None-Match": etag}).status_code)


def main() -> None:
    """Measure every size."""
    for registrations, submissions in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bench(build(Path(folder), registrations, submissions))


if __name__ == "__main__":
    sys.exit(main())
