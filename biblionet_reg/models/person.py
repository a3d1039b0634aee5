"""People of the installation, so that authors and participants can be followed over the years."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.models.base import Base, primary_key


class Person(Base):
    """A human: one name at one e-mail address. `name_key` is the folded name, numbered where other names there fold alike."""

    __tablename__ = "person"
    __table_args__ = (Index("uq_person_name_key_email", "name_key", "email", unique=True),)

    id: Mapped[int] = primary_key()
    code: Mapped[str] = mapped_column(String(10), unique=True)
    given_name: Mapped[str] = mapped_column(String(100))
    family_name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254), index=True)
    name_key: Mapped[str] = mapped_column(String(220))
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
