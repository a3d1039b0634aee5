"""The words that an edition writes in its own way in the two scripts."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from biblionet_reg.domain.script_word import WORD_LIMIT, ScriptWordKind, word_key
from biblionet_reg.models.base import Base, enum_type, primary_key

# Signs that stand for several letters grow in the key.
_KEY_LENGTH = 4 * WORD_LIMIT


class ScriptWord(Base):
    """A Latin word that stays as it is in Cyrillic text (`cyrillic` is empty), or has its own Cyrillic form."""

    __tablename__ = "script_word"
    __table_args__ = (
        UniqueConstraint("edition_id", "latin_key", name="uq_script_word_edition_latin"),
        CheckConstraint("latin <> ''", name="latin_not_empty"),
        CheckConstraint("(kind = 'pair') = (cyrillic <> '')", name="cyrillic_of_pairs"),
    )

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    kind: Mapped[ScriptWordKind] = mapped_column(enum_type(ScriptWordKind, "kind"))
    latin: Mapped[str] = mapped_column(String(WORD_LIMIT))
    cyrillic: Mapped[str] = mapped_column(String(WORD_LIMIT), default="")
    latin_key: Mapped[str] = mapped_column(String(_KEY_LENGTH))

    @validates("latin")
    def _keep_key(self, _name: str, latin: str) -> str:
        self.latin_key = word_key(latin)[:_KEY_LENGTH]
        return latin
