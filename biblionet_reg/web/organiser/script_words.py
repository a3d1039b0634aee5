"""Trying the two scripts: a text as Cyrillic and as Latin pages of this edition show it."""

from dataclasses import dataclass

from flask import g, render_template
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.script import to_cyrillic, to_latin
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.web.access import keeps_answers, requires
from biblionet_reg.web.forms.try_words import TryWordsForm
from biblionet_reg.web.organiser.blueprint import bp


@dataclass(frozen=True, slots=True)
class BothScripts:
    """A text in both scripts; `by_rules` is its Cyrillic without the words of the edition."""

    cyrillic: str
    by_rules: str
    latin: str


@bp.route("/edition/words/try", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
def try_words() -> ResponseReturnValue:
    """Show a text in Cyrillic and in Latin, with the words of the edition and without."""
    form = TryWordsForm()
    shown = _in_both(form.text.data) if form.validate_on_submit() else None
    page = render_template("organiser/edition/try_words.html", form=form, shown=shown, part=PartKind.WORDS)
    return page, 422 if form.errors else 200


def _in_both(text: str) -> BothScripts:
    return BothScripts(cyrillic=to_cyrillic(text, rules_of(g.edition)), by_rules=to_cyrillic(text), latin=to_latin(text))
