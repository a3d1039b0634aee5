"""Charts of the gallery: empty, of one value, of many, near their limit and far from it."""

from datetime import date, timedelta
from typing import Any

from biblionet_reg.domain.chart import line_chart, parts
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.formats import format_day
from biblionet_reg.i18n import gettext as _
from biblionet_reg.web.public.important_dates import Stop

_LOOKS = ("plain", "dots", "stripes", "full", "cross")
_TODAY = date(2020, 8, 17)
_LIMIT = 150


def gallery_charts() -> dict[str, Any]:
    """Return what the gallery draws."""
    first = date(2020, 6, 15)
    many = [(first + timedelta(days=day), day * 2 + day % 3) for day in range(64)]
    return {
        "today": _TODAY,
        "stops": [
            _stop(_TODAY - timedelta(days=60), _("The call for papers opens"), "past"),
            _stop(_TODAY + timedelta(days=1), _("The call for papers closes"), "next"),
            _stop(_TODAY + timedelta(days=45), _("The meeting"), "coming"),
        ],
        "lines": {
            "many": line_chart(many, first=first, last=_TODAY, limit=_LIMIT),
            "one": line_chart([(_TODAY, 1)], first=_TODAY, last=_TODAY, limit=_LIMIT),
            "much": line_chart([(first, 1200), (_TODAY, 5000)], first=first, last=_TODAY, limit=4000),
            "none": None,
        },
        "stacked": {"many": parts([12, 3, 140, 1234, 50], 1500), "one": parts([0, 0, 0, 1, 0], 1), "none": ()},
        "looks": dict(zip(SubmissionState, _LOOKS, strict=False)),
    }


def _stop(day: date, what: str, state: str) -> Stop:
    return Stop("", what, format_day(day), day.isoformat(), day, state)
