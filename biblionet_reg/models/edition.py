"""An edition and what belongs to it alone: rooms, subtopics, sectors, meals, organisers, news."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.edition import EditionFacts, OrganiserRole, Window, days_between
from biblionet_reg.domain.picture import Ground
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.script_word import ScriptWord


class Edition(Base):
    """One conference. Moments are UTC; `time_zone` says how people there read them.

    `emblem` is the name and `cover` the mark of its own pictures (domain/picture.py). They stand here, beside the sizes pages
    need, and not behind a key: every page shows the emblem, and none shall ask the database for it. The files are in `stored_file`.
    """

    __tablename__ = "edition"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates_in_order"),
        CheckConstraint("participant_limit IS NULL OR participant_limit >= 0", name="participant_limit_not_negative"),
        CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed_at_with_by"),
        CheckConstraint("(cover IS NULL) = (cover_width IS NULL) AND (cover IS NULL) = (cover_height IS NULL)", name="cover_with_size"),
        CheckConstraint("(emblem IS NULL) = (emblem_ground IS NULL)", name="emblem_with_ground"),
        Index("uq_edition_current", "is_current", unique=True, sqlite_where=text("is_current"), postgresql_where=text("is_current")),
    )

    id: Mapped[int] = primary_key()
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    number: Mapped[int | None]
    series: Mapped[LocalText]
    meeting_kind: Mapped[LocalText]
    theme: Mapped[LocalText]
    idea: Mapped[LocalText]
    host_name: Mapped[LocalText]
    host_place: Mapped[LocalText]
    host_website: Mapped[str] = mapped_column(String(300), default="")
    venue_name: Mapped[LocalText]
    venue_address: Mapped[LocalText]
    travel: Mapped[LocalText]
    stay: Mapped[LocalText]
    office_hours: Mapped[LocalText]
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(60), default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/Belgrade")
    call_opens_at: Mapped[datetime | None]
    call_closes_at: Mapped[datetime | None]
    decisions_due_on: Mapped[date | None]
    registration_opens_at: Mapped[datetime | None]
    registration_closes_at: Mapped[datetime | None]
    participant_limit: Mapped[int | None]
    abstract_limit: Mapped[int] = mapped_column(default=3000)
    authors_limit: Mapped[int] = mapped_column(default=10)
    fee_note: Mapped[LocalText]
    colour: Mapped[str] = mapped_column(String(7), default="#7a1f3d")
    emblem: Mapped[str | None] = mapped_column(String(40))
    emblem_ground: Mapped[Ground | None] = mapped_column(enum_type(Ground, "emblem_ground"))
    cover: Mapped[str | None] = mapped_column(String(32))
    cover_width: Mapped[int | None]
    cover_height: Mapped[int | None]
    cover_alt: Mapped[LocalText]
    cover_credit: Mapped[LocalText]
    examples: Mapped[list[str]] = mapped_column(JSON, default=list)
    is_current: Mapped[bool] = mapped_column(default=False)
    has_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(String(254))

    rooms: Mapped[list["Room"]] = relationship(back_populates="edition", order_by="Room.position", cascade="all, delete-orphan")
    subtopics: Mapped[list["Subtopic"]] = relationship(back_populates="edition", order_by="Subtopic.position", cascade="all, delete-orphan")
    sectors: Mapped[list["PartnerSector"]] = relationship(order_by="PartnerSector.position", cascade="all, delete-orphan")
    meals: Mapped[list["Meal"]] = relationship(order_by="Meal.position", cascade="all, delete-orphan")
    organisers: Mapped[list["Organiser"]] = relationship(order_by="Organiser.position", cascade="all, delete-orphan")
    news: Mapped[list["NewsItem"]] = relationship(order_by="NewsItem.published_on.desc()", cascade="all, delete-orphan")
    words: Mapped[list[ScriptWord]] = relationship(order_by="ScriptWord.latin_key", cascade="all, delete-orphan")

    @property
    def days(self) -> list[date]:
        """Every day the edition meets."""
        return days_between(self.starts_on, self.ends_on)

    def facts(self) -> EditionFacts:
        """Return what documents print about this edition."""
        own = {name: getattr(self, name) for name in EditionFacts.__slots__ if name != "organisers"}
        return EditionFacts(organisers=tuple((body.role, body.name) for body in self.organisers), **own)

    @property
    def call(self) -> Window:
        """When submissions are received."""
        return Window(self.call_opens_at, self.call_closes_at)

    @property
    def registration(self) -> Window:
        """When registrations are received."""
        return Window(self.registration_opens_at, self.registration_closes_at)


class Room(Base):
    """A room of the venue."""

    __tablename__ = "room"
    __table_args__ = (
        UniqueConstraint("edition_id", "code", name="uq_room_edition_code"),
        CheckConstraint("seats IS NULL OR seats > 0", name="seats_positive"),
    )

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[LocalText]
    place: Mapped[LocalText]
    seats: Mapped[int | None]

    edition: Mapped[Edition] = relationship(back_populates="rooms")


class Subtopic(Base):
    """A subtopic of the theme, under which papers are submitted."""

    __tablename__ = "subtopic"
    __table_args__ = (UniqueConstraint("edition_id", "code", name="uq_subtopic_edition_code"),)

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[LocalText]
    scope: Mapped[LocalText]

    edition: Mapped[Edition] = relationship(back_populates="subtopics")


class PartnerSector(Base):
    """A sector that partners of this edition's papers may come from."""

    __tablename__ = "partner_sector"
    __table_args__ = (UniqueConstraint("edition_id", "code", name="uq_partner_sector_edition_code"),)

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[LocalText]


class Meal(Base):
    """A meal that participants may sign up for."""

    __tablename__ = "meal"
    __table_args__ = (UniqueConstraint("edition_id", "code", name="uq_meal_edition_code"),)

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    day: Mapped[date]
    title: Mapped[LocalText]


class Organiser(Base):
    """A body that organises the edition."""

    __tablename__ = "organiser"

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    role: Mapped[OrganiserRole] = mapped_column(enum_type(OrganiserRole, "role"))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[LocalText]
    duty: Mapped[LocalText]


class NewsItem(Base):
    """A piece of news on the edition's page."""

    __tablename__ = "news_item"

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    published_on: Mapped[date]
    title: Mapped[LocalText]
    body: Mapped[LocalText]
