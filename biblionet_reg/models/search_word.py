"""The words that records are found by, and the words of names with their misspellings.

Each kind of record has its table of words, so that a word goes when its record goes. The key begins with what a
search asks for; the other index answers which words a record has.
"""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, PrimaryKeyConstraint, SmallInteger, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from biblionet_reg.domain.search_words import WORD_LIMIT
from biblionet_reg.models.base import Base

#: Text in the order of its code points on both databases, so that a beginning is one stretch of the index.
PlainText = String(WORD_LIMIT).with_variant(String(WORD_LIMIT, collation="C"), "postgresql")


class SearchWord:
    """What the tables of words have in common: the word, and the part of the record it stands in (`Field`)."""

    __tablename__: str

    field: Mapped[int] = mapped_column(SmallInteger)
    word: Mapped[str] = mapped_column(PlainText)
    record_id: Mapped[int]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - SQLAlchemy gives the class
        return _table_args(cls.__tablename__)


class EditionWord(SearchWord):
    """The same of records that belong to an edition: they are searched within it."""

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - SQLAlchemy gives the class
        return _table_args(cls.__tablename__, "edition_id")


def _table_args(table: str, *scope: str) -> tuple[Any, ...]:
    return (
        PrimaryKeyConstraint(*scope, "field", "word", "record_id", name=f"pk_{table}"),
        CheckConstraint("field BETWEEN 1 AND 6", name="field_known"),
        Index(f"ix_{table}_record", "record_id", "word", "field"),
        {"sqlite_with_rowid": False},
    )


class RegistrationWord(EditionWord, Base):
    """A word of a registration."""

    __tablename__ = "registration_word"

    record_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"))


class SubmissionWord(EditionWord, Base):
    """A word of a submission."""

    __tablename__ = "submission_word"

    record_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))


class LetterWord(EditionWord, Base):
    """A word of a letter: of its recipient, subject, and the code of what it is about."""

    __tablename__ = "letter_word"

    record_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"))


class InstitutionWord(SearchWord, Base):
    """A word of an institution: of its name, its other names, its place."""

    __tablename__ = "institution_word"

    record_id: Mapped[int] = mapped_column(ForeignKey("institution.id", ondelete="CASCADE"))


class NameWord(Base):
    """A word of a name, institution or place, and how somebody wrote it."""

    __tablename__ = "name_word"
    __table_args__ = ({"sqlite_with_rowid": False},)

    word: Mapped[str] = mapped_column(PlainText, primary_key=True)
    written: Mapped[str] = mapped_column(String(WORD_LIMIT))


class NameVariant(Base):
    """A form by which misspellings of a word meet it (`domain.spelling.variants`)."""

    __tablename__ = "name_variant"
    __table_args__ = (
        PrimaryKeyConstraint("variant", "word", name="pk_name_variant"),
        {"sqlite_with_rowid": False},
    )

    variant: Mapped[str] = mapped_column(PlainText)
    word: Mapped[str] = mapped_column(PlainText, ForeignKey("name_word.word", ondelete="CASCADE"), index=True)
