"""The words synthetic people and papers are made of (`data/demo.json`)."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from biblionet_reg.domain.person_name import PersonName

_FILE = Path(__file__).resolve().parents[2] / "data" / "demo.json"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Serbian (Cyrillic) words, and pairs of Serbian and English ones."""

    given_names: tuple[str, ...]
    family_names: tuple[str, ...]
    foreign_people: tuple[PersonName, ...]
    titles: tuple[str, ...]
    dietary_needs: tuple[str, ...]
    access_needs: tuple[str, ...]
    partners: dict[str, tuple[str, ...]]
    presentations: dict[str, tuple[Pair, ...]]
    sentences: tuple[tuple[Pair, ...], ...]
    keywords: tuple[Pair, ...]
    review_comments: tuple[Pair, ...]


def _pairs(rows: list[list[str]]) -> tuple[Pair, ...]:
    return tuple((first, second) for first, second in rows)


@cache
def words() -> Words:
    """Read the file once."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return Words(
        given_names=tuple(data["given_names"]),
        family_names=tuple(data["family_names"]),
        foreign_people=tuple(PersonName(*name) for name in data["foreign_people"]),
        titles=tuple(data["titles"]),
        dietary_needs=tuple(data["dietary_needs"]),
        access_needs=tuple(data["access_needs"]),
        partners={sector: tuple(names) for sector, names in data["partners"].items()},
        presentations={subtopic: _pairs(rows) for subtopic, rows in data["presentations"].items()},
        sentences=tuple(_pairs(rows) for rows in data["sentences"].values()),
        keywords=_pairs(data["keywords"]),
        review_comments=_pairs(data["review_comments"]),
    )
