"""script words

Revision: 0005
Before it: 0004
"""

from alembic import op
import sqlalchemy as sa

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every edition its list of words that are written in their own way in the two scripts."""
    op.create_table(
        "script_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum("protected", "pair", name="kind", native_enum=False, create_constraint=True, length=40), nullable=False),
        sa.Column("latin", sa.String(length=60), nullable=False),
        sa.Column("cyrillic", sa.String(length=60), nullable=False),
        sa.Column("latin_key", sa.String(length=240), nullable=False),
        sa.CheckConstraint("latin <> ''", name=op.f("ck_script_word_latin_not_empty")),
        sa.CheckConstraint("(kind = 'pair') = (cyrillic <> '')", name=op.f("ck_script_word_cyrillic_of_pairs")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_script_word_edition_id_edition"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_script_word")),
        sa.UniqueConstraint("edition_id", "latin_key", name="uq_script_word_edition_latin"),
    )


def downgrade() -> None:
    """Forget the lists."""
    op.drop_table("script_word")
