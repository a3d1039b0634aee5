"""Writing a backup: one archive, member by member, finished by its manifest and only then put in its place."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from biblionet_reg.domain.backup import FILES, FORMAT, MANIFEST, TABLES, Manifest


class BackupWriter:
    """Takes what is backed up; `digests` tell what was taken."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.digests: dict[str, str] = {}

    def add(self, name: str, content: bytes, *, compressed: bool = True) -> None:
        """Take a whole member."""
        self._archive.writestr(name, content, ZIP_DEFLATED if compressed else ZIP_STORED)
        self.digests[name] = hashlib.sha256(content).hexdigest()

    def add_file(self, key: str, content: bytes) -> None:
        """Take a kept file; PDFs and office documents are compressed already."""
        self.add(FILES + key, content, compressed=False)

    def add_table(self, name: str, rows: Iterator[Mapping[str, Any]]) -> int:
        """Take a table row by row, and return how many there were."""
        digest, number = hashlib.sha256(), 0
        with self._archive.open(f"{TABLES}{name}.jsonl", "w", force_zip64=True) as member:
            for row in rows:
                line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                member.write(line)
                digest.update(line)
                number += 1
        self.digests[f"{TABLES}{name}.jsonl"] = digest.hexdigest()
        return number

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, the last member."""
        told = {
            "format": FORMAT,
            "made_at": manifest.made_at.isoformat(),
            "version": manifest.version,
            "revision": manifest.revision,
            "tables": manifest.tables,
            "digests": manifest.digests,
            "ledger": manifest.ledger,
            "missing": list(manifest.missing),
        }
        self._archive.writestr(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))


@contextmanager
def backup_file(path: Path) -> Iterator[BackupWriter]:
    """Write a backup to `path`, for the owner's eyes only; what was there stays until the new one is whole. Raises OSError."""
    half = path.with_name(f".{path.name}.half")
    try:
        with os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as target:
            with ZipFile(target, "w", ZIP_DEFLATED) as archive:
                yield BackupWriter(archive)
            target.flush()
            os.fsync(target.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
