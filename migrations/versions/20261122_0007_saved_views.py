"""saved views

Revision: 0007
Before it: 0006
"""

from alembic import op
import sqlalchemy as sa

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the lists that accounts save under names of their own."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Enum("registrations", "submissions", "letters", name="list", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", sa.String(length=4000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["staff_account.id"], name=op.f("fk_saved_view_account_id_staff_account"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_saved_view_edition_id_edition"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("account_id", "edition_id", "list", "name", name="uq_saved_view_name"),
        sa.UniqueConstraint("key", name=op.f("uq_saved_view_key")),
    )
    op.create_index(op.f("ix_saved_view_edition_id"), "saved_view", ["edition_id"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("saved_view")
