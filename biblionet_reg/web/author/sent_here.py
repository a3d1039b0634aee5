"""What was sent from this browser, so that a form sent again from it finds what it made."""

import re

from flask import request, session

from biblionet_reg.domain.resending import key_beside

_KEPT = 10
_CHOICE = re.compile(r"(change|beside)-([RS]-[0-9A-Z]{6})")


def remember(noun: str, code: str) -> None:
    """Keep the code of what was just sent as `noun`; the last one stands last."""
    session[noun] = [*(kept for kept in codes(noun) if kept != code), code][-_KEPT:]


def codes(noun: str) -> list[str]:
    """Return the codes of what was sent as `noun` from this browser."""
    kept = session.get(noun)
    return kept if isinstance(kept, list) else []


def last(noun: str) -> str:
    """Return the code of what was sent last, or nothing."""
    return next(reversed(codes(noun)), "")


def choice() -> tuple[str, str]:
    """Return what the person answered to "you have sent this already": change it, or send this beside it."""
    found = _CHOICE.fullmatch(request.form.get("do", ""))
    return (found[1], found[2]) if found else ("", "")


def key_of(form_key: str) -> str:
    """Return the one-time key under which this request sends: the page's own, or the one beside what it made."""
    verb, code = choice()
    return key_beside(form_key, code) if verb == "beside" else form_key
