"""What an act changed, field by field."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from biblionet_reg.domain.changes import as_plain, old_and_new
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import LocalText


@dataclass(frozen=True)
class _Author:
    name: str
    title: LocalText


def test_old_and_new_tells_what_differs_and_nothing_else() -> None:
    before = {"name": "Ана", "days": {date(2020, 10, 2), date(2020, 10, 1)}, "language": Lang.SR}
    after = {"name": "Јана", "days": {date(2020, 10, 1), date(2020, 10, 2)}, "language": Lang.EN, "new": 1}

    assert old_and_new(before, after) == {"name": ("Ана", "Јана"), "language": ("sr", "en"), "new": (None, 1)}


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (LocalText("наслов", "title"), {"sr": "наслов", "en": "title"}),
        (datetime(2020, 1, 1, tzinfo=UTC), "2020-01-01T00:00:00+00:00"),
        (frozenset({"b", "a"}), ["a", "b"]),
        ((_Author("Ана", LocalText("др")),), [{"name": "Ана", "title": {"sr": "др"}}]),
    ],
)
def test_values_are_told_as_json_can_keep_them(value: object, plain: object) -> None:
    assert as_plain(value) == plain
