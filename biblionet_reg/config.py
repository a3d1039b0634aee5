"""Settings from the environment: typed, checked at start, a wrong one stops with one clear line."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_ROOT = Path(__file__).resolve().parent.parent
_WEAK_SECRET_LENGTH = 32
_PORTS = range(1, 65536)
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
    env = {name: value.strip() for name, value in (environ or os.environ).items() if value.strip()}
    environment = _read(env, "BIBLIONET_ENV", "development", Environment, _one_of(Environment))
    data_dir = Path(env.get("DATA_DIR", str(_ROOT / "instance"))).resolve()
    port = _read(env, "PORT", "8000", _port, "a port from 1 to 65535")
    host = env.get("HOST", "127.0.0.1")
    tz_name = _read(env, "TZ_NAME", "Europe/Belgrade", _zone, "a time zone such as Europe/Belgrade")
    settings = Settings(
        environment=environment,
        host=host,
        port=port,
        base_url=_read(env, "BASE_URL", f"http://{host}:{port}", _web_address, "an address such as https://example.rs"),
        data_dir=data_dir,
        database_url=_read(
            env, "DATABASE_URL", f"sqlite:///{data_dir / 'biblionet.db'}", _database, "sqlite:///FILE or postgresql+psycopg://…"
        ),
        queue_url=_read(env, "QUEUE_URL", f"sqlite:///{data_dir / 'queue.db'}", _queue, "sqlite:///FILE, postgresql://… or redis://…"),
        storage_url=_read(env, "STORAGE_URL", f"file://{data_dir / 'files'}", _storage, "file:///FOLDER or s3://BUCKET"),
        secret_key=env.get("SECRET_KEY", ""),
        mail=_mail(env),
        tz_name=tz_name,
        upload_max_mb=_read(env, "UPLOAD_MAX_MB", "20", _positive, "a whole number of megabytes, 1 or more"),
        clock=_read(env, "CLOCK", "", _moment, "a moment with its offset, such as 2020-08-17T09:00+02:00"),
    )
    _refuse_unsafe_production(settings)
    return settings


def _read(env: Mapping[str, str], name: str, default: str, parse: Callable[[str], _Value], wanted: str) -> _Value:
    value = env.get(name, default)
    try:
        return parse(value)
    except (ValueError, KeyError) as error:
        message = f"{name} is “{value}”: set it to {wanted}."
        raise SettingError(message) from error


def _mail(env: Mapping[str, str]) -> MailSettings:
    return MailSettings(
        server=env.get("MAIL_SERVER", ""),
        port=_read(env, "MAIL_PORT", "25", _port, "a port from 1 to 65535"),
        use_tls=_read(env, "MAIL_USE_TLS", "false", _yes_no, "true or false"),
        use_ssl=_read(env, "MAIL_USE_SSL", "false", _yes_no, "true or false"),
        username=env.get("MAIL_USERNAME", ""),
        password=env.get("MAIL_PASSWORD", ""),
        default_sender=env.get("MAIL_DEFAULT_SENDER", "Библионет <biblionet@localhost>"),
    )


def _refuse_unsafe_production(settings: Settings) -> None:
    if settings.environment is not Environment.PRODUCTION:
        return
    if len(settings.secret_key) < _WEAK_SECRET_LENGTH:
        message = f"SECRET_KEY is missing or weak: in production set it to {_WEAK_SECRET_LENGTH} random characters or more."
        raise SettingError(message)
    if settings.clock is not None:
        message = "CLOCK is set: production runs on the real time, so remove it."
        raise SettingError(message)


def _one_of(choices: type[StrEnum]) -> str:
    return "one of " + ", ".join(choice.value for choice in choices)


def _port(value: str) -> int:
    if int(value) not in _PORTS:
        raise ValueError(value)
    return int(value)


def _positive(value: str) -> int:
    if int(value) < 1:
        raise ValueError(value)
    return int(value)


def _yes_no(value: str) -> bool:
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}[value.lower()]


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except ZoneInfoNotFoundError as error:
        raise ValueError(value) from error
    return value


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query:
        raise ValueError(value)
    return value.rstrip("/")


def _scheme(*allowed: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not value.startswith(allowed):
            raise ValueError(value)
        return value

    return check


_database = _scheme("sqlite:///", "postgresql+psycopg://")
_queue = _scheme("sqlite:///", "postgresql://", "postgresql+psycopg://", "redis://", "rediss://")
_storage = _scheme("file://", "s3://")


def _moment(value: str) -> datetime | None:
    if not value:
        return None
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment
