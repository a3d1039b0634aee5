"""The gallery: every component in its states, for those who build pages; not in production."""

from datetime import UTC, date, datetime
from decimal import Decimal

from flask import Blueprint, abort, current_app, g, render_template

from biblionet_reg import clock
from biblionet_reg.config import Environment
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.money import Money
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries import editions
from biblionet_reg.queries.search import Closeness
from biblionet_reg.web.access import public
from biblionet_reg.web.forms.gallery import gallery_form
from biblionet_reg.web.public.gallery_charts import gallery_charts
from biblionet_reg.web.public.gallery_lists import gallery_lists

_SAMPLE = {
    "day": date(2020, 10, 1),
    "last_day": date(2020, 10, 3),
    "start": datetime(2020, 10, 1, 8, 0, tzinfo=UTC),
    "end": datetime(2020, 10, 1, 9, 30, tzinfo=UTC),
    "number": 1234,
    "score": Decimal("4.50"),
    "money": Money(350050),
    "ordinal": 14,
}
bp = Blueprint("gallery", __name__, url_prefix="/<lang:lang>")


@bp.get("/gallery")
@public
def gallery() -> str:
    """Every component: default, with an error, with a long text, empty."""
    if current_app.extensions["settings"].environment is Environment.PRODUCTION:
        abort(404)
    g.edition_slug = _some_edition()
    untranslated = LocalText(en="Reading aloud") if current_lang() is not Lang.EN else LocalText(sr="Читање наглас")
    return render_template(
        "gallery.html",
        form=None,
        calm=gallery_form(with_errors=False),
        wrong=gallery_form(with_errors=True),
        untranslated=untranslated,
        sample=_SAMPLE,
        zone="Europe/Belgrade",
        close_words=Closeness("Smederewac", ("Смедеревац", "Смедеревка")),
        by_state={SubmissionState.SUBMITTED: 12, SubmissionState.ACCEPTED: 1234, SubmissionState.REJECTED: 0},
        chosen_state=SubmissionState.ACCEPTED,
        charts=gallery_charts(),
        lists=gallery_lists(),
    )


def _some_edition() -> str:
    """Return an edition that the addresses in working lists may name; the page itself is of none."""
    found = editions.current(clock.today(current_app.extensions["settings"].tz_name))
    return found.slug if found else "2020"
