"""What the applications of one run share, because it is the same in each: compiled templates, rules of addresses, SQL.

Nothing that a test can change is kept: every application still has its own address map, engine, connections and database.
"""

from collections.abc import Callable
from datetime import datetime
from types import CodeType, MethodType
from typing import Any

from flask import Flask, current_app
from flask_sqlalchemy import SQLAlchemy
from jinja2.bccache import Bucket, BytecodeCache
from passlib.hash import argon2
from sqlalchemy import event
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.util import LRUCache
from werkzeug.routing import Rule

from biblionet_reg import clock
from biblionet_reg.extensions import db
from tests.databases import Databases


class _KeptTemplates(BytecodeCache):
    """Templates compiled once; a changed source is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = _KeptTemplates()


class KeptRule(Rule):
    """A rule read and compiled once; of its converters it is asked that they do not look at the map they belong to."""

    _kept: dict[object, tuple[Any, ...]] = {}  # noqa: RUF012 - shared on purpose

    def compile(self) -> None:
        key = (self.rule, self.subdomain, self.merge_slashes, repr(self.defaults), frozenset(self.map.converters.items()))
        if key not in self._kept:
            super().compile()
            builders = self._build.__func__, self._build_unknown.__func__
            self._kept[key] = self._parts, self._trace, self._converters, self.arguments, builders
        self._parts, self._trace, self._converters, self.arguments, builders = self._kept[key]
        self._build, self._build_unknown = (MethodType(builder, self) for builder in builders)


class _KeptSql:
    """For each kind of database a dialect that has met its server, and the statements compiled for it."""

    def __init__(self) -> None:
        self._dialects: dict[str, Dialect] = {}
        self._compiled: LRUCache[Any, Any] = LRUCache(4000)

    def share_with(self, engine: Engine) -> None:
        """Let `engine` compile nothing that another has compiled; the first one that connects introduces its dialect to the server."""
        engine._compiled_cache = self._compiled
        kept = self._dialects.get(engine.driver)
        if kept is None:
            event.listen(engine.pool, "connect", lambda *_connected: self._dialects.setdefault(engine.driver, engine.dialect))
            return
        engine.dialect.initialize = lambda _connection: None
        engine.dialect = engine.pool._dialect = kept


class KeptDatabases(SQLAlchemy):
    """Flask-SQLAlchemy whose engines share what they compile."""

    _sql = _KeptSql()

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        engine = super()._make_engine(bind_key, options, app)
        self._sql.share_with(engine)
        return engine


def share() -> None:
    """Let every application made from now on share what is the same in all; a password is hashed as in use, with the least work."""
    Flask.url_rule_class = KeptRule
    db.__class__ = KeptDatabases
    argon2.default_rounds, argon2.memory_cost, argon2.parallelism = 1, 8, 1


#: The databases kept, by the function that filled them: their name, and until when that took on the clock of its application.
_PREPARED: dict[Callable[[], object], tuple[str, datetime]] = {}


def prepare(databases: Databases, make: Callable[[], object]) -> None:
    """Run `make` in the application's context, or put back the database as it was after it ran before; later things stay later."""
    url = str(current_app.config["SQLALCHEMY_DATABASE_URI"])
    is_new = make not in _PREPARED
    if is_new:
        make()
        _PREPARED[make] = f"kept_{len(_PREPARED)}", clock.now()
    name, until = _PREPARED[make]
    db.session.remove()
    db.engine.dispose()
    if is_new:
        databases.keep(name, url)
    else:
        databases.put_back(name, url)
        clock.run_on_from(until)
