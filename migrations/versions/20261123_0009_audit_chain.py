"""audit chain

Revision: 0009
Before it: 0008
"""

from datetime import UTC

from alembic import op
import sqlalchemy as sa

from biblionet_reg.domain.audit_chain import BEGINNING, ChainEntry

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ENTRY = sa.table(
    "audit_entry",
    sa.column("id", sa.Integer),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("edition_id", sa.Integer),
    sa.column("actor", sa.String),
    sa.column("action", sa.String),
    sa.column("subject_kind", sa.String),
    sa.column("subject_code", sa.String),
    sa.column("details", sa.JSON),
    sa.column("chain", sa.Integer),
    sa.column("number", sa.Integer),
    sa.column("digest", sa.String),
)
_CHAIN = sa.table("audit_chain", sa.column("chain", sa.Integer), sa.column("number", sa.Integer), sa.column("digest", sa.String))
_SAID = ("id", "at", "edition_id", "actor", "action", "subject_kind", "subject_code", "chain", "number", "digest", "changes_digest", "origin_digest")
_MAY_BE_BLANKED = ("changes", "origin")
_TELLS = "audit entries are only ever added"


def upgrade() -> None:
    """Seal every entry there is into the chain of its edition; from now on the database refuses to change one."""
    op.create_table(
        "audit_chain",
        sa.Column("chain", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_audit_chain")),
    )
    with op.batch_alter_table("audit_entry") as entry:
        entry.add_column(sa.Column("chain", sa.Integer(), nullable=False, server_default="0"))
        entry.add_column(sa.Column("number", sa.Integer(), nullable=True))
        entry.add_column(sa.Column("digest", sa.String(length=64), nullable=True))
        entry.add_column(sa.Column("changes", sa.JSON(), nullable=True))
        entry.add_column(sa.Column("changes_digest", sa.String(length=64), nullable=True))
        entry.add_column(sa.Column("origin", sa.JSON(), nullable=True))
        entry.add_column(sa.Column("origin_digest", sa.String(length=64), nullable=True))
    _seal(op.get_bind())
    with op.batch_alter_table("audit_entry") as entry:
        entry.alter_column("chain", server_default=None)
        entry.create_unique_constraint("uq_audit_entry_chain_number", ["chain", "number"])
        entry.create_check_constraint(op.f("ck_audit_entry_number_with_digest"), "(number IS NULL) = (digest IS NULL)")
    _watch(op.get_bind().dialect.name)


def downgrade() -> None:
    """Forget the chains, and what old and new values and addresses the entries hold."""
    _look_away(op.get_bind().dialect.name)
    with op.batch_alter_table("audit_entry") as entry:
        entry.drop_constraint(op.f("ck_audit_entry_number_with_digest"), type_="check")
        entry.drop_constraint("uq_audit_entry_chain_number", type_="unique")
    with op.batch_alter_table("audit_entry") as entry:
        for name in ("origin_digest", "origin", "changes_digest", "changes", "digest", "number", "chain"):
            entry.drop_column(name)
    op.drop_table("audit_chain")


def _seal(connection) -> None:
    """Give each entry its number and digest."""
    connection.execute(sa.update(_ENTRY).values(chain=sa.func.coalesce(_ENTRY.c.edition_id, 0)))
    ends: dict[int, tuple[int, str]] = {}
    for row in connection.execute(sa.select(_ENTRY).order_by(_ENTRY.c.id)).all():
        number, before = ends.get(row.chain, (0, BEGINNING))
        at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
        said = (row.actor, row.action, row.subject_kind, row.subject_code, row.details)
        digest = ChainEntry(row.chain, number + 1, at, *said, changes=None, origin=None).digest_after(before)
        ends[row.chain] = number + 1, digest
        connection.execute(sa.update(_ENTRY).where(_ENTRY.c.id == row.id).values(number=number + 1, digest=digest))
    for chain, (number, digest) in ends.items():
        connection.execute(sa.insert(_CHAIN).values(chain=chain, number=number, digest=digest))


def _watch(dialect: str) -> None:
    if dialect == "sqlite":
        _watch_sqlite()
    else:
        _watch_postgresql()


def _watch_sqlite() -> None:
    changed = [f"NEW.{name} IS NOT OLD.{name}" for name in (*_SAID, "details")]
    changed += [f"(NEW.{name} IS NOT NULL AND NEW.{name} IS NOT OLD.{name})" for name in _MAY_BE_BLANKED]
    op.execute(
        "CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE ON audit_entry "
        f"WHEN OLD.digest IS NOT NULL AND ({' OR '.join(changed)}) BEGIN SELECT RAISE(ABORT, '{_TELLS}'); END"
    )
    op.execute(f"CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, '{_TELLS}'); END")


def _watch_postgresql() -> None:
    changed = [f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _SAID]
    changed += ["NEW.details::text IS DISTINCT FROM OLD.details::text"]
    changed += [f"(NEW.{name} IS NOT NULL AND NEW.{name}::text IS DISTINCT FROM OLD.{name}::text)" for name in _MAY_BE_BLANKED]
    op.execute(
        "CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_TELLS}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE ON audit_entry FOR EACH ROW "
        f"WHEN (OLD.digest IS NOT NULL AND ({' OR '.join(changed)})) EXECUTE FUNCTION audit_entry_refuse()"
    )
    op.execute("CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()")


def _look_away(dialect: str) -> None:
    on_table = "" if dialect == "sqlite" else " ON audit_entry"
    for name in ("audit_entry_unchanged", "audit_entry_kept"):
        op.execute(f"DROP TRIGGER {name}{on_table}")
    if dialect != "sqlite":
        op.execute("DROP FUNCTION audit_entry_refuse()")
