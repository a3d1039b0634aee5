"""Addresses of this very page with a part changed: another page of a list, a filter taken away."""

from urllib.parse import urlencode

from flask import request

_AROUND = 1


def page_with(**changes: object) -> str:
    """Return the address of this page with `changes` in its query; None takes a part away."""
    parts = [(name, value) for name, value in request.args.items(multi=True) if name not in changes]
    parts += [(name, str(value)) for name, value in changes.items() if value is not None]
    return f"{request.path}?{urlencode(parts)}" if parts else request.path


def pages_near(number: int, pages: int) -> list[int | None]:
    """Return the page numbers to offer: first, last and those around `number`; None is a gap."""
    offered = sorted({1, pages, *range(max(1, number - _AROUND), min(pages, number + _AROUND) + 1)})
    numbers: list[int | None] = []
    for number_offered in offered:
        if numbers and numbers[-1] is not None and number_offered - numbers[-1] > 1:
            numbers.append(None)
        numbers.append(number_offered)
    return numbers
