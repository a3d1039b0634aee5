"""The table of saved views."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.saved_view import NAME_LIMIT, QUERY_LIMIT
from biblionet_reg.models.base import Base, enum_type, primary_key


class SavedView(Base):
    """A list of one edition as one account keeps it; `query` is the part of its address behind the question mark."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account_id", "edition_id", "list", "name", name="uq_saved_view_name"),)

    id: Mapped[int] = primary_key()
    key: Mapped[str] = mapped_column(String(36), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    list: Mapped[ListNoun] = mapped_column(enum_type(ListNoun, "list"))
    name: Mapped[str] = mapped_column(String(NAME_LIMIT))
    query: Mapped[str] = mapped_column(String(QUERY_LIMIT))
    created_at: Mapped[datetime]
