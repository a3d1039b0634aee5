"""A form's answers as a browser would send them, so that they can be kept and read again."""

from collections.abc import Iterable, Iterator

from flask_wtf.file import FileField
from wtforms import BooleanField, Field, FieldList, FormField

from biblionet_reg.domain.draft import Pairs

_TICKED = "y"
_NEVER_KEPT = "csrf_token"


def pairs_of(form: Iterable[Field]) -> Pairs:
    """Return name and value of every answer, rows and parts included; files and the token are left out."""
    return tuple(pair for field in form for pair in _pairs(field))


def _pairs(field: Field) -> Iterator[tuple[str, str]]:
    if isinstance(field, FormField):
        yield from pairs_of(field.form)
    elif isinstance(field, FieldList):
        for entry in field.entries:
            yield from _pairs(entry)
    elif isinstance(field, BooleanField):
        if field.data:
            yield field.name, _TICKED
    elif isinstance(field.data, list):
        yield from ((field.name, value) for value in field.data)
    elif not isinstance(field, FileField) and field.short_name != _NEVER_KEPT:
        yield field.name, field.data or ""
