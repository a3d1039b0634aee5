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

#: Languages whose readers read Serbian in Latin script, and Serbian-speaking regions where CLDR expects it.
_READ_LATIN = {"hr", "bs", "sh", "cnr"}
_LATIN_REGIONS = {"me", "ro", "tr", "us"}
#: Macedonian readers follow Serbian in Cyrillic more easily than English.
_READ_CYRILLIC = {"sr", "mk"}

#: How each language names itself in the language switch.
OWN_NAMES = {Lang.SR: "Ћирилица", Lang.SR_LATN: "Latinica", Lang.EN: "English"}


def lang_of_tag(tag: str) -> Lang | None:
    """Return our language for who reads `tag` (BCP 47, any case, also with `_`); None where we have nothing better than the default."""
    language, *rest = tag.lower().replace("_", "-").split("-")
    if language == "en":
        return Lang.EN
    if language not in _READ_LATIN | _READ_CYRILLIC:
        return None
    if "cyrl" in rest:
        return Lang.SR
    reads_latin = language in _READ_LATIN or "latn" in rest or (language == "sr" and not _LATIN_REGIONS.isdisjoint(rest))
    return Lang.SR_LATN if reads_latin else Lang.SR
