"""names in both scripts

Revision: 0004
Before it: 0003
"""

from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NEW = {
    "registration": {"other_given_name": 100, "other_family_name": 100, "other_badge_name": 120},
    "author": {"other_given_name": 100, "other_family_name": 100},
}


def upgrade() -> None:
    """Nobody has told the other form of a name yet: empty means that it is suggested."""
    for table, columns in _NEW.items():
        for name, length in columns.items():
            op.add_column(table, sa.Column(name, sa.String(length=length), nullable=False, server_default=""))


def downgrade() -> None:
    for table, columns in _NEW.items():
        for name in columns:
            op.drop_column(table, name)
