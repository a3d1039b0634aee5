"""A registration: one person attending one edition, as given that year."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ConsentPurpose, ParticipantRole, RegistrationState
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.edition import Edition, Meal
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.person import Person
from biblionet_reg.models.sort_keys import InAlphabet

_LIVE = text("state <> 'cancelled'")


class Registration(InAlphabet, Base):
    """`form_key` is the one-time key of the form page: pressing twice makes one row.

    Names stand as they were typed; `other_*` hold their form in the other script where the person told it
    (empty: it is suggested, see `domain.person_name`).
    """

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("edition_id", "form_key", name="uq_registration_edition_form_key"),
        Index("uq_registration_live_person", "edition_id", "person_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        CheckConstraint("(state = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_with_at"),
        CheckConstraint("(cancelled_at IS NULL) = (cancelled_by IS NULL)", name="cancelled_at_with_by"),
        Index("ix_registration_edition_state", "edition_id", "state"),
        Index("ix_registration_edition_sort", "edition_id", "sort_key"),
        Index("ix_registration_edition_sort_latin", "edition_id", "sort_key_latin"),
        Index("ix_registration_edition_sort_english", "edition_id", "sort_key_english"),
    )

    id: Mapped[int] = primary_key()
    code: Mapped[str] = mapped_column(String(10), unique=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id", ondelete="SET NULL"), index=True)
    given_name: Mapped[str] = mapped_column(String(100))
    family_name: Mapped[str] = mapped_column(String(100))
    other_given_name: Mapped[str] = mapped_column(String(100), default="", server_default="")
    other_family_name: Mapped[str] = mapped_column(String(100), default="", server_default="")
    badge_name: Mapped[str] = mapped_column(String(120))
    other_badge_name: Mapped[str] = mapped_column(String(120), default="", server_default="")
    email: Mapped[str] = mapped_column(String(254))
    institution_name: Mapped[str] = mapped_column(String(200))
    institution_place: Mapped[str] = mapped_column(String(100), default="")
    institution_kind: Mapped[InstitutionKind] = mapped_column(enum_type(InstitutionKind, "institution_kind"))
    professional_title: Mapped[str] = mapped_column(String(120), default="")
    role: Mapped[ParticipantRole] = mapped_column(enum_type(ParticipantRole, "role"))
    language: Mapped[Lang] = mapped_column(enum_type(Lang, "language"))
    dietary_needs: Mapped[str] = mapped_column(Text, default="")
    access_needs: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[RegistrationState] = mapped_column(enum_type(RegistrationState, "state"))
    form_key: Mapped[str] = mapped_column(String(36))
    is_demo: Mapped[bool] = mapped_column(default=False)
    registered_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[str | None] = mapped_column(String(254))

    edition: Mapped[Edition] = relationship()
    person: Mapped[Person] = relationship()
    institution: Mapped[Institution | None] = relationship()
    days: Mapped[list["RegistrationDay"]] = relationship(order_by="RegistrationDay.day", cascade="all, delete-orphan")
    meals: Mapped[list["RegistrationMeal"]] = relationship(cascade="all, delete-orphan")
    consents: Mapped[list["Consent"]] = relationship(order_by="Consent.id", cascade="all, delete-orphan")


class RegistrationDay(Base):
    """A day the person comes."""

    __tablename__ = "registration_day"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class RegistrationMeal(Base):
    """A meal the person signed up for."""

    __tablename__ = "registration_meal"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True)
    meal_id: Mapped[int] = mapped_column(ForeignKey("meal.id", ondelete="RESTRICT"), primary_key=True)

    meal: Mapped[Meal] = relationship()


class Consent(Base):
    """What a person agreed to: the very words shown, their language, when given, when taken back."""

    __tablename__ = "consent"
    __table_args__ = (CheckConstraint("withdrawn_at IS NULL OR withdrawn_at >= given_at", name="withdrawn_after_given"),)

    id: Mapped[int] = primary_key()
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[ConsentPurpose] = mapped_column(enum_type(ConsentPurpose, "purpose"))
    wording: Mapped[str] = mapped_column(Text)
    language: Mapped[Lang] = mapped_column(enum_type(Lang, "language"))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
