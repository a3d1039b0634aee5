"""What was sent from this browser, so that a form sent again from it finds what it made."""

import re
from collections.abc import Callable
from typing import Protocol, TypeVar

from flask import g, request, session

from biblionet_reg.domain.draft import KeptDraft
from biblionet_reg.domain.resending import key_beside
from biblionet_reg.models.edition import Edition

_KEPT = 10
_LAST = "last_{}"
_CHOICE = re.compile(r"(change|beside)-([RS]-[0-9A-Z]{6})")


class _Record(Protocol):
    """A registration or a submission."""

    code: str
    form_key: str


class _Answers(Protocol):
    @property
    def form_key(self) -> str: ...


_R = TypeVar("_R", bound=_Record)
_A = TypeVar("_A", bound=_Answers)


def send(
    noun: str,
    answers: _A,
    *,
    draft: KeptDraft,
    find: Callable[[Edition, str], _R | None],
    change: Callable[..., _R],
    beside: Callable[..., _R],
    anew: Callable[..., _R],
    made_by: Callable[[Edition, str], _R | None],
) -> _R:
    """Send `answers` as the person chose, and let their draft end with it.

    What another browser sent is never changed, though it may be what these answers are already.
    """
    match choice():
        case "change", code if (sent := find(g.edition, code)) and (code in codes(noun) or sent.form_key == answers.form_key):
            record = change(sent, answers, draft=draft)
        case "beside", code:
            record = beside(code, answers, edition=g.edition, draft=draft)
        case _:
            record = anew(answers, edition=g.edition, sent_here=codes(noun), draft=draft)
    if record.code in codes(noun) or _is_made_by(answers.form_key, record, made_by):
        _remember(noun, record.code)
    session[_LAST.format(noun)] = record.code
    return record


def again(noun: str, made_by: Callable[[Edition, str], _R | None]) -> bool:
    """Say whether the page pressed now has sent its answers before: it alone knows its key, and leads to what it made."""
    form_key = request.form.get("form_key", "")
    record = made_by(g.edition, key_of(form_key)) if form_key else None
    if record is None:
        return False
    _remember(noun, record.code)
    session[_LAST.format(noun)] = record.code
    return True


def _is_made_by(form_key: str, record: _R, made_by: Callable[[Edition, str], _R | None]) -> bool:
    """Say whether this very page made the record, now or when it was sent before: only then it is this browser's to change."""
    key = key_of(form_key)
    if record.form_key == key:
        return True
    while (made := made_by(g.edition, key)) is not None and made.code != record.code:
        key = key_beside(key, made.code)
    return made is not None


def _remember(noun: str, code: str) -> None:
    """Keep the code of what was just sent as `noun`: whoever holds it in the session may change what it names."""
    session[noun] = [*(kept for kept in codes(noun) if kept != code), code][-_KEPT:]


def codes(noun: str) -> list[str]:
    """Return the codes of what was sent as `noun` from this browser."""
    kept = session.get(noun)
    return kept if isinstance(kept, list) else []


def last(noun: str) -> str:
    """Return the code of what the last sending led to, or nothing; it may be shown, which gives no right to change it."""
    code = session.get(_LAST.format(noun))
    return code if isinstance(code, str) else ""


def choice() -> tuple[str, str]:
    """Return what the person answered to "you have sent this already": change it, or send this beside it."""
    found = _CHOICE.fullmatch(request.form.get("do", ""))
    return (found[1], found[2]) if found else ("", "")


def key_of(form_key: str) -> str:
    """Return the one-time key under which this request sends: the page's own, or the one beside what it made."""
    verb, code = choice()
    return key_beside(form_key, code) if verb == "beside" else form_key
