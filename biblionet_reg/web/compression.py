"""Public pages and static texts travel compressed.

Pages with a form never do: they mix a secret (the form's token) with what the visitor typed, and the
length of a compressed answer would tell about it. What may be squeezed carries an ETag.

The last few are kept by their content, for most visitors ask for the same.
"""

import gzip
import hashlib
from http import HTTPStatus

from flask import Flask, Response, request

from biblionet_reg.web.kept import kept_here

_TEXTS = {"text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "text/calendar", "application/xml"}
_LEVEL = 6
#: Below this the envelope outweighs the gain.
_WORTH_IT = 800
#: Answers kept squeezed in a process: 5 to 15 kB each, a programme of a thousand presentations 100 kB.
_KEPT = 32


def squeeze(response: Response) -> Response:
    """Compress an answer that may be, for a browser that takes it."""
    if not _may_be_squeezed(response):
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False
    plain = response.get_data()
    if len(plain) < _WORTH_IT:
        return response
    response.set_data(_squeezed(plain))
    response.headers["Content-Encoding"] = "gzip"
    response.set_etag(response.get_etag()[0] or "", weak=True)
    return response


def _squeezed(plain: bytes) -> bytes:
    return kept_here("squeezed", _KEPT, hashlib.sha256(plain).digest(), lambda: gzip.compress(plain, _LEVEL, mtime=0))


def _may_be_squeezed(response: Response) -> bool:
    return (
        response.status_code == HTTPStatus.OK
        and response.mimetype in _TEXTS
        and "ETag" in response.headers
        and "Set-Cookie" not in response.headers
        and "Content-Encoding" not in response.headers
    )


def init_app(app: Flask) -> None:
    app.after_request(squeeze)
