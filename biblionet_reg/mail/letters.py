"""Composing a letter: templates in, a finished `Letter` row out, in the recipient's language."""

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from biblionet_reg import clock
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE, LetterKind, LetterState, LinkScope
from biblionet_reg.i18n import speaking
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.shown.script_rules import spelling_by


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter is for."""

    name: str
    email: str
    lang: Lang


def compose(
    kind: LetterKind,
    *,
    edition: Edition,
    to: Recipient,
    link_scope: LinkScope | None = None,
    registration: Registration | None = None,
    submission: Submission | None = None,
    state: LetterState = LetterState.QUEUED,
    is_demo: bool = False,
    **context: Any,
) -> Letter:
    """Return the letter `templates/mail/<kind>/` makes of `context`; nothing is saved or sent here."""
    facts = {"edition": edition, "to": to, "link": LINK_PLACE, "registration": registration, "submission": submission, **context}
    subject, text, html = _written(kind, edition, to.lang, facts)
    now = clock.now()
    return Letter(
        edition_id=edition.id,
        kind=kind,
        registration=registration,
        submission=submission,
        to_name=to.name,
        to_email=to.email,
        language=to.lang,
        subject=" ".join(subject.split()),
        text_body=text.strip() + "\n",
        html_body=html,
        link_scope=link_scope,
        state=state,
        message_id=_new_message_id(),
        is_demo=is_demo,
        created_at=now,
        due_at=now,
    )


def _written(kind: LetterKind, edition: Edition, lang: Lang, facts: dict[str, Any]) -> list[str]:
    """Return subject, text and HTML of a letter, in its language and by the words of its edition."""
    templates, whole = current_app.jinja_env, facts | {"lang": lang, "settings": current_app.extensions["settings"]}
    with speaking(lang), spelling_by(partial(rules_of, edition)):
        return [templates.get_template(f"mail/{kind.value}/{part}").render(whole) for part in ("subject.txt", "body.txt", "body.html")]


def _new_message_id() -> str:
    return f"<{uuid.uuid4()}@{urlsplit(current_app.extensions['settings'].base_url).hostname}>"
