"""The lists of an edition: which rows they hold, and what uses them."""

from hashlib import sha256
from itertools import chain, count
from typing import Any

from sqlalchemy import func, select

from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.slug import slug_of
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Meal, NewsItem, Organiser, PartnerSector, Room, Subtopic
from biblionet_reg.models.programme import ProgrammeSession
from biblionet_reg.models.registration import RegistrationMeal
from biblionet_reg.models.script_word import ScriptWord
from biblionet_reg.models.submission import Partner, Submission

Part = Room | Subtopic | PartnerSector | Meal | Organiser | NewsItem | ScriptWord

MODELS: dict[PartKind, type[Part]] = {
    PartKind.ROOMS: Room,
    PartKind.SUBTOPICS: Subtopic,
    PartKind.SECTORS: PartnerSector,
    PartKind.MEALS: Meal,
    PartKind.ORGANISERS: Organiser,
    PartKind.NEWS: NewsItem,
    PartKind.WORDS: ScriptWord,
}
#: So many characters tell rows apart whose names read the same in an address.
_TOLD_BY = 10
#: The column through which other rows use a part; organisers, news and words are used by nothing.
_USED_BY: dict[PartKind, Any] = {
    PartKind.ROOMS: ProgrammeSession.room_id,
    PartKind.SUBTOPICS: Submission.subtopic_id,
    PartKind.SECTORS: Partner.sector_id,
    PartKind.MEALS: RegistrationMeal.meal_id,
}


def rows_of(edition: Edition, part: PartKind) -> list[Any]:
    """Return the list itself (adding to it adds to the edition), in its order."""
    found: list[Any] = getattr(edition, part)
    return found


def uses_in(edition: Edition, part: PartKind) -> dict[int, int]:
    """Return how often each row of the list is used, by its key; what is not used is left out."""
    column = _USED_BY.get(part)
    if column is None:
        return {}
    ids = select(MODELS[part].id).where(MODELS[part].edition_id == edition.id)
    counted = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {row_id: uses for row_id, uses in db.session.execute(counted)}  # noqa: C416 - rows, not pairs


def rows_by_key(edition: Edition, part: PartKind) -> dict[str, Any]:
    """Return the rows of the list, in their order, under the keys that addresses use; the key of a row depends on no other row."""
    found: dict[str, Any] = {}
    for row in rows_of(edition, part):
        key = _key(row)
        wanted = chain((key,), (f"{key}-{n}" for n in count(2)))
        found[next(free for free in wanted if free not in found)] = row
    return found


def _key(row: Part) -> str:
    """Return the code of a row; an organiser, a piece of news or a word is told by what it says, to the last sign."""
    match row:
        case Organiser():
            return _told(f"{row.role.value}-", row.name.sr or row.name.en)
        case NewsItem():
            return _told(f"{row.published_on.isoformat()}-", row.title.sr or row.title.en)
        case ScriptWord():
            return _told("", row.latin_key)
        case _:
            return row.code


def _told(before: str, text: str) -> str:
    """Return what `text` reads like, and a digest of every sign of it (C, C# and C++ read the same)."""
    return f"{before}{slug_of(text)}-{sha256(text.encode()).hexdigest()[:_TOLD_BY]}"
