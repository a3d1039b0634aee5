"""The outbox and the personal links that letters bring."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LetterKind, LetterState, LinkScope
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission

#: The random part of a Message-ID is a UUID.
CODE_LENGTH = 36


def code_in(message_id: str) -> str:
    """Return the random part of a Message-ID."""
    return message_id.removeprefix("<").partition("@")[0]


class Letter(Base):
    """A finished letter in the recipient's language; LINK_PLACE stands where its link will be."""

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_with_at"),
        CheckConstraint("state <> 'sending' OR claimed_at IS NOT NULL", name="sending_with_claim"),
        Index("ix_letter_state_due", "state", "due_at"),
        Index("ix_letter_edition_created", "edition_id", "created_at"),
    )

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    kind: Mapped[LetterKind] = mapped_column(enum_type(LetterKind, "kind"))
    registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), index=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    to_name: Mapped[str] = mapped_column(String(220))
    to_email: Mapped[str] = mapped_column(String(254))
    language: Mapped[Lang] = mapped_column(enum_type(Lang, "language"))
    subject: Mapped[str] = mapped_column(String(300))
    text_body: Mapped[str] = mapped_column(Text)
    html_body: Mapped[str] = mapped_column(Text)
    link_scope: Mapped[LinkScope | None] = mapped_column(enum_type(LinkScope, "link_scope"))
    state: Mapped[LetterState] = mapped_column(enum_type(LetterState, "state"))
    message_id: Mapped[str] = mapped_column(String(200), unique=True)
    tries: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(Text, default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]

    registration: Mapped[Registration | None] = relationship()
    submission: Mapped[Submission | None] = relationship()

    @property
    def code(self) -> str:
        """The random part of the Message-ID: the letter's name in addresses and in the audit ledger."""
        return code_in(self.message_id)


class CapabilityLink(Base):
    """How people without a password come back; only the hash of the random part is kept."""

    __tablename__ = "capability_link"
    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN registration_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN submission_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN account_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_subject",
        ),
    )

    id: Mapped[int] = primary_key()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    scope: Mapped[LinkScope] = mapped_column(enum_type(LinkScope, "scope"))
    registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), index=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
