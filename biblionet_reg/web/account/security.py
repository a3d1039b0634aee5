"""Flask-Security behind our own pages: it keeps sessions and passwords, we keep the looks."""

import secrets
from pathlib import Path
from typing import Any

from flask import Flask
from flask_security import SQLAlchemyUserDatastore

from biblionet_reg.extensions import db, security
from biblionet_reg.models.account import StaffAccount, StaffRoleGrant

#: Our own pages sign people in; the library's blueprint would be a second, unlisted door.
SETTINGS: dict[str, Any] = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SINGLE_HASH": True,
    "SECURITY_REGISTERABLE": False,
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_TRACKABLE": False,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
}


def init_app(app: Flask) -> None:
    datastore = SQLAlchemyUserDatastore(db, StaffAccount, StaffRoleGrant)
    security.init_app(app, datastore, register_blueprint=False)


def kept_secret(data_dir: Path) -> str:
    """Return the secret key of a development installation, made once and kept in its folder."""
    path = data_dir / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")
