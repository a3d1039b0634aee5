"""The three languages of the product, as they stand in addresses and in `lang`."""

from enum import StrEnum


class Lang(StrEnum):
    """A BCP 47 tag; the default is Serbian in Cyrillic."""

    SR = "sr"
    SR_LATN = "sr-Latn"
    EN = "en"

    @property
    def locale(self) -> str:
        """The same language as Babel writes it (`sr_Latn`)."""
        return self.value.replace("-", "_")


DEFAULT_LANG = Lang.SR

#: How each language names itself in the language switch.
OWN_NAMES = {Lang.SR: "Ћирилица", Lang.SR_LATN: "Latinica", Lang.EN: "English"}
