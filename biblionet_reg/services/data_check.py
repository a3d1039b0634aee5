"""Is everything as it should be? Rows, kept files and the audit ledger."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import audit_chain
from biblionet_reg.queries.invariants import RULES
from biblionet_reg.storage import store


def faults() -> Iterator[tuple[str, list[str]]]:
    """Yield what is wrong, with the names of those it is wrong with; nothing when all is well."""
    checks = RULES | {"The file is gone, or is not what was kept": _files, "The audit ledger does not hold; run `ledger verify`": _ledger}
    for told, rule in checks.items():
        if found := list(rule()):
            yield told, found


def _files() -> Iterator[str]:
    for row in db.session.scalars(select(StoredFile).order_by(StoredFile.id)):
        try:
            digest = hashlib.sha256(store.read(row.key)).hexdigest()
        except FileNotFoundError:
            digest = ""
        if digest != row.sha256:
            yield f"{row.name} ({row.key})"


def _ledger() -> Iterator[str]:
    return (report.name for report in audit_chain.reports() if report.fault)
