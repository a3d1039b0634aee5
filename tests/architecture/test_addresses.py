"""What every address keeps to."""

import re

from flask import Flask

_PARAMETER = re.compile(r"<(?:([a-z_]+)(?:\([^>]*\))?:)?([a-z_]+)>")
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?")


def _own_rules(app: Flask) -> list[str]:
    return sorted({rule.rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"})


def test_addresses_are_written_in_kebab_case(app: Flask) -> None:
    plain = {rule: _PARAMETER.sub("x", rule).strip("/").split("/") for rule in _own_rules(app)}

    assert [rule for rule, parts in plain.items() if not all(_KEBAB.fullmatch(part) for part in parts if part)] == []


def test_parameters_have_a_type(app: Flask) -> None:
    assert [rule for rule in _own_rules(app) for kind, _name in _PARAMETER.findall(rule) if not kind] == []


def test_addresses_hold_no_database_ids(app: Flask) -> None:
    names = {name for rule in _own_rules(app) for _kind, name in _PARAMETER.findall(rule)}

    assert {name for name in names if name == "id" or name.endswith("_id")} == set()


def test_pages_name_their_language_first(app: Flask) -> None:
    for_machines = {"/", "/healthz", "/readyz", "/metrics"}

    assert [rule for rule in _own_rules(app) if not rule.startswith("/<lang:lang>/") and rule not in for_machines and "." not in rule] == []
