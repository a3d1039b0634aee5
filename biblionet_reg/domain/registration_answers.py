"""What a person tells when registering, as the form, an import or the demonstration hands it over."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ConsentPurpose, ParticipantRole

NAME_LIMIT = 100
BADGE_NAME_LIMIT = 120
TITLE_LIMIT = 120
NEEDS_LIMIT = 1000

#: Titles of the library profession that the form offers; anything else may be typed.
PROFESSIONAL_TITLES = (
    "књижничар",
    "самостални књижничар",
    "виши књижничар",
    "самостални виши књижничар",
    "библиотекар",
    "виши библиотекар",
    "библиотекар саветник",
    "дипломирани библиотекар",
    "виши дипломирани библиотекар",
    "дипломирани библиотекар саветник",
    "библиограф",
    "археограф",
    "информатор",
    "документариста",
    "конзерватор",
    "техничар конзерватор",
)


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent with the very words and the language it was asked in."""

    purpose: ConsentPurpose
    wording: str
    language: Lang


@dataclass(frozen=True, slots=True)
class Needs:
    """What the host should know to feed and seat a person; may tell about health."""

    dietary: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationAnswers:
    """The whole form. `needs` and `consents` are None where whoever answers may not touch them.

    `meals` are codes of the edition's meals; the institution is as typed or chosen, known or new. `other_*` are
    the names in the other script, empty where the suggested form will do.
    """

    form_key: str
    given_name: str
    family_name: str
    other_given_name: str = ""
    other_family_name: str = ""
    badge_name: str = ""
    other_badge_name: str = ""
    email: str
    institution_name: str
    institution_place: str = ""
    institution_kind: InstitutionKind
    professional_title: str = ""
    role: ParticipantRole
    days: tuple[date, ...]
    meals: tuple[str, ...] = ()
    needs: Needs | None = None
    consents: tuple[GivenConsent, ...] | None = None
    language: Lang = Lang.SR

    @property
    def name_on_badge(self) -> str:
        """The name as the person wants it, else made of the two."""
        return (self.badge_name or f"{self.given_name} {self.family_name}")[:BADGE_NAME_LIMIT]

    def written_out(self) -> Self:
        """Return them as they are kept: the name on the badge is always told."""
        return replace(self, badge_name=self.name_on_badge)
