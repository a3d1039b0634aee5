"""Institutions of the installation: libraries and everybody else people come from."""

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.models.base import Base, enum_type, primary_key


class Institution(Base):
    """A known institution; `is_listed` puts it among those people choose from. `name_key` is numbered where names fold alike."""

    __tablename__ = "institution"
    __table_args__ = (Index("uq_institution_name_key_place_key", "name_key", "place_key", unique=True),)

    id: Mapped[int] = primary_key()
    name: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(100), default="")
    kind: Mapped[InstitutionKind] = mapped_column(enum_type(InstitutionKind, "kind"))
    sector: Mapped[Sector] = mapped_column(enum_type(Sector, "sector"))
    is_parent_library: Mapped[bool] = mapped_column(default=False)
    is_listed: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)
    website: Mapped[str] = mapped_column(String(300), default="")
    name_key: Mapped[str] = mapped_column(String(200))
    place_key: Mapped[str] = mapped_column(String(100), default="")

    aliases: Mapped[list["InstitutionAlias"]] = relationship(order_by="InstitutionAlias.id", cascade="all, delete-orphan")


class InstitutionAlias(Base):
    """Another name of an institution: НБС is the Народна библиотека Србије."""

    __tablename__ = "institution_alias"
    __table_args__ = (UniqueConstraint("institution_id", "name_key", name="uq_institution_alias_institution_name_key"),)

    id: Mapped[int] = primary_key()
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200), index=True)
