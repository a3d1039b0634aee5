"""search index

Revision: 0002
Before it: 0001

The words are made by the domain's own rules, because the product that comes with them asks with these rules. Should they change
later, whatever was made by older ones is made anew by `search rebuild`.
"""

from collections.abc import Iterator

from alembic import op
import sqlalchemy as sa

from biblionet_reg.domain.institution import institution_key
from biblionet_reg.domain.script import fold
from biblionet_reg.domain.search_words import Field, entries, name_words
from biblionet_reg.domain.shared_key import renewed_key
from biblionet_reg.domain.spelling import variants

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHUNK = 1000
#: How long the keys are by which people and institutions are recognised.
LENGTHS = {"person": 220, "institution": 200}
#: The columns of folded text that the tables of words stand for now.
KEY_LENGTHS = {"registration": 1000, "submission": 4000, "institution": 400}
WORD = sa.String(60).with_variant(sa.String(60, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of words, fill them from the records that are there, and renew the keys of people and institutions."""
    for record in ("registration", "submission", "letter", "institution"):
        make_words(record, of_edition=record != "institution")
    op.create_table(
        "institution_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["institution_id"], ["institution.id"], "fk_institution_alias_institution_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_institution_alias"),
        sa.UniqueConstraint("institution_id", "name_key", name="uq_institution_alias_institution_name_key"),
    )
    op.create_index("ix_institution_alias_name_key", "institution_alias", ["name_key"])
    op.create_table(
        "name_word",
        sa.Column("word", WORD, nullable=False),
        sa.Column("written", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_name_word"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_variant",
        sa.Column("variant", WORD, nullable=False),
        sa.Column("word", WORD, nullable=False),
        sa.ForeignKeyConstraint(["word"], ["name_word.word"], "fk_name_variant_word", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("variant", "word", name="pk_name_variant"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_variant_word", "name_variant", ["word"])
    fill(op.get_bind())
    renew_keys(op.get_bind())
    op.drop_index("ix_institution_search_key", "institution")
    for table in KEY_LENGTHS:
        op.drop_column(table, "search_key")


def downgrade() -> None:
    """Write the old keys again from the records, and drop the tables of words.

    The keys by which people and institutions are recognised stay: those few with letters such as Ø, Æ, ß, Щ or Ё, which the
    older version folded otherwise, are unknown to it until the newer one is back.
    """
    for table, length in KEY_LENGTHS.items():
        op.add_column(table, sa.Column("search_key", sa.String(length), nullable=False, server_default=""))
    write_keys(op.get_bind())
    for table in KEY_LENGTHS:
        with op.batch_alter_table(table) as batch:
            batch.alter_column("search_key", server_default=None)
    op.create_index("ix_institution_search_key", "institution", ["search_key"])
    for table in ("name_variant", "name_word", "institution_alias"):
        op.drop_table(table)
    for record in ("registration", "submission", "letter", "institution"):
        op.drop_table(f"{record}_word")


def make_words(record: str, *, of_edition: bool) -> None:
    """Make the table of the words of `record`."""
    name = f"{record}_word"
    edition = sa.Column("edition_id", sa.Integer(), nullable=False)
    edition_key = sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], f"fk_{name}_edition_id", ondelete="CASCADE")
    op.create_table(
        name,
        *((edition, edition_key) if of_edition else ()),
        sa.Column("field", sa.SmallInteger(), nullable=False),
        sa.Column("word", WORD, nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("field BETWEEN 1 AND 6", name=op.f(f"ck_{name}_field_known")),
        sa.ForeignKeyConstraint(["record_id"], [f"{record}.id"], f"fk_{name}_record_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(*(("edition_id",) if of_edition else ()), "field", "word", "record_id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{name}_record", name, ["record_id", "word", "field"])


def fill(connection: sa.Connection) -> None:
    """Write the words of every record, and learn those of names."""
    learnt: dict[str, str] = {}
    for record in SOURCES:
        words = sa.table(f"{record}_word", *(sa.column(name) for name in ("edition_id", "field", "word", "record_id")))
        for rows in read(connection, record):
            found = []
            for row, texts in rows:
                scope = {} if record == "institution" else {"edition_id": row.edition_id}
                found += [{**scope, "field": int(one.field), "word": one.word, "record_id": row.id} for one in entries(texts)]
                for word, written in name_words(texts).items():
                    learnt.setdefault(word, written)
            if found:
                connection.execute(words.insert(), found)
    learn(connection, learnt)


def renew_keys(connection: sa.Connection) -> None:
    """Give people and institutions the keys of today's rules; one whose new key somebody else has keeps its own."""
    for name, (made_of, beside, keys_of) in KEYS.items():
        table = sa.table(name, *(sa.column(column) for column in dict.fromkeys(("id", *made_of, *beside, *keys_of(*made_of)))))
        for rows in read_rows(connection, table):
            for row in rows:
                keys = keys_of(*(getattr(row, column) for column in made_of))
                keys["name_key"] = renewed_key(keys["name_key"], row.name_key, LENGTHS[name])
                if any(getattr(row, column) != key for column, key in keys.items()):
                    connection.execute(unless_taken(table, row, keys, beside))


def unless_taken(table: sa.TableClause, row: sa.Row, keys: dict[str, str], beside: tuple[str, ...]) -> sa.Update:
    """Return the statement that writes the keys of a row, if no other row has them together with the same `beside`."""
    other = table.alias()
    same = {**keys, **{column: getattr(row, column) for column in beside}}
    taken = sa.exists().where(other.c.id != row.id, *(other.c[column] == value for column, value in same.items()))
    return table.update().where(table.c.id == row.id, ~taken).values(keys)


def person_keys(given_name: str, family_name: str) -> dict[str, str]:
    name = f"{given_name} {family_name}"
    return {"name_key": (fold(name) or name.casefold())[: LENGTHS["person"]]}


def institution_keys(name: str, place: str) -> dict[str, str]:
    return {"name_key": institution_key(name)[: LENGTHS["institution"]].strip(), "place_key": institution_key(place)[:100].strip()}


def write_keys(connection: sa.Connection) -> None:
    """Write the folded texts of every record, the title of a submission right behind its code."""
    order = (Field.CODE, Field.TITLE, Field.TOPIC, Field.ADDRESS, Field.NAME, Field.INSTITUTION)
    for record, length in KEY_LENGTHS.items():
        table = sa.table(record, sa.column("id"), sa.column("search_key"))
        written = table.update().where(table.c.id == sa.bindparam("row")).values(search_key=sa.bindparam("key"))
        for rows in read(connection, record):
            keys = [(row.id, " ".join(fold(text) for field in order for text in texts.get(field, ()) if text)) for row, texts in rows]
            connection.execute(written, [{"row": number, "key": key[:length]} for number, key in keys])


def read(connection: sa.Connection, record: str) -> Iterator[list]:
    """Yield the rows of a table, some at a time, each with what it is found by."""
    columns, texts_of = SOURCES[record]
    table = sa.table(record, *(sa.column(name, sa.JSON() if name in JSON else None) for name in ("id", *columns)))
    beside = BESIDE[record](connection) if record in BESIDE else {}
    for rows in read_rows(connection, table):
        yield [(row, texts_of(row, beside)) for row in rows]


def read_rows(connection: sa.Connection, table: sa.TableClause) -> Iterator[list]:
    """Yield the rows of a table, some at a time."""
    last = 0
    while rows := connection.execute(sa.select(table).where(table.c.id > last).order_by(table.c.id).limit(CHUNK)).all():
        last = rows[-1].id
        yield rows


def learn(connection: sa.Connection, learnt: dict[str, str]) -> None:
    """Keep the words of names with the forms by which misspellings meet them."""
    words = sa.table("name_word", sa.column("word"), sa.column("written"))
    forms = sa.table("name_variant", sa.column("variant"), sa.column("word"))
    pairs = list(learnt.items())
    for start in range(0, len(pairs), CHUNK):
        some = pairs[start : start + CHUNK]
        connection.execute(words.insert(), [{"word": word, "written": written} for word, written in some])
        connection.execute(forms.insert(), [{"variant": form, "word": word} for word, _written in some for form in variants(word)])


def codes_of_subjects(connection: sa.Connection) -> dict:
    """Return the code of every registration and submission, by table and number."""
    return {
        (record, row.id): row.code
        for record in ("registration", "submission")
        for row in connection.execute(sa.select(sa.column("id"), sa.column("code")).select_from(sa.table(record)))
    }


def authors_and_partners(connection: sa.Connection) -> dict:
    """Return the authors and the names of the partners of every submission."""
    found: dict = {}
    names = ("submission_id", "given_name", "family_name", "institution_name", "institution_place", "email")
    for row in connection.execute(sa.select(*(sa.column(name) for name in names)).select_from(sa.table("author"))):
        found.setdefault(row.submission_id, ([], []))[0].append(row)
    for number, name in connection.execute(sa.select(sa.column("submission_id"), sa.column("name")).select_from(sa.table("partner"))):
        found.setdefault(number, ([], []))[1].append(name)
    return found


def texts_of_registration(row, _beside) -> dict:
    return {
        Field.CODE: [row.code],
        Field.NAME: [row.given_name, row.family_name, row.badge_name],
        Field.INSTITUTION: [row.institution_name, row.institution_place],
        Field.ADDRESS: [row.email],
    }


def texts_of_submission(row, beside) -> dict:
    authors, partners = beside.get(row.id, ([], []))
    return {
        Field.CODE: [row.code],
        Field.NAME: [name for author in authors for name in (author.given_name, author.family_name)],
        Field.INSTITUTION: [name for author in authors for name in (author.institution_name, author.institution_place)],
        Field.TITLE: [*row.title.values()],
        Field.TOPIC: [*row.keywords.values(), *partners],
        Field.ADDRESS: [author.email for author in authors],
    }


def texts_of_letter(row, codes) -> dict:
    about = codes.get(("registration", row.registration_id)) or codes.get(("submission", row.submission_id)) or ""
    return {Field.CODE: [about], Field.NAME: [row.to_name], Field.TITLE: [row.subject], Field.ADDRESS: [row.to_email]}


def texts_of_institution(row, _beside) -> dict:
    return {Field.NAME: [row.name], Field.INSTITUTION: [row.place]}


#: What a key is made of, what it is unique together with, and how it is made.
KEYS = {
    "person": (("given_name", "family_name"), ("email",), person_keys),
    "institution": (("name", "place"), (), institution_keys),
}
JSON = {"title", "keywords"}
BESIDE = {"letter": codes_of_subjects, "submission": authors_and_partners}
SOURCES = {
    "registration": (
        ("edition_id", "code", "given_name", "family_name", "badge_name", "institution_name", "institution_place", "email"),
        texts_of_registration,
    ),
    "submission": (("edition_id", "code", "title", "keywords"), texts_of_submission),
    "letter": (("edition_id", "registration_id", "submission_id", "to_name", "to_email", "subject"), texts_of_letter),
    "institution": (("name", "place"), texts_of_institution),
}
