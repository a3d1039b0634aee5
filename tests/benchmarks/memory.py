"""What a web worker holds in memory after 1,000 requests of a mixed kind, served by gunicorn as in use. Run by `make bench`.

Prints the resident megabytes of each worker process, small and large; asserts nothing.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import requests

from tests.journeys.house import House, house

_REACH, _REQUESTS, _AT_ONCE = 110, 1000, 4
_PUBLIC = ("", "programme", "programme?q=biblioteka", "people", "register", "submit")
_STAFF = ("", "registrations", "submissions", "submissions?q=biblioteka", "letters", "decisions", "programme", "programme/publish")
_LANGS = ("sr", "sr-Latn", "en")
_SIZES = ((200, 150), (5000, 3150))


def resident(process: int) -> float:
    """Return the megabytes of a process that lie in memory."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1000


def workers(place: House) -> list[int]:
    """Return the processes gunicorn serves from."""
    master = place.processes[0].pid
    return [int(child) for child in Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii").split()]


def addresses() -> Iterator[str]:
    """Yield what is asked for, in all languages, public pages and working areas by turns."""
    parts = [*_PUBLIC, *(f"organiser/{part}" for part in _STAFF)]
    return cycle(f"/{lang}/2020/{part}" for part in parts for lang in _LANGS)


def signed_in(place: House) -> requests.Session:
    """Return an administrator's session, entered by a one-time link."""
    link = re.search(r"http\S+/account/link/\S+", place.flask("account", "create", "bench@example.org", "--role", "administrator"))
    assert link is not None
    session = requests.Session()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', session.get(link[0], timeout=30).text)
    assert token is not None
    session.post(link[0], data={"csrf_token": token[1]}, timeout=30).raise_for_status()
    return session


def ask(place: House, session: requests.Session, address: str) -> int:
    """Open one page; a fault of it ends the measuring."""
    answer = session.get(place.base + address, timeout=30)
    assert answer.ok, f"{address}: {answer.status_code}"
    return len(answer.content)


def measure(registrations: int, submissions: int) -> None:
    """Print what the workers hold at the start and after the requests."""
    with tempfile.TemporaryDirectory() as folder, house(Path(folder)) as place:
        place.processes.pop().kill()  # documents would be made beside what is measured
        place.flask("demo", "load", "--registrations", str(registrations), "--submissions", str(submissions))
        started = [resident(process) for process in workers(place)]
        session = signed_in(place)
        with ThreadPoolExecutor(_AT_ONCE) as hands:
            list(hands.map(lambda address: ask(place, session, address), islice(addresses(), _REQUESTS)))
        held = [resident(process) for process in workers(place)]
    over = "  over" if max(held) > _REACH else ""
    began, after = (" ".join(f"{size:.0f}" for size in sizes) for sizes in (started, held))
    print(f"{registrations} registrations, {submissions} submissions: {began} MB → {after} MB (reach {_REACH} MB){over}", flush=True)


def main() -> None:
    """Measure every size."""
    for size in _SIZES:
        measure(*size)


if __name__ == "__main__":
    sys.exit(main())
