"""sort keys

Revision: 0003
Before it: 0002
"""

import json
from collections.abc import Callable
from typing import Any

from alembic import op
import sqlalchemy as sa

from biblionet_reg.domain.collation import text_keys
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import person_keys
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.text import LocalText

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CHUNK = 1000
_LENGTH = 250
_KEYS = {Lang.SR: "sort_key", Lang.SR_LATN: "sort_key_latin", Lang.EN: "sort_key_english"}
_NEW = {"registration": ("sort_key_latin", "sort_key_english"), "submission": ("sort_key", "sort_key_latin", "sort_key_english")}
_MADE_OF = {"registration": ("given_name", "family_name"), "submission": ("title",)}


def upgrade() -> None:
    """Keep a place in every alphabetical order: of people by their name, of submissions by their title."""
    for table, names in _NEW.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.String(length=_LENGTH), nullable=False, server_default=""))
    _fill("registration", lambda given_name, family_name: person_keys(PersonName(given_name, family_name)))
    _fill("submission", lambda title: text_keys(LocalText.from_dict(json.loads(title) if isinstance(title, str) else title)))
    for table, names in _NEW.items():
        for name in names:
            op.create_index(_index(table, name), table, ["edition_id", name])


def downgrade() -> None:
    """Only the azbuka of people stays, as it was before."""
    for table, names in _NEW.items():
        for name in names:
            op.drop_index(_index(table, name), table)
            op.drop_column(table, name)


def _index(table: str, name: str) -> str:
    return f"ix_{table}_edition_{name.replace('_key', '')}"


def _fill(table: str, keys_of: Callable[..., dict[Lang, str]]) -> None:
    """Write the keys of the rows there are, some at a time."""
    rows = sa.table(table, sa.column("id"), *map(sa.column, (*_MADE_OF[table], *_KEYS.values())))
    written = rows.update().where(rows.c.id == sa.bindparam("row_id")).values({name: sa.bindparam(name) for name in _KEYS.values()})
    last = 0
    while found := _read(rows, _MADE_OF[table], last):
        op.get_bind().execute(written, [{"row_id": row_id, **_named(keys_of(*made_of))} for row_id, *made_of in found])
        last = found[-1][0]


def _read(rows: sa.TableClause, made_of: tuple[str, ...], last: int) -> list[Any]:
    wanted = sa.select(rows.c.id, *(rows.c[name] for name in made_of)).where(rows.c.id > last)
    return list(op.get_bind().execute(wanted.order_by(rows.c.id).limit(_CHUNK)))


def _named(keys: dict[Lang, str]) -> dict[str, str]:
    return {name: keys[lang] for lang, name in _KEYS.items()}
