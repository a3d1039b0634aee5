"""Reading a backup: nothing of it is used before all of it was found to be what its manifest says."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from biblionet_reg.domain.backup import FILES, FORMAT, MANIFEST, TABLES, BackupError, Manifest

_BLOCK = 1 << 20


class BackupReader:
    """A whole backup."""

    def __init__(self, archive: ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table as they were written."""
        with self._archive.open(f"{TABLES}{table}.jsonl") as member:
            for line in member:
                yield json.loads(line)

    def file(self, key: str) -> bytes:
        """Return a kept file."""
        return self._archive.read(FILES + key)


@contextmanager
def open_backup(path: Path) -> Iterator[BackupReader]:
    """Open a backup and check every digest. Raises BackupError, OSError."""
    try:
        archive = ZipFile(path)
    except BadZipFile as error:
        message = f"{path} is no backup, or only a part of one."
        raise BackupError(message) from error
    with archive:
        manifest = _manifest(archive, path)
        _check(archive, manifest, path)
        yield BackupReader(archive, manifest)


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    try:
        told = json.loads(archive.read(MANIFEST))
        if told["format"] != FORMAT:
            message = f"{path} was made by another version: its format is {told['format']}, this one reads {FORMAT}."
            raise BackupError(message)
        return Manifest(
            made_at=datetime.fromisoformat(told["made_at"]),
            version=told["version"],
            revision=told["revision"],
            tables=told["tables"],
            digests=told["digests"],
            ledger=told["ledger"],
            missing=tuple(told["missing"]),
        )
    except (KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError, BadZipFile) as error:
        message = f"{path} is no backup: it has no manifest that can be read."
        raise BackupError(message) from error


def _check(archive: ZipFile, manifest: Manifest, path: Path) -> None:
    held = set(archive.namelist()) - {MANIFEST}
    if held != set(manifest.digests) or any(f"{TABLES}{table}.jsonl" not in held for table in manifest.tables):
        message = f"{path} is not whole: it does not hold what its manifest names."
        raise BackupError(message)
    for name, digest in manifest.digests.items():
        if _digest(archive, name) != digest:
            message = f"{path} is damaged: {name} is not what it was when it was written."
            raise BackupError(message)


def _digest(archive: ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as member:
            while block := member.read(_BLOCK):
                digest.update(block)
    except (BadZipFile, zlib.error, EOFError, OSError):
        return ""
    return digest.hexdigest()
