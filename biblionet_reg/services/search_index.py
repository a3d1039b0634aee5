"""Keeping the words of a record beside it, in the transaction that writes the record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, tuple_

from biblionet_reg.domain.search_words import Entry, Field, entries
from biblionet_reg.domain.search_words import name_words as words_of_names
from biblionet_reg.extensions import db
from biblionet_reg.models.base import Base
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, RegistrationWord, SubmissionWord
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.search_terms import Words
from biblionet_reg.services import name_words

Texts = Mapping[Field, Sequence[str]]
Record = Registration | Submission | Letter | Institution


def texts_of(record: Record) -> Texts:
    """Return what a record is found by, part by part."""
    return _TEXTS[type(record)](record)


def index(record: Record) -> None:
    """Make a saved record findable by what it says now."""
    words, texts = words_table(record), texts_of(record)
    wanted = entries(texts)
    kept = {
        Entry(Field(field), word) for field, word in db.session.execute(select(words.field, words.word).where(words.record_id == record.id))
    }
    if gone := kept - wanted:
        db.session.execute(delete(_table(words)).where(words.record_id == record.id, tuple_(words.field, words.word).in_(gone)))
    if fresh := wanted - kept:
        db.session.execute(insert(_table(words)), [_row(record, entry) for entry in sorted(fresh)])
        name_words.learn(words_of_names(texts))


def index_new(records: Iterable[Record]) -> None:
    """Make many records findable that never were, all of one kind: a few statements for all of them."""
    found = [(record, texts_of(record)) for record in records]
    rows = [_row(record, entry) for record, texts in found for entry in entries(texts)]
    if rows:
        db.session.execute(insert(_table(words_table(found[0][0]))), rows)
    name_words.learn({word: written for _record, texts in found for word, written in words_of_names(texts).items()})


def index_anew(records: Sequence[Record]) -> None:
    """Make records findable as if they never were, all of one kind: whatever is kept of them goes first."""
    words = words_table(records[0])
    db.session.execute(delete(_table(words)).where(words.record_id.in_([record.id for record in records])))
    index_new(records)


def words_table(record: Record) -> Words:
    """Return the table that holds the words of a record of this kind."""
    return _WORDS[type(record)]


def _table(model: type[Base]) -> Table:
    """Return the table itself: rows of words are many, and no object is made of them."""
    return cast("Table", model.__table__)


def _row(record: Record, entry: Entry) -> dict[str, Any]:
    row = {"field": int(entry.field), "word": entry.word, "record_id": record.id}
    return row if isinstance(record, Institution) else {**row, "edition_id": record.edition_id}


def _of_registration(one: Registration) -> Texts:
    names = (one.given_name, one.family_name, one.badge_name, one.other_given_name, one.other_family_name, one.other_badge_name)
    return {
        Field.CODE: [one.code],
        Field.NAME: [name for name in names if name],
        Field.INSTITUTION: [one.institution_name, one.institution_place, *_other_names(one.institution)],
        Field.ADDRESS: [one.email],
    }


def _other_names(known: Institution | None) -> list[str]:
    """Return what else a known institution is called: „НБС“."""
    return [alias.name for alias in known.aliases] if known else []


def _of_submission(one: Submission) -> Texts:
    people = [(author.given_name, author.family_name, author.other_given_name, author.other_family_name) for author in one.authors]
    return {
        Field.CODE: [one.code],
        Field.NAME: [name for names in people for name in names if name],
        Field.INSTITUTION: [name for author in one.authors for name in (author.institution_name, author.institution_place) if name],
        Field.TITLE: list(one.title.as_dict().values()),
        Field.TOPIC: [*one.keywords.as_dict().values(), *(partner.name for partner in one.partners)],
        Field.ADDRESS: [author.email for author in one.authors if author.email],
    }


def _of_letter(one: Letter) -> Texts:
    about = one.registration or one.submission
    return {
        Field.CODE: [about.code] if about else [],
        Field.NAME: [one.to_name],
        Field.TITLE: [one.subject],
        Field.ADDRESS: [one.to_email],
    }


def _of_institution(one: Institution) -> Texts:
    return {Field.NAME: [one.name, *(alias.name for alias in one.aliases)], Field.INSTITUTION: [one.place]}


_TEXTS: dict[type[Any], Callable[[Any], Texts]] = {
    Registration: _of_registration,
    Submission: _of_submission,
    Letter: _of_letter,
    Institution: _of_institution,
}
_WORDS: dict[type[Any], Words] = {
    Registration: RegistrationWord,
    Submission: SubmissionWord,
    Letter: LetterWord,
    Institution: InstitutionWord,
}
