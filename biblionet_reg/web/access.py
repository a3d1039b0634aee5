"""Who may enter: every view declares it here, one check before every request enforces it.

A view without a declaration is closed to everybody, and a test refuses it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from biblionet_reg.domain.permissions import Permission, permissions_of
from biblionet_reg.extensions import SAFE_METHODS, csrf
from biblionet_reg.models.account import StaffAccount

_View = TypeVar("_View", bound=Callable[..., Any])


class Door(StrEnum):
    """The kinds of entrance."""

    PUBLIC = "public"
    LINK = "link"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Access:
    """What a view declared. `checks_token`: its form checks the token itself and keeps the answers."""

    door: Door
    permissions: frozenset[Permission] = frozenset()
    checks_token: bool = False


def public(view: _View) -> _View:
    """Let everybody in."""
    return _declare(view, Access(Door.PUBLIC))


def link_holder(view: _View) -> _View:
    """Let in who brings a personal link; the view's loader checks the link itself."""
    return _declare(view, Access(Door.LINK))


def signed_in(view: _View) -> _View:
    """Let any staff account in."""
    return _declare(view, Access(Door.STAFF))


def requires(*permissions: Permission) -> Callable[[_View], _View]:
    """Let in staff who have every one of `permissions` in the edition of the address."""

    def decorate(view: _View) -> _View:
        return _declare(view, Access(Door.STAFF, frozenset(permissions)))

    return decorate


def keeps_answers(view: _View) -> _View:
    """Mark a view whose form checks its own token, so an expired one loses nothing typed."""
    old: Access = view.access  # type: ignore[attr-defined]  # `_declare` puts it on the function
    return _declare(view, Access(old.door, old.permissions, checks_token=True))


def _declare(view: _View, access: Access) -> _View:
    view.access = access  # type: ignore[attr-defined]  # a function may carry what is said of it
    return view


def account() -> StaffAccount:
    """Return the account that is signed in (behind a staff door there always is one)."""
    found: StaffAccount = current_user._get_current_object()  # noqa: SLF001 - the proxy's documented way
    return found


def permissions_here() -> frozenset[Permission]:
    """Return what the visitor may do in the edition of this address."""
    if not current_user.is_authenticated:
        return frozenset()
    if "permissions" not in g:
        edition_id = g.edition.id if "edition" in g else None
        g.permissions = permissions_of(grant.role for grant in account().roles if grant.edition_id == edition_id)
    found: frozenset[Permission] = g.permissions
    return found


def may(permission: Permission) -> bool:
    """Say whether the visitor has `permission` here."""
    return permission in permissions_here()


def enforce() -> ResponseReturnValue | None:
    """Check the declared access and the form token of this request, before its view runs."""
    if request.endpoint is None:
        return None
    view = current_app.view_functions[request.endpoint]
    access: Access | None = getattr(view, "access", None)
    if access is None:
        abort(403)
    if access.door is Door.STAFF and not current_user.is_authenticated:
        return redirect(url_for("account.sign_in", next=request.full_path if request.method == "GET" else None))
    if access.door is Door.STAFF and not access.permissions <= permissions_here():
        abort(403)
    if request.method not in SAFE_METHODS and not access.checks_token:
        csrf.protect()
    return None


def init_app(app: Flask) -> None:
    app.before_request(enforce)
    app.jinja_env.globals.update(may=may, Permission=Permission)
