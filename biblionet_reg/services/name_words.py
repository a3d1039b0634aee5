"""The words of names, institutions and places, with the forms by which misspellings meet them."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from sqlalchemy import Table, delete, select, union
from sqlalchemy.dialects import postgresql, sqlite

from biblionet_reg.domain.search_words import NAMES
from biblionet_reg.domain.spelling import variants
from biblionet_reg.extensions import db
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, NameVariant, NameWord, RegistrationWord, SubmissionWord
from biblionet_reg.services.transaction import gathered, transaction

#: How many words one statement asks about; databases limit the values of a statement.
_CHUNK = 500
_HOLDERS = (RegistrationWord, SubmissionWord, LetterWord, InstitutionWord)


def learn(written: Mapping[str, str]) -> None:
    """Keep words of names, as they were first written, when the use-case is at its end."""
    with transaction():
        learnt = gathered(_write)
        for word, typed in written.items():
            learnt.setdefault(word, typed)


def renew() -> None:
    """Forget the words that nobody has any more and make the forms of the others anew, some words in a transaction at a time."""
    last = ""
    while True:
        with transaction() as session:
            some = select(NameWord.word).where(NameWord.word > last).order_by(NameWord.word).limit(_CHUNK)
            # Whoever is saving one of these words is waited for, and its record counts below.
            words = session.scalars(some.with_for_update()).all()
            if not words:
                return
            _renew(words)
            last = words[-1]


def _write(learnt: dict[str, str]) -> None:
    """Insert what is new: everybody does so last and in one order, so two use-cases never wait for each other in a circle."""
    words = sorted(learnt)
    known = _known(words)
    fresh = [word for word in words if word not in known]
    _insert_missing(NameWord, [{"word": word, "written": learnt[word]} for word in fresh])
    _insert_forms(fresh)


def _known(words: Sequence[str]) -> set[str]:
    """Return which words are kept, and hold them until the commit: they are needed now."""
    parts = (words[start : start + _CHUNK] for start in range(0, len(words), _CHUNK))
    asked = (select(NameWord.word).where(NameWord.word.in_(part)).order_by(NameWord.word) for part in parts)
    return {word for some in asked for word in db.session.scalars(some.with_for_update(read=True, key_share=True))}


def _renew(words: Sequence[str]) -> None:
    used = _used(words)
    kept: dict[str, set[str]] = {word: set() for word in words}
    for form, word in db.session.execute(select(NameVariant.variant, NameVariant.word).where(NameVariant.word.in_(words))):
        kept[word].add(form)
    changed = [word for word in words if word in used and kept[word] != variants(word)]
    db.session.execute(delete(_table(NameVariant)).where(NameVariant.word.in_([*changed, *(word for word in words if word not in used)])))
    db.session.execute(delete(_table(NameWord)).where(NameWord.word.in_([word for word in words if word not in used])))
    _insert_forms(changed)


def _used(words: Collection[str]) -> set[str]:
    fields = [int(field) for field in NAMES]
    held = (select(table.word).where(table.word.in_(words), table.field.in_(fields)) for table in _HOLDERS)
    return set(db.session.scalars(union(*held)))


def _insert_forms(words: Sequence[str]) -> None:
    _insert_missing(NameVariant, [{"variant": form, "word": word} for word in words for form in sorted(variants(word))])


def _insert_missing(table: type[NameWord] | type[NameVariant], rows: list[dict[str, str]]) -> None:
    """Insert what nobody else has inserted meanwhile; both databases know how, each in its dialect."""
    if rows:
        dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
        db.session.execute(dialect.insert(_table(table)).on_conflict_do_nothing(), rows)


def _table(model: type[NameWord] | type[NameVariant]) -> Table:
    return cast("Table", model.__table__)
