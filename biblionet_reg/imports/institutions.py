"""Reading the list of known institutions that comes with the product."""

import json
from dataclasses import dataclass

from biblionet_reg.domain.institution import InstitutionKind, Sector


@dataclass(frozen=True, slots=True)
class KnownInstitution:
    """A library or another institution people may choose; `aliases` are found by search."""

    name: str
    place: str
    kind: InstitutionKind
    sector: Sector
    is_parent_library: bool
    website: str
    aliases: tuple[str, ...]


def read_institutions(content: bytes) -> list[KnownInstitution]:
    """Return the institutions of the bundled list (ours, so a fault in it is a fault of ours)."""
    return [
        KnownInstitution(
            name=item["name"],
            place=item["place"],
            kind=InstitutionKind(item["kind"]),
            sector=Sector(item["sector"]),
            is_parent_library="parent" in item,
            website=item.get("website", ""),
            aliases=tuple(item.get("aliases", ())),
        )
        for item in json.loads(content)
    ]
