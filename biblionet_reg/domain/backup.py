"""What a backup is: a ZIP archive with a manifest, one file of rows a table, and the kept files.

`manifest.json` names everything else with its SHA-256, so that a backup tells by itself whether it is whole. Rows are one JSON
object a line, moments in UTC; neither depends on the kind of database, so a backup of SQLite fills a PostgreSQL.
"""

from dataclasses import dataclass, field
from datetime import datetime

FORMAT = "biblionet-backup-1"
MANIFEST = "manifest.json"
SETTINGS = "settings.json"
TABLES, FILES = "tables/", "files/"


class BackupError(ValueError):
    """A file is no backup, or is not whole; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself. `revision` is that of the tables; `ledger` tells where each audit chain ended.

    `tables` are in the order in which their rows can be put back; `missing` are keys of files that were not in the storage.
    """

    made_at: datetime
    version: str
    revision: str
    tables: dict[str, int]
    digests: dict[str, str]
    ledger: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def files(self) -> list[str]:
        """Return the keys of the files within, in alphabetical order."""
        return sorted(name.removeprefix(FILES) for name in self.digests if name.startswith(FILES))
