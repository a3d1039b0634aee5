"""Where people come from."""

import re
from enum import StrEnum

from biblionet_reg.domain.script import fold

#: How long the name and the place of an institution may be.
INSTITUTION_LIMIT = 200
PLACE_LIMIT = 100


class InstitutionKind(StrEnum):
    """What an institution is."""

    LIBRARY = "library"
    MUSEUM = "museum"
    ARCHIVE = "archive"
    SCHOOL = "school"
    UNIVERSITY = "university"
    CULTURAL_CENTRE = "cultural_centre"
    COMPANY = "company"
    MINISTRY = "ministry"
    LOCAL_GOVERNMENT = "local_government"
    ASSOCIATION = "association"
    OTHER = "other"


class Sector(StrEnum):
    """The part of society an institution belongs to (the sectors the 2020 call names, and two more)."""

    STATE = "state"
    CULTURE = "culture"
    SCIENCE = "science"
    EDUCATION = "education"
    ASSOCIATIONS = "associations"
    BUSINESS = "business"
    HEALTH = "health"
    SOCIAL = "social"
    COMPANIES = "companies"
    OTHER = "other"


#: The sector an institution of this kind belongs to unless somebody says otherwise.
USUAL_SECTOR = {
    InstitutionKind.LIBRARY: Sector.CULTURE,
    InstitutionKind.MUSEUM: Sector.CULTURE,
    InstitutionKind.ARCHIVE: Sector.CULTURE,
    InstitutionKind.SCHOOL: Sector.EDUCATION,
    InstitutionKind.UNIVERSITY: Sector.SCIENCE,
    InstitutionKind.CULTURAL_CENTRE: Sector.CULTURE,
    InstitutionKind.COMPANY: Sector.COMPANIES,
    InstitutionKind.MINISTRY: Sector.STATE,
    InstitutionKind.LOCAL_GOVERNMENT: Sector.STATE,
    InstitutionKind.ASSOCIATION: Sector.ASSOCIATIONS,
    InstitutionKind.OTHER: Sector.OTHER,
}

_NOT_WORD = re.compile(r"\W+")


def institution_key(text: str) -> str:
    """Return the key of a name or place: one for „Бора Станковић“, "Bora Stankovic" and «bora-stanković»."""
    return _NOT_WORD.sub(" ", fold(text)).strip()
