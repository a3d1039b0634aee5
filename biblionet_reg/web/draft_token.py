"""What a browser holds to find again what it typed and did not send: a cookie of its own, which outlives a closed window."""

import hashlib
import re

from flask import Response, after_this_request, current_app, request, session

from biblionet_reg.domain.draft import KEPT_FOR
from biblionet_reg.services import drafts

_WHOLE = re.compile(r"[\w-]{32,64}")


def held() -> str:
    """Return what this browser holds, or nothing."""
    token = request.cookies.get(_cookie(), "")
    return token if _WHOLE.fullmatch(token) else ""


def hold() -> str:
    """Return what this browser holds from now on, for as long as a draft is kept.

    Two first requests at once are given the same: it is made of the secret of their common session.
    """
    token = held() or _of_session() or drafts.new_token()

    @after_this_request
    def hand_over(response: Response) -> Response:
        response.set_cookie(_cookie(), token, max_age=KEPT_FOR, secure=_is_secure(), httponly=True, samesite="Lax")
        return response

    return token


def _of_session() -> str:
    secret = session.get("csrf_token")
    return hashlib.blake2b(str(secret).encode(), key=_key(), digest_size=24).hexdigest() if secret else ""


def _key() -> bytes:
    return hashlib.sha256(str(current_app.secret_key).encode()).digest()


def _is_secure() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])


def _cookie() -> str:
    return "__Host-draft" if _is_secure() else "draft"
