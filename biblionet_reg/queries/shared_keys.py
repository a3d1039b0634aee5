"""Rows whose names share a loose key: among them the strict rule finds the one that is meant."""

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute

from biblionet_reg.domain.shared_key import beginning


def has_key(column: InstrumentedAttribute[str], key: str, limit: int) -> ColumnElement[bool]:
    """Say whether a row has `key`, numbered or not."""
    return or_(column == key, column.startswith(beginning(key, limit), autoescape=True))
