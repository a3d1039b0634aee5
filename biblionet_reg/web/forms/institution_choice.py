"""Choosing an institution: one of the known ones from a list, or any other typed with its kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from flask import g

from biblionet_reg.domain.institution import INSTITUTION_LIMIT, PLACE_LIMIT, InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.i18n import current_lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.queries import institutions
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.shown.institutions import in_script
from biblionet_reg.shown.script_rules import script_rules
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import ChoiceField, LineField, enum_choices


@dataclass(frozen=True, slots=True)
class NamedInstitution:
    """An institution as it was chosen or typed."""

    name: str
    place: str
    kind: InstitutionKind


def known_institutions() -> tuple[KnownInstitution, ...]:
    """Return the known institutions, read once for all forms of a request."""
    if "known_institutions" not in g:
        g.known_institutions = institutions.listed()
    known: tuple[KnownInstitution, ...] = g.known_institutions
    return known


def institution_field() -> ChoiceField:
    """Return the list of the known institutions."""
    return ChoiceField(_l("Library or other institution"), wrong=_l("Choose an institution from the list, or type its name below"))


def name_field() -> LineField:
    """Return the name of an institution that is not in the list."""
    too_long = _l("Name of the institution must be %(limit)s characters or fewer", limit=INSTITUTION_LIMIT)
    return LineField(_l("Name of the institution"), limit=INSTITUTION_LIMIT, too_long=too_long)


def place_field() -> LineField:
    """Return its place."""
    return LineField(_l("Place"), limit=PLACE_LIMIT, too_long=_l("Place must be %(limit)s characters or fewer", limit=PLACE_LIMIT))


def kind_field() -> ChoiceField:
    """Return its kind."""
    return ChoiceField(_l("Kind of institution"), wrong=_l("Choose the kind of institution from the list"))


class Choosable(Protocol):
    """A known institution, as a row or as forms need it."""

    @property
    def name(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def name_key(self) -> str: ...
    @property
    def place_key(self) -> str: ...


class InstitutionChoice(Form):
    """A form with the two ways of telling an institution; it declares the fields itself, where they stand among its own."""

    institution: ChoiceField
    institution_name: LineField
    institution_place: LineField
    institution_kind: ChoiceField

    def institution_is_typed(self) -> bool:
        """Say whether the part for institutions that are not in the list holds something."""
        parts = (self.institution_name, self.institution_place, self.institution_kind)
        return any(part.data or part.errors for part in parts)

    def check_institution(self) -> bool:
        """Refuse both ways at once, and a name without its kind."""
        if self.institution.errors or self.institution_name.errors:
            return False
        if self.institution.data and self.institution_name.data:
            self.add_error("institution_name", _("You chose an institution from the list and typed another one: leave only one of them"))
            return False
        if self.institution_name.data and not self.institution_kind.data:
            self.add_error("institution_kind", _("Choose the kind of institution"))
            return False
        return True

    def named_institution(self, known: Sequence[KnownInstitution]) -> NamedInstitution | None:
        """Return what was chosen or typed, None when neither; call it on a valid form."""
        chosen = next((one for one in known if choice_key(one) == self.institution.data), None)
        if chosen is not None:
            return NamedInstitution(chosen.name, chosen.place, chosen.kind)
        if not self.institution_name.data:
            return None
        return NamedInstitution(self.institution_name.data, self.institution_place.data, InstitutionKind(self.institution_kind.data))


def choice_key(institution: Choosable) -> str:
    """Return what stands for a known institution in a form."""
    return f"{institution.name_key}|{institution.place_key}"


def choice_words(institution: Choosable) -> str:
    """Return what people read of a known institution in the list, in the script of the page."""
    return in_script(f"{institution.place}: {institution.name}" if institution.place else institution.name)


def institution_choices(known: Sequence[KnownInstitution]) -> list[tuple[str, str]]:
    """Return the list people choose from, by place; the first choice is none."""
    return [("", _("Choose from the list")), *_choices(tuple(known), current_lang(), script_rules())]


@lru_cache(maxsize=2 * len(Lang))
def _choices(known: tuple[KnownInstitution, ...], _lang: Lang, _rules: ScriptRules) -> tuple[tuple[str, str], ...]:
    """Write once what every form offers, in the script of the page and by the words of its edition."""
    return tuple((choice_key(one), choice_words(one)) for one in known)


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds an institution may be of; the first choice is none."""
    return [("", _("Choose the kind")), *enum_choices(InstitutionKind)]


def institution_values(known: Sequence[KnownInstitution], name: str, place: str, kind: InstitutionKind) -> dict[str, Any]:
    """Return what the fields show for an institution as it was told: the one in the list, else what was typed."""
    chosen = next((choice_key(one) for one in known if (one.name, one.place) == (name, place)), "")
    is_typed = bool(name) and not chosen
    return {
        "institution": chosen,
        "institution_name": name if is_typed else "",
        "institution_place": place if is_typed else "",
        "institution_kind": kind.value if is_typed else "",
    }
