"""What the search index keeps of a record, for tests."""

from sqlalchemy import select

from biblionet_reg.domain.search_words import Field
from biblionet_reg.extensions import db
from biblionet_reg.services.search_index import Record, words_table


def words_kept(record: Record) -> dict[Field, set[str]]:
    """Return the words the record is found by, part by part."""
    words = words_table(record)
    kept: dict[Field, set[str]] = {}
    for field, word in db.session.execute(select(words.field, words.word).where(words.record_id == record.id)):
        kept.setdefault(Field(field), set()).add(word)
    return kept
