"""People with names in either script and from abroad, and how each reads in Cyrillic and in Latin."""

from dataclasses import dataclass

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import PersonName


@dataclass(frozen=True)
class Reads:
    """A name as typed, and what must stand in print in each script."""

    name: PersonName
    cyrillic: str
    latin: str

    def in_language(self, lang: Lang) -> str:
        return self.cyrillic if lang is Lang.SR else self.latin


CYRILLIC = Reads(PersonName("Џенана", "Љубишић"), "Џенана Љубишић", "Dženana Ljubišić")
LATIN = Reads(PersonName("Njegoslava", "Đurić"), "Његослава Ђурић", "Njegoslava Đurić")
TOLD = Reads(PersonName("Ђорђе", "Чолић", "Djordje", "Cholich"), "Ђорђе Чолић", "Djordje Cholich")
HUNGARIAN = Reads(PersonName("Ágnes", "Nagy"), "Ágnes Nagy", "Ágnes Nagy")
SLOVAK = Reads(PersonName("Mária", "Kováčová", "Марија", "Ковачова"), "Марија Ковачова", "Mária Kováčová")
ENGLISH = Reads(PersonName("John", "Smith"), "John Smith", "John Smith")

CAST = (CYRILLIC, LATIN, TOLD, HUNGARIAN, SLOVAK, ENGLISH)
