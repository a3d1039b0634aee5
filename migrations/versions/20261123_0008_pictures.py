"""pictures

Revision: 0008
Before it: 0007
"""

from alembic import op
import sqlalchemy as sa

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WORDS = ("cover_alt", "cover_credit")


def upgrade() -> None:
    """No edition has pictures of its own yet."""
    with op.batch_alter_table("edition") as edition:
        edition.add_column(sa.Column("emblem", sa.String(length=40), nullable=True))
        edition.add_column(sa.Column("emblem_ground", sa.String(length=40), nullable=True))
        edition.add_column(sa.Column("cover", sa.String(length=32), nullable=True))
        edition.add_column(sa.Column("cover_width", sa.Integer(), nullable=True))
        edition.add_column(sa.Column("cover_height", sa.Integer(), nullable=True))
        for name in _WORDS:
            edition.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default=sa.text("'{}'")))
    with op.batch_alter_table("edition") as edition:
        for name in _WORDS:
            edition.alter_column(name, server_default=None)
        edition.create_check_constraint(
            op.f("ck_edition_cover_with_size"), "(cover IS NULL) = (cover_width IS NULL) AND (cover IS NULL) = (cover_height IS NULL)"
        )
        edition.create_check_constraint(op.f("ck_edition_emblem_with_ground"), "(emblem IS NULL) = (emblem_ground IS NULL)")
        edition.create_check_constraint(op.f("ck_edition_emblem_ground"), "emblem_ground IN ('any', 'light', 'dark')")
    with op.batch_alter_table("stored_file") as stored_file:
        stored_file.add_column(sa.Column("edition_id", sa.Integer(), nullable=True))
        stored_file.add_column(sa.Column("picture_name", sa.String(length=60), nullable=True))
        stored_file.create_foreign_key(op.f("fk_stored_file_edition_id"), "edition", ["edition_id"], ["id"], ondelete="CASCADE")
        stored_file.create_check_constraint(op.f("ck_stored_file_picture_of_edition"), "(edition_id IS NULL) = (picture_name IS NULL)")
        stored_file.create_unique_constraint("uq_stored_file_edition_picture", ["edition_id", "picture_name"])
        stored_file.create_index(op.f("ix_stored_file_picture_name"), ["picture_name"])


def downgrade() -> None:
    """Forget them; their bytes stay in the storage."""
    op.execute("DELETE FROM stored_file WHERE edition_id IS NOT NULL")
    with op.batch_alter_table("stored_file") as stored_file:
        stored_file.drop_index(op.f("ix_stored_file_picture_name"))
        stored_file.drop_constraint("uq_stored_file_edition_picture", type_="unique")
        stored_file.drop_constraint(op.f("ck_stored_file_picture_of_edition"), type_="check")
        stored_file.drop_constraint(op.f("fk_stored_file_edition_id"), type_="foreignkey")
        stored_file.drop_column("picture_name")
        stored_file.drop_column("edition_id")
    with op.batch_alter_table("edition") as edition:
        for name in ("cover_with_size", "emblem_with_ground", "emblem_ground"):
            edition.drop_constraint(op.f(f"ck_edition_{name}"), type_="check")
    with op.batch_alter_table("edition") as edition:
        for name in (*reversed(_WORDS), "cover_height", "cover_width", "cover", "emblem_ground", "emblem"):
            edition.drop_column(name)
