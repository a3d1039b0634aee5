"""`flask data …`: backups of everything, and whether everything is as it should be."""

from pathlib import Path

import click
from flask import current_app
from flask_migrate import upgrade

from biblionet_reg import clock
from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.domain.backup import BackupError, Manifest
from biblionet_reg.imports.backup import open_backup
from biblionet_reg.services import backups, data_check

#: How many of those with the same fault are named.
_NAMED = 10

group = CommandGroup("data", help="Backups, and checks of all data.")


@group.command("backup")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The archive; by default one in DATA_DIR/backups.")
def backup(output: Path | None) -> None:
    """Write the whole database and all files, of one moment, into one archive, while work goes on.

    The archive holds personal data: keep it as safe as the database. Keys and passwords are not in it.
    """
    path = output or _default_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        manifest = backups.back_up(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from error
    click.echo(f"{path}: {_told(manifest)}")
    if manifest.missing:
        click.echo(f"{len(manifest.missing)} files are named in the database and are not in the storage: run `data check`.", err=True)


@group.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(file: Path) -> None:
    """Put a backup into an empty installation, on SQLite or PostgreSQL, and bring it up to date.

    Every digest in the archive is checked before anything is written.
    """
    try:
        with open_backup(file) as found:
            upgrade(revision=found.manifest.revision)
            backups.put_back(found)
            manifest = found.manifest
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    upgrade()
    click.echo(f"Put back: {_told(manifest)}")
    for name, end in manifest.ledger.items():
        click.echo(f"The audit ledger ended with {name}:{end}")


@group.command("check")
def check() -> None:
    """Look over all rows, kept files and the audit ledger, and tell what is not as it should be."""
    found = list(data_check.faults())
    for told, names in found:
        rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        click.echo(f"{told}: {', '.join(names[:_NAMED])}{rest}")
    if found:
        raise click.ClickException(f"{sum(len(names) for _told, names in found)} faults were found.")
    click.echo("Everything is as it should be.")


def _default_path() -> Path:
    folder: Path = current_app.extensions["settings"].data_dir / "backups"
    return folder / f"biblionet-{clock.now():%Y%m%d-%H%M%S}.zip"


def _told(manifest: Manifest) -> str:
    rows = sum(manifest.tables.values())
    return f"{rows} rows of {len(manifest.tables)} tables and {len(manifest.files)} files, of {manifest.made_at:%Y-%m-%d %H:%M} UTC"
