"""Places in alphabetical lists, kept so that the database pages them: one key for each order (`domain.collation`)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from biblionet_reg.domain.collation import KEY_LENGTH
from biblionet_reg.domain.language import Lang

#: The column of every order: azbuka, abeceda, the English alphabet.
COLUMNS = {Lang.SR: "sort_key", Lang.SR_LATN: "sort_key_latin", Lang.EN: "sort_key_english"}


class InAlphabet:
    """A row that stands in alphabetical lists. Only `services.sort_keys` writes its keys."""

    sort_key: Mapped[str] = mapped_column(String(KEY_LENGTH), default="")
    sort_key_latin: Mapped[str] = mapped_column(String(KEY_LENGTH), default="")
    sort_key_english: Mapped[str] = mapped_column(String(KEY_LENGTH), default="")

    id: Mapped[int]

    def stand_by(self, keys: Mapping[Lang, str]) -> bool:
        """Take over the keys; say whether any is another than before."""
        changed = [(name, keys[lang]) for lang, name in COLUMNS.items() if getattr(self, name) != keys[lang]]
        for name, key in changed:
            setattr(self, name, key)
        return bool(changed)

    @classmethod
    def alphabetical(cls, lang: Lang) -> tuple[InstrumentedAttribute[Any], InstrumentedAttribute[Any]]:
        """Return what a list shown in `lang` is ordered by; rows of equal keys stand as they came."""
        return getattr(cls, COLUMNS[lang]), cls.id
