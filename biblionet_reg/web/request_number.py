"""A number for each request, which its answer, its line in the log and the page of a fault share.

The line tells which page it was and how long it took; never the address, for the address of a personal link opens what it
names, nor who asked.
"""

import logging
import re
import secrets
from time import perf_counter

from flask import Flask, Response, g, request

HEADER = "X-Request-Id"
_LOG = logging.getLogger("biblionet.requests")
_GIVEN = re.compile(r"[0-9A-Za-z-]{8,64}")


def number() -> str:
    """Return the number of this request."""
    if "request_number" not in g:
        g.request_number = _given() or secrets.token_hex(6)
    found: str = g.request_number
    return found


def _given() -> str | None:
    """Return the number that a proxy before us gave."""
    given = request.headers.get(HEADER, "")
    return given if _GIVEN.fullmatch(given) else None


def begin() -> None:
    g.begun_at = perf_counter()


def finish(response: Response) -> Response:
    """Put the number into the answer, and write the line."""
    response.headers[HEADER] = number()
    if request.endpoint != "static":
        took = round((perf_counter() - g.begun_at) * 1000) if "begun_at" in g else None
        facts = {"request": number(), "method": request.method, "page": request.endpoint, "status": response.status_code, "ms": took}
        _LOG.info("%(method)s %(page)s %(status)s", facts, extra={"facts": facts})
    return response


def init_app(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(finish)
