"""create_app(): the only wiring; reads like a table of contents."""

from pathlib import Path

from flask import Flask

from biblionet_reg import clock, extensions, i18n, jobs, logs, models
from biblionet_reg.config import Environment, SettingError, Settings, load_settings
from biblionet_reg.services import readiness
from biblionet_reg.web import (
    access,
    assets,
    blueprints,
    compression,
    converters,
    errors,
    first_sight,
    headers,
    locale,
    mended,
    request_number,
    templating,
)
from biblionet_reg.web.account import security

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings | None = None, *, with_commands: bool = True) -> Flask:
    """Build the application; what only serves pages needs no commands, which are heavy. Raises SettingError when a setting is wrong."""
    settings = settings or load_settings()
    logs.init_app(settings)
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"), instance_path=str(settings.data_dir))
    app.jinja_environment = templating.Templates
    configure(app, settings)
    clock.init_app(app, settings.clock)
    models.load_all()
    extensions.db.init_app(app)
    translations = str(ROOT / "biblionet_reg" / "translations")
    extensions.babel.init_app(app, locale_selector=i18n.choose_locale, default_translation_directories=translations)
    i18n.init_app(app)
    extensions.mail.init_app(app)
    extensions.csrf.init_app(app)
    converters.init_app(app)
    request_number.init_app(app)
    locale.init_app(app)
    security.init_app(app)
    blueprints.init_app(app)
    access.init_app(app)
    assets.init_app(app)
    templating.init_app(app)
    mended.init_app(app)
    first_sight.init_app(app)
    headers.init_app(app)
    compression.init_app(app)
    errors.init_app(app)
    jobs.init_app(app, settings)
    if with_commands:
        add_commands(app)
    check(app, settings)
    return app


def add_commands(app: Flask) -> None:
    """Add the command line; with it come Alembic and all that only commands use."""
    from biblionet_reg import cli  # noqa: PLC0415 - a web worker never loads it

    cli.init_app(app, ROOT / "migrations")


def check(app: Flask, settings: Settings) -> None:
    """Refuse to serve visitors from a database that is not for them; let a set clock run on."""
    if not settings.is_testing:
        with app.app_context():
            readiness.refuse_silent_database()
    if settings.clock is not None and settings.environment is Environment.DEVELOPMENT:
        with app.app_context():
            readiness.let_the_clock_run_on()
    if settings.environment is Environment.PRODUCTION:
        with app.app_context():
            readiness.refuse_demonstration_accounts()


def configure(app: Flask, settings: Settings) -> None:
    """Turn our settings into Flask's and its extensions'."""
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"DATA_DIR is “{settings.data_dir}”: set it to a folder that can be written ({error.strerror})."
        raise SettingError(message) from error
    app.extensions["settings"] = settings
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key or security.kept_secret(settings.data_dir),
        TESTING=settings.is_testing,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=extensions.engine_options(settings.database_url),
        MAIL_SERVER=settings.mail.server,
        MAIL_PORT=settings.mail.port,
        MAIL_USE_TLS=settings.mail.use_tls,
        MAIL_USE_SSL=settings.mail.use_ssl,
        MAIL_USERNAME=settings.mail.username or None,
        MAIL_PASSWORD=settings.mail.password or None,
        MAIL_DEFAULT_SENDER=settings.mail.default_sender,
        MAIL_SUPPRESS_SEND=False,
        BABEL_DEFAULT_LOCALE="sr",
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=24 * 3600,
        MAX_CONTENT_LENGTH=16 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        SEND_FILE_MAX_AGE_DEFAULT=365 * 24 * 3600,
        SESSION_COOKIE_NAME="__Host-session" if settings.base_url.startswith("https:") else "session",
        SESSION_COOKIE_SECURE=settings.base_url.startswith("https:"),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        **security.SETTINGS,
    )
