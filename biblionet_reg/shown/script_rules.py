"""The rules by which Latin text is now written in Cyrillic: the standard ones, or those of an edition."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import g

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import STANDARD_RULES, ScriptRules
from biblionet_reg.domain.text import as_typed

RulesReader = Callable[[], ScriptRules]


@contextmanager
def spelling_by(read: RulesReader) -> Iterator[None]:
    """Write by an edition's own rules for a while; they are read when the first word needs them."""
    before = g.get("script_rules"), g.get("script_rules_reader")
    spell_by(read)
    try:
        yield
    finally:
        g.script_rules, g.script_rules_reader = before


def spell_by(read: RulesReader) -> None:
    """Write by an edition's own rules from now on, for the rest of a request."""
    g.script_rules, g.script_rules_reader = None, read


def script_rules() -> ScriptRules:
    """Return the rules by which Latin text is now written in Cyrillic."""
    read: RulesReader | None = g.get("script_rules_reader") if g else None
    if read is None:
        return STANDARD_RULES
    rules: ScriptRules | None = g.get("script_rules")
    if rules is None:
        rules = g.script_rules = read()
    return rules


def rules_for(text: str, lang: Lang) -> ScriptRules:
    """Only Latin text for a reader of Cyrillic is written by rules; for the rest nothing is read from the database."""
    return script_rules() if lang is Lang.SR and as_typed(text).lang is Lang.SR_LATN else STANDARD_RULES
