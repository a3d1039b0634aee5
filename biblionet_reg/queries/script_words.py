"""The words of an edition as the conversion to Cyrillic takes them, read once until they change."""

from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select

from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script_word import rules_from
from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.script_word import ScriptWord

#: By database and edition: what the edition's row said of its last change, and the rules read after that.
_KEPT: WeakKeyDictionary[Engine, Shelf[int, tuple[object, ScriptRules]]] = WeakKeyDictionary()
#: More editions than anybody reads at one time.
_EDITIONS = 32


def rules_of(edition: Edition) -> ScriptRules:
    """Return the rules of the edition; the database is asked only when the edition changed since they were read.

    Every change of a list moves `updated_at` of the edition in the same transaction, and whoever converts has read the
    edition already: so another process sees a change with its next request, and none is asked for twice.
    """
    kept = _KEPT.setdefault(db.engine, Shelf(_EDITIONS))
    mark = edition.updated_at
    found = kept.get(edition.id)
    if found is not None and found[0] == mark:
        return found[1]
    return kept.keep(edition.id, (mark, _read(edition.id)))[1]


def _read(edition_id: int) -> ScriptRules:
    asked = select(ScriptWord.kind, ScriptWord.latin, ScriptWord.cyrillic).where(ScriptWord.edition_id == edition_id)
    return rules_from((kind, latin, cyrillic) for kind, latin, cyrillic in db.session.execute(asked.order_by(ScriptWord.latin_key)))
