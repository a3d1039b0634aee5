"""Headers that every answer carries."""

from flask import Flask, Response, g, request

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if response.location:
        response.location = _on_this_site(response.location)
    if request.endpoint == "static":
        return response
    if "lang" in g:
        response.headers.setdefault("Content-Language", g.lang.value)
    if "Cache-Control" not in response.headers and "ETag" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _on_this_site(location: str) -> str:
    """Return a way within this site as a path: whatever host a request named, no answer leads there."""
    if not location.startswith(request.host_url):
        return location
    return "/" + location.removeprefix(request.host_url).lstrip("/")


def init_app(app: Flask) -> None:
    app.after_request(add_headers)
