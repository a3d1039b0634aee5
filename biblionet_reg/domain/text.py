"""A text kept in its languages: Serbian as written, English, and Latin derived unless given."""

from collections.abc import Mapping
from dataclasses import dataclass

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown, and the language it is really in (for the `lang` attribute)."""

    text: str
    lang: Lang

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class LocalText:
    """Serbian (`sr`), English (`en`) and, where the derived one will not do, Latin (`sr_latn`)."""

    sr: str = ""
    en: str = ""
    sr_latn: str = ""

    def say(self, lang: Lang) -> Said:
        """Return the text for a reader of `lang`; a missing one falls back to what there is."""
        if lang is Lang.EN:
            return Said(self.en, Lang.EN) if self.en else Said(self.sr, Lang.SR)
        if not self.sr:
            return Said(self.en, Lang.EN)
        if lang is Lang.SR:
            return Said(self.sr, Lang.SR)
        return Said(self.sr_latn or to_latin(self.sr), Lang.SR_LATN)

    def as_dict(self) -> dict[str, str]:
        """Return the parts that are filled, under the names the edition file uses."""
        parts = {"sr": self.sr, "en": self.en, "sr-Latn": self.sr_latn}
        return {name: value for name, value in parts.items() if value}

    @classmethod
    def from_dict(cls, parts: Mapping[str, str] | None) -> "LocalText":
        """Read what `as_dict` writes; None and missing parts are empty."""
        parts = parts or {}
        return cls(sr=parts.get("sr", ""), en=parts.get("en", ""), sr_latn=parts.get("sr-Latn", ""))

    def __bool__(self) -> bool:
        return bool(self.sr or self.en or self.sr_latn)
