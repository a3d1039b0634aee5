"""A backup holds everything, of one moment; put back, everything is there again, on either kind of database."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.backup import BackupError, Manifest
from biblionet_reg.extensions import db
from biblionet_reg.imports.backup import open_backup
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import all_rows, audit_chain, editions
from biblionet_reg.services import backups, files, registrations
from biblionet_reg.services.demo import load as demo
from tests.conftest import make_app
from tests.databases import Databases
from tests.registrations import answers
from tests.submissions import PDF


def _edition() -> Edition:
    edition = editions.by_slug("2020")
    assert edition is not None
    return edition


def _furnished(app: Flask) -> Flask:
    """Return the application with demonstration people, a file, and a person with an unusual name."""
    with app.app_context():
        demo.load(_edition(), registrations=20, submissions=12, seed=1)
        registrations.register(answers(given_name="Seán", family_name="O’Brien 𝔘 <b>"), edition=_edition())
        files.keep(PDF, name="рад.pdf", media_type="application/pdf")
        db.session.commit()
    return app


def _everything(app: Flask) -> dict[str, list[dict[str, Any]]]:
    with app.app_context(), db.engine.connect() as connection:
        return {table.name: list(all_rows.rows(connection, table)) for table in all_rows.tables(connection)}


def _back_up(app: Flask, path: Path) -> Manifest:
    with app.app_context():
        return backups.back_up(path)


def _restored(path: Path, folder: Path, database_url: str) -> Flask:
    folder.mkdir(exist_ok=True)
    app = make_app(folder, database_url)
    result = app.test_cli_runner().invoke(args=["data", "restore", str(path)])
    assert result.exit_code == 0, result.output
    return app


@pytest.mark.parametrize("kind", ["same", "sqlite"])
def test_restore_brings_back_every_row_and_every_file(app: Flask, databases: Databases, tmp_path: Path, kind: str) -> None:
    before = _everything(_furnished(app))
    _back_up(app, tmp_path / "backup.zip")
    url = databases.empty(tmp_path) if kind == "same" else f"sqlite:///{tmp_path / 'other.db'}"

    other = _restored(tmp_path / "backup.zip", tmp_path / "other", url)

    assert _everything(other) == before
    with other.app_context():
        row = db.session.scalars(select(StoredFile)).one()
        assert files.content_of(row) == PDF
        assert [report.fault for report in audit_chain.reports()] == [None]


def test_a_backup_of_sqlite_fills_this_kind_of_database(databases: Databases, tmp_path: Path) -> None:
    small = make_app(tmp_path, f"sqlite:///{tmp_path / 'small.db'}")
    for command in (["db", "upgrade"], ["edition", "load"]):
        assert small.test_cli_runner().invoke(args=command).exit_code == 0
    before = _everything(_furnished(small))
    _back_up(small, tmp_path / "backup.zip")

    other = _restored(tmp_path / "backup.zip", tmp_path / "other", databases.empty(tmp_path))

    assert _everything(other) == before


def test_after_a_restore_people_go_on_registering(app: Flask, databases: Databases, tmp_path: Path) -> None:
    _back_up(_furnished(app), tmp_path / "backup.zip")
    other = _restored(tmp_path / "backup.zip", tmp_path / "other", databases.empty(tmp_path))

    with other.app_context():
        made = registrations.register(answers(given_name="Ана", email="ana@example.org"), edition=_edition())

        assert made.id is not None


def test_a_backup_tells_where_the_ledger_ends_and_no_password(app: Flask, tmp_path: Path) -> None:
    manifest = _back_up(app, tmp_path / "backup.zip")

    with app.app_context():
        ends = {report.slug: f"{report.number}:{report.digest}" for report in audit_chain.reports()}
    assert manifest.ledger == ends
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert set(json.loads(archive.read("settings.json"))) == {
            "BASE_URL",
            "TZ_NAME",
            "UPLOAD_MAX_MB",
            "DATABASE_URL",
            "QUEUE_URL",
            "STORAGE_URL",
        }
    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600


def test_passwords_are_left_out_of_addresses(tmp_path: Path) -> None:
    app = make_app(tmp_path, f"sqlite:///{tmp_path / 'x.db'}", QUEUE_URL="redis://:geheim@localhost/0")

    with app.app_context():
        assert backups.told_settings()["QUEUE_URL"] == "redis://:…@localhost/0"


def test_a_file_that_is_gone_is_told_and_the_rest_is_kept(app: Flask, databases: Databases, tmp_path: Path) -> None:
    with app.app_context():
        gone = files.keep(PDF, name="gone.pdf", media_type="application/pdf").key
        kept = files.keep(PDF, name="kept.pdf", media_type="application/pdf").key
        backups.store.delete(gone)

    manifest = _back_up(app, tmp_path / "backup.zip")

    assert (manifest.missing, manifest.files) == ((gone,), [kept])
    _restored(tmp_path / "backup.zip", tmp_path / "other", databases.empty(tmp_path))


def test_nothing_is_put_into_a_database_that_is_not_empty(app: Flask, tmp_path: Path) -> None:
    _back_up(app, tmp_path / "backup.zip")
    before = _everything(app)

    with app.app_context(), open_backup(tmp_path / "backup.zip") as found, pytest.raises(BackupError, match="not empty"):
        backups.put_back(found)

    assert _everything(app) == before


def _rewritten(path: Path, change: dict[str, bytes | None]) -> Path:
    """Return the backup with other members, or without them."""
    target = path.with_name("rewritten.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name in set(change) - set(old.namelist()):
            new.writestr(name, change[name] or b"")
    return target


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"tables/edition.jsonl": b"{}\n"}, "is damaged: tables/edition.jsonl"),
        ({"tables/edition.jsonl": None}, "is not whole"),
        ({"files/../../etc/passwd": b"x"}, "is not whole"),
        ({"manifest.json": None}, "has no manifest"),
        ({"manifest.json": b"[]"}, "has no manifest"),
        ({"manifest.json": b'{"format": "biblionet-backup-9"}'}, "its format is biblionet-backup-9"),
    ],
)
def test_a_backup_that_is_not_as_it_was_written_is_refused(app: Flask, tmp_path: Path, change: dict[str, bytes | None], says: str) -> None:
    _back_up(app, tmp_path / "backup.zip")

    with pytest.raises(BackupError, match=says), open_backup(_rewritten(tmp_path / "backup.zip", change)):
        pass


def test_half_a_backup_is_refused(app: Flask, tmp_path: Path) -> None:
    _back_up(app, tmp_path / "backup.zip")
    half = tmp_path / "half.zip"
    half.write_bytes((tmp_path / "backup.zip").read_bytes()[:-2000])

    with pytest.raises(BackupError, match="no backup, or only a part"), open_backup(half):
        pass


def test_a_backup_that_breaks_off_leaves_the_one_before(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "backup.zip"
    path.write_bytes(b"the one before")

    def broken(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.BackupWriter, "finish", broken)
    with pytest.raises(OSError, match="No space"):
        _back_up(app, path)

    assert path.read_bytes() == b"the one before"
    assert sorted(one.name for one in tmp_path.glob(".*")) == []
