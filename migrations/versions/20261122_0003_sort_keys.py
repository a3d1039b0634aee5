"""sort keys

Revision: 0003
Before it: 0002
"""

import json
import re
import unicodedata
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
_OLD_TOKEN = re.compile(r"lj|nj|dž|\d+|\w|[\s–—-]+")
_OLD_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
_OLD_PLACES = {
    letter: place for place, both in enumerate(zip("абвгдђежзијклљмнњопрстћуфхцчџш", _OLD_LATIN, strict=True)) for letter in both
}


def upgrade() -> None:
    """Keep a place in every alphabetical order: of people by their name, of submissions by their title."""
    for table, names in _NEW.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.String(length=_LENGTH), nullable=False, server_default=""))
    _write("registration", lambda given_name, family_name: _named(person_keys(PersonName(given_name, family_name))))
    _write("submission", lambda title: _named(text_keys(LocalText.from_dict(json.loads(title) if isinstance(title, str) else title))))
    for table, names in _NEW.items():
        for name in names:
            op.create_index(_index(table, name), table, ["edition_id", name])


def downgrade() -> None:
    """Only the azbuka of people stays, by the rule of before."""
    for table, names in _NEW.items():
        for name in names:
            op.drop_index(_index(table, name), table)
            op.drop_column(table, name)
    _write("registration", lambda given_name, family_name: {"sort_key": _old_key(family_name, given_name)})


def _index(table: str, name: str) -> str:
    return f"ix_{table}_edition_{name.replace('_key', '')}"


def _write(table: str, keys_of: Callable[..., dict[str, str]]) -> None:
    """Write the keys of the rows there are, some at a time."""
    rows = sa.table(table, sa.column("id"), *map(sa.column, (*_MADE_OF[table], *_KEYS.values())))
    last = 0
    while found := _read(rows, _MADE_OF[table], last):
        keys = [{"row_id": row_id, **keys_of(*made_of)} for row_id, *made_of in found]
        values = {name: sa.bindparam(name) for name in keys[0] if name != "row_id"}
        op.get_bind().execute(rows.update().where(rows.c.id == sa.bindparam("row_id")).values(values), keys)
        last = found[-1][0]


def _read(rows: sa.TableClause, made_of: tuple[str, ...], last: int) -> list[Any]:
    wanted = sa.select(rows.c.id, *(rows.c[name] for name in made_of)).where(rows.c.id > last)
    return list(op.get_bind().execute(wanted.order_by(rows.c.id).limit(_CHUNK)))


def _named(keys: dict[Lang, str]) -> dict[str, str]:
    return {name: keys[lang] for lang, name in _KEYS.items()}


def _old_key(*parts: str) -> str:
    """Return the key of before: two digits a letter of the azbuka, Latin ones where their Cyrillic form stands, others behind."""
    tokens = (_OLD_TOKEN.findall(unicodedata.normalize("NFC", part).lower().strip()) for part in parts)
    return "0".join("".join(map(_old_place, found)) for found in tokens)[:_LENGTH]


def _old_place(token: str) -> str:
    if not token[0].isalnum():
        return "1"
    if token.isdecimal():
        return "2" + str(int(token))[-9:].zfill(9)
    place = _OLD_PLACES.get(token, _OLD_PLACES.get(unicodedata.normalize("NFKD", token)[0]))
    return f"3{place:02d}" if place is not None else f"4{ord(token[0]):07d}"
