"""Settings from the environment: typed, checked at start, a wrong one stops with one clear line."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from biblionet_reg.domain import setting

_ROOT = Path(__file__).resolve().parent.parent
_Value = TypeVar("_Value")


class Environment(StrEnum):
    """Where the product runs; only production refuses what is merely handy."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"
    TESTING = "testing"


class SettingError(ValueError):
    """A setting has a wrong value; the message names it and says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """Flask-Mail's settings; without `server` letters become `.eml` files."""

    server: str
    port: int
    use_tls: bool
    use_ssl: bool
    username: str
    password: str
    default_sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the environment may say; documented line by line in `docs/settings.md`."""

    environment: Environment
    host: str
    port: int
    base_url: str
    data_dir: Path
    database_url: str
    queue_url: str
    storage_url: str
    secret_key: str
    mail: MailSettings
    tz_name: str
    upload_max_mb: int
    clock: datetime | None

    @property
    def is_testing(self) -> bool:
        return self.environment is Environment.TESTING

    @property
    def upload_max_bytes(self) -> int:
        return self.upload_max_mb * 1024 * 1024


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read and check the settings. Raises SettingError with one line that names the setting."""
    given = os.environ if environ is None else environ
    env = {name: value.strip() for name, value in given.items() if value.strip()}
    data_dir = Path(env.get("DATA_DIR", str(_ROOT / "instance"))).resolve()
    host = env.get("HOST", "127.0.0.1")
    port = _read(env, "PORT", "8000", setting.port, "a port from 1 to 65535")
    settings = Settings(
        environment=_read(env, "BIBLIONET_ENV", "development", Environment, "one of " + ", ".join(Environment)),
        host=host,
        port=port,
        base_url=_read(env, "BASE_URL", _local_address(host, port), setting.web_address, "an address such as https://example.rs"),
        data_dir=data_dir,
        database_url=_read(
            env, "DATABASE_URL", f"sqlite:///{data_dir / 'biblionet.db'}", _DATABASE, "sqlite:///FILE or postgresql+psycopg://…"
        ),
        queue_url=_read(env, "QUEUE_URL", f"sqlite:///{data_dir / 'queue.db'}", _QUEUE, "sqlite:///FILE, postgresql://… or redis://…"),
        storage_url=_read(env, "STORAGE_URL", f"file://{data_dir / 'files'}", _STORAGE, "file:///FOLDER or s3://BUCKET"),
        secret_key=env.get("SECRET_KEY", ""),
        mail=_mail(env),
        tz_name=_read(env, "TZ_NAME", "Europe/Belgrade", setting.time_zone, "a time zone such as Europe/Belgrade"),
        upload_max_mb=_read(env, "UPLOAD_MAX_MB", "20", setting.positive, "a whole number of megabytes, 1 or more"),
        clock=_read(env, "CLOCK", "", setting.moment, "a moment with its offset, such as 2020-08-17T09:00+02:00"),
    )
    if settings.environment is Environment.PRODUCTION:
        _refuse_unsafe(settings, debug=_read(env, "FLASK_DEBUG", "0", setting.yes_no, "0 or 1"))
    return settings


_DATABASE = setting.address_with("sqlite:///", "postgresql+psycopg://")
_QUEUE = setting.address_with("sqlite:///", "postgresql://", "postgresql+psycopg://", "redis://", "rediss://")
_STORAGE = setting.address_with("file://", "s3://")


def _read(env: Mapping[str, str], name: str, default: str, parse: Callable[[str], _Value], wanted: str) -> _Value:
    value = env.get(name, default)
    try:
        return parse(value)
    except ValueError as error:
        message = f"{name} is “{value}”: set it to {wanted}."
        raise SettingError(message) from error


def _local_address(host: str, port: int) -> str:
    """Return the address of this machine that a browser on it can follow."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host)  # noqa: S104 - a wildcard is read here, not bound
    return f"http://{reachable or (f'[{host}]' if ':' in host else host)}:{port}"


def _mail(env: Mapping[str, str]) -> MailSettings:
    mail = MailSettings(
        server=env.get("MAIL_SERVER", ""),
        port=_read(env, "MAIL_PORT", "25", setting.port, "a port from 1 to 65535"),
        use_tls=_read(env, "MAIL_USE_TLS", "false", setting.yes_no, "true or false"),
        use_ssl=_read(env, "MAIL_USE_SSL", "false", setting.yes_no, "true or false"),
        username=env.get("MAIL_USERNAME", ""),
        password=env.get("MAIL_PASSWORD", ""),
        default_sender=_read(
            env,
            "MAIL_DEFAULT_SENDER",
            "Библионет <biblionet@localhost>",
            setting.sender,
            "an address such as Библионет <office@example.rs>",
        ),
    )
    if mail.use_tls and mail.use_ssl:
        message = "MAIL_USE_TLS and MAIL_USE_SSL are both true: keep one, TLS for port 587 or SSL for port 465."
        raise SettingError(message)
    return mail


def _refuse_unsafe(settings: Settings, *, debug: bool) -> None:
    if not setting.is_strong_secret(settings.secret_key):
        message = "SECRET_KEY is missing or weak: in production set it to 32 random characters or more."
        raise SettingError(message)
    if settings.clock is not None:
        message = "CLOCK is set: production runs on the real time, so remove it."
        raise SettingError(message)
    if debug:
        message = "FLASK_DEBUG is set: production shows no debugger to visitors, so remove it."
        raise SettingError(message)
