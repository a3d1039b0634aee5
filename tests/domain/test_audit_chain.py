"""The chain of the audit ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from biblionet_reg.domain.audit_chain import BEGINNING, ChainEntry, SetAside, digest_of_kept

_ENTRY = ChainEntry(
    chain=1,
    number=1,
    at=datetime(2020, 8, 17, 7, 0, tzinfo=UTC),
    actor="chair@example.org",
    action="decision.made",
    subject_kind="submission",
    subject_code="S-23456C",
    details={"outcome": "accepted", "б": [1, None]},
    changes=None,
    origin=None,
)


def test_digest_is_made_in_a_way_that_never_changes() -> None:
    assert _ENTRY.digest_after(BEGINNING) == "f8e24df4c294a88363633684b88e80ded6cd20eda5f5b72d9b33d8bba51f2d56"


def test_digest_is_the_same_in_every_zone() -> None:
    belgrade = _ENTRY.at.astimezone(timezone(timedelta(hours=2)))

    assert _copy(at=belgrade).digest_after(BEGINNING) == _ENTRY.digest_after(BEGINNING)


@pytest.mark.parametrize(
    "other",
    [
        {"chain": 2},
        {"number": 2},
        {"at": _ENTRY.at + timedelta(microseconds=1)},
        {"actor": "chair2@example.org"},
        {"action": "decision.released"},
        {"subject_kind": "registration"},
        {"subject_code": "S-23456D"},
        {"details": {"outcome": "rejected"}},
        {"changes": "a"},
        {"origin": "a"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_digest_is_of_everything_that_is_said(other: dict[str, object]) -> None:
    assert _copy(**other).digest_after(BEGINNING) != _ENTRY.digest_after(BEGINNING)


def test_digest_is_of_what_stands_before() -> None:
    assert _ENTRY.digest_after("1" * 64) != _ENTRY.digest_after(BEGINNING)


def test_values_set_aside_twice_have_different_digests_so_that_nobody_guesses_them() -> None:
    first, second = SetAside.of({"email": ["a@example.org", "b@example.org"]}), SetAside.of({"email": ["a@example.org", "b@example.org"]})

    assert first.kept["value"] == second.kept["value"] == {"email": ["a@example.org", "b@example.org"]}
    assert first.digest != second.digest
    assert (digest_of_kept(first.kept), digest_of_kept(second.kept)) == (first.digest, second.digest)


def _copy(**other: object) -> ChainEntry:
    return replace(_ENTRY, **other)
