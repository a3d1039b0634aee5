"""The words of an edition as the conversion to Cyrillic takes them, read once until they change."""

from sqlalchemy import select

from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script_word import rules_from
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.script_word import ScriptWord
from biblionet_reg.queries.until_changed import UntilChanged


def rules_of(edition: Edition) -> ScriptRules:
    """Return the rules of the edition; the database is asked only when the edition changed since they were read."""
    return _RULES.of(edition)


def _read(edition_id: int) -> ScriptRules:
    asked = select(ScriptWord.kind, ScriptWord.latin, ScriptWord.cyrillic).where(ScriptWord.edition_id == edition_id)
    return rules_from((kind, latin, cyrillic) for kind, latin, cyrillic in db.session.execute(asked.order_by(ScriptWord.latin_key)))


_RULES = UntilChanged(_read)
