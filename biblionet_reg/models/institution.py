"""Institutions of the installation: libraries and everybody else people come from."""

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.domain.institution import InstitutionKind, Sector
from biblionet_reg.models.base import Base, enum_type, primary_key


class Institution(Base):
    """A known institution; `is_listed` puts it among those people choose from."""

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
    search_key: Mapped[str] = mapped_column(String(400), index=True)
