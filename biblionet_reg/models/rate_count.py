"""How often something was tried lately; the same for all processes and machines, for it stands in the database."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.models.base import Base


class RateCount(Base):
    """`key` is a digest of what is counted and for whom, so that no address is kept; the row means nothing after `expires_at`."""

    __tablename__ = "rate_count"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    times: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(index=True)
