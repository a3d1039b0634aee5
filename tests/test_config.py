"""Settings: what the environment may say, and what it may not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from biblionet_reg.app import create_app
from biblionet_reg.config import Environment, SettingError, load_settings
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import accounts

ROOT = Path(__file__).parent.parent
SECRET = "kx3Vb8-qLw7TnZ2mRj5PyD9sHf4GcA6u"
PRODUCTION = {"BIBLIONET_ENV": "production", "SECRET_KEY": SECRET}


def test_settings_have_safe_defaults() -> None:
    settings = load_settings({})

    assert (settings.environment, settings.host, settings.port) == (Environment.DEVELOPMENT, "127.0.0.1", 8000)
    assert (settings.base_url, settings.data_dir) == ("http://127.0.0.1:8000", ROOT / "instance")
    assert settings.database_url == f"sqlite:///{ROOT}/instance/biblionet.db"
    assert settings.queue_url == f"sqlite:///{ROOT}/instance/queue.db"
    assert settings.storage_url == f"file://{ROOT}/instance/files"
    assert (settings.tz_name, settings.upload_max_mb, settings.clock) == ("Europe/Belgrade", 20, None)
    assert (settings.mail.server, settings.mail.port) == ("", 25)


def test_settings_follow_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings({"DATA_DIR": str(tmp_path / "подаци о скупу")})

    assert settings.database_url == f"sqlite:///{tmp_path}/подаци о скупу/biblionet.db"


def test_settings_take_blanks_for_nothing() -> None:
    assert load_settings({"PORT": " ", "CLOCK": ""}) == load_settings({})


@pytest.mark.parametrize(
    ("host", "base_url"),
    [
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("fe80::1", "http://[fe80::1]:8000"),
        ("skup.rs", "http://skup.rs:8000"),
    ],
)
def test_base_url_can_be_followed_on_this_machine(host: str, base_url: str) -> None:
    assert load_settings({"HOST": host}).base_url == base_url


WRONG = [
    ("BIBLIONET_ENV", "live", "one of development, production, testing"),
    ("PORT", "abc", "a port from 1 to 65535"),
    ("PORT", "70000", "a port from 1 to 65535"),
    ("BASE_URL", "biblionet.rs", "an address such as https://example.rs"),
    ("BASE_URL", "https://example rs", "an address such as https://example.rs"),
    ("DATABASE_URL", "mysql://x", "sqlite:///FILE or postgresql+psycopg://…"),
    ("DATABASE_URL", "sqlite:///", "sqlite:///FILE or postgresql+psycopg://…"),
    ("QUEUE_URL", "amqp://x", "sqlite:///FILE, postgresql://… or redis://…"),
    ("STORAGE_URL", "/files", "file:///FOLDER or s3://BUCKET"),
    ("MAIL_PORT", "0", "a port from 1 to 65535"),
    ("MAIL_USE_TLS", "maybe", "true or false"),
    ("MAIL_USE_SSL", "2", "true or false"),
    ("MAIL_DEFAULT_SENDER", "Библионет", "an address such as Библионет <office@example.rs>"),
    ("TZ_NAME", "Belgrade", "a time zone such as Europe/Belgrade"),
    ("TZ_NAME", "../etc/passwd", "a time zone such as Europe/Belgrade"),
    ("UPLOAD_MAX_MB", "0", "a whole number of megabytes, 1 or more"),
    ("CLOCK", "2020-08-17T09:00", "a moment with its offset, such as 2020-08-17T09:00+02:00"),
    ("CLOCK", "9999-12-31T23:59-12:00", "a moment with its offset, such as 2020-08-17T09:00+02:00"),
    ("CLOCK", "yesterday", "a moment with its offset, such as 2020-08-17T09:00+02:00"),
]


@pytest.mark.parametrize(("name", "value", "wanted"), WRONG)
def test_wrong_setting_says_what_to_write(name: str, value: str, wanted: str) -> None:
    with pytest.raises(SettingError) as refused:
        load_settings({name: value})

    assert str(refused.value) == f"{name} is “{value}”: set it to {wanted}."


def test_mail_refuses_both_ways_of_encryption() -> None:
    with pytest.raises(SettingError) as refused:
        load_settings({"MAIL_USE_TLS": "yes", "MAIL_USE_SSL": "1"})

    assert str(refused.value) == "MAIL_USE_TLS and MAIL_USE_SSL are both true: keep one, TLS for port 587 or SSL for port 465."


def test_production_takes_a_strong_secret() -> None:
    assert load_settings(PRODUCTION).environment is Environment.PRODUCTION


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing or weak: in production set it to 32 random characters or more."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is missing or weak: in production set it to 32 random characters or more."),
        ({"SECRET_KEY": "a" * 64}, "SECRET_KEY is missing or weak: in production set it to 32 random characters or more."),
        ({"CLOCK": "2020-08-17T09:00+02:00"}, "CLOCK is set: production runs on the real time, so remove it."),
        ({"FLASK_DEBUG": "1"}, "FLASK_DEBUG is set: production shows no debugger to visitors, so remove it."),
    ],
)
def test_production_refuses_what_is_merely_handy(extra: dict[str, str], message: str) -> None:
    with pytest.raises(SettingError) as refused:
        load_settings({**PRODUCTION, **extra})

    assert str(refused.value) == message


def test_data_folder_that_cannot_be_made_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingError, match=r"DATA_DIR is “.*file/data”: set it to a folder that can be written"):
        create_app(load_settings({"DATA_DIR": str(tmp_path / "file" / "data")}))


def test_production_starts_on_an_empty_database(tmp_path: Path) -> None:
    assert create_app(load_settings({**PRODUCTION, "DATA_DIR": str(tmp_path)})).debug is False


def test_production_starts_without_demonstration_accounts(app: Flask) -> None:
    assert create_app(load_settings({**PRODUCTION, **_data_of(app)})).testing is False


def test_production_refuses_demonstration_accounts(app: Flask, edition: Edition) -> None:
    accounts.grant_role("demo@example.org", name="Demo", role=StaffRole.CHAIR, edition=edition, by="test", is_demo=True)

    with pytest.raises(SettingError) as refused:
        create_app(load_settings({**PRODUCTION, **_data_of(app)}))

    wanted = "DATABASE_URL: the database holds demonstration accounts (demo@example.org); production starts only without them."
    assert str(refused.value) == wanted


@pytest.mark.parametrize("environment", [{}, PRODUCTION])
@pytest.mark.parametrize("address", ["postgresql+psycopg://nobody@127.0.0.1:1/none", "sqlite:////proc/none/biblionet.db"])
def test_database_that_does_not_answer_stops_the_start(tmp_path: Path, environment: dict[str, str], address: str) -> None:
    with pytest.raises(SettingError, match="DATABASE_URL: the database does not answer"):
        create_app(load_settings({**environment, "DATA_DIR": str(tmp_path), "DATABASE_URL": address}))


def test_queue_file_that_cannot_be_written_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingError, match=r"QUEUE_URL names the file “.*file/queue.db”: set it to one that can be written"):
        create_app(load_settings({"DATA_DIR": str(tmp_path), "QUEUE_URL": f"sqlite:///{tmp_path}/file/queue.db"}))


@pytest.mark.parametrize("command", [["flask", "--app", "wsgi", "edition", "list"], ["gunicorn", "wsgi:app"]])
def test_wrong_setting_stops_every_start_with_one_line(command: list[str]) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env={**os.environ, "PORT": "abc"}, capture_output=True, text=True, check=False
    )

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "biblionet: PORT is “abc”: set it to a port from 1 to 65535.\n"


def _data_of(app: Flask) -> dict[str, str]:
    settings = app.extensions["settings"]
    return {"DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url}
