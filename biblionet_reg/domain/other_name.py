"""The form of a name in the other script, as its bearer tells it: what of it is refused."""

from collections.abc import Iterator
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.person_name import PersonName, converted_name, other_script
from biblionet_reg.domain.script import Script, repair, script_of


class OtherNameFault(StrEnum):
    """What is wrong with a part of it."""

    NOT_LATIN = "other_name_not_latin"
    NOT_CYRILLIC = "other_name_not_cyrillic"
    GIVEN_NAME_MISSING = "other_given_name_missing"
    FAMILY_NAME_MISSING = "other_family_name_missing"


class OtherNameRefused(Refusal):
    """A part of the other form is not in the other script, or stands alone where nothing suggests the rest."""

    def __init__(self, field: str, fault: OtherNameFault) -> None:
        super().__init__(field, fault)
        self.field: str = field
        self.fault = fault


def other_name_faults(name: PersonName, badge_name: str = "", other_badge_name: str = "") -> Iterator[OtherNameRefused]:
    """Tell what is wrong with the other form of a name, and of the name on a badge."""
    yield from _part_fault("other_given_name", name.other_given_name, name.script)
    yield from _part_fault("other_family_name", name.other_family_name, name.script)
    yield from _part_fault("other_badge_name", other_badge_name, script_of(badge_name or name.whole))
    yield from _missing_parts(name)


def _part_fault(field: str, told: str, typed: Script | None) -> Iterator[OtherNameRefused]:
    """Names in neither script may be told in either; look-alike letters are forgiven, saving repairs them."""
    if not told or typed is None or script_of(repair(told).text) is other_script(typed):
        return
    yield OtherNameRefused(field, OtherNameFault.NOT_LATIN if typed is Script.CYRILLIC else OtherNameFault.NOT_CYRILLIC)


def _missing_parts(name: PersonName) -> Iterator[OtherNameRefused]:
    if name.script is None or not (name.other_given_name or name.other_family_name):
        return
    wanted = other_script(name.script)
    if not name.other_given_name and converted_name(name.given_name, wanted) is None:
        yield OtherNameRefused("other_given_name", OtherNameFault.GIVEN_NAME_MISSING)
    if not name.other_family_name and converted_name(name.family_name, wanted) is None:
        yield OtherNameRefused("other_family_name", OtherNameFault.FAMILY_NAME_MISSING)


def refuse_other_name(name: PersonName, badge_name: str = "", other_badge_name: str = "") -> None:
    """Raise the first fault, so that no caller keeps a name that a form would refuse."""
    for fault in other_name_faults(name, badge_name, other_badge_name):
        raise fault
