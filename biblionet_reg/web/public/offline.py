"""Reading without a connection: the worker that keeps copies of public pages, and the page shown where there is no copy."""

import json
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, request, url_for

from biblionet_reg.domain.language import Lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import speaking
from biblionet_reg.web.access import public
from biblionet_reg.web.assets import asset
from biblionet_reg.web.bundles import bundle
from biblionet_reg.web.revisits import made_of, revisited

bp = Blueprint("offline", __name__)

#: What the page without a connection is made of; fonts come with the first page that is read.
_BUNDLES, _FILES = ("site.css",), ("js/copies.js",)


@bp.get("/sw.js")
@public
def worker() -> Response:
    """The service worker; a new revision of the product is a new worker, which forgets the copies of the old one."""
    source = Path(current_app.static_folder or "", "js/service-worker.js").read_text(encoding="utf-8")
    return revisited(f"const HOUSE = {json.dumps(_house(), ensure_ascii=False)};\n{source}", mimetype="text/javascript")


@bp.get("/<lang:lang>/offline")
@public
def offline() -> Response:
    """What to do without a connection; which copies are on this device, and how to take them away."""
    return revisited(render_template("public/offline.html"))


def _house() -> dict[str, object]:
    return {
        "version": made_of()[:12],
        "root": request.script_root,
        "offline": {lang.value: url_for("offline.offline", lang=lang) for lang in Lang},
        "files": [*map(bundle, _BUNDLES), *map(asset, _FILES)],
        "words": {lang.value: _words(lang) for lang in Lang},
    }


def _words(lang: Lang) -> dict[str, str]:
    with speaking(lang):
        moment = _("%(day)s at %(time)s", day="{day}", time="{time}")
        return {
            "copy": _("The page cannot be reached now. This copy is from %(moment)s.", moment=moment),
            "about": _("About these pages"),
        }
