"""Staff accounts (one per person and installation) and their roles (per edition)."""

from datetime import datetime
from typing import TYPE_CHECKING

from flask_security import RoleMixin, UserMixin
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain import permissions
from biblionet_reg.domain.language import Lang
from biblionet_reg.models.base import Base, enum_type, primary_key

if TYPE_CHECKING:
    from biblionet_reg.models.edition import Edition


class StaffAccount(Base, UserMixin):
    """A login. `password` is an argon2 hash or None for those who sign in by link only."""

    __tablename__ = "staff_account"

    id: Mapped[int] = primary_key()
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    language: Mapped[Lang] = mapped_column(enum_type(Lang, "language"), default=Lang.SR)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]

    roles: Mapped[list["StaffRoleGrant"]] = relationship(  # type: ignore[assignment]  # the library names its own class
        back_populates="account", cascade="all, delete-orphan"
    )


class StaffRoleGrant(Base, RoleMixin):
    """One role of one account in one edition."""

    __tablename__ = "staff_role"
    __table_args__ = (UniqueConstraint("account_id", "edition_id", "role", name="uq_staff_role_account_edition_role"),)

    id: Mapped[int] = primary_key()
    account_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    role: Mapped[permissions.StaffRole] = mapped_column(enum_type(permissions.StaffRole, "role"))

    account: Mapped[StaffAccount] = relationship(back_populates="roles")
    edition: Mapped["Edition"] = relationship()

    @property
    def name(self) -> str:  # type: ignore[override]  # the library expects a plain attribute
        """The role as Flask-Security asks for it; what it allows is decided per edition in `web.access`."""
        return self.role.value
