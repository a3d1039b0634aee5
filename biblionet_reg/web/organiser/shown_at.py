"""When the page that a form came from was shown: what was written later, its reader has not seen."""

from datetime import datetime

from flask import abort, request


def shown_at() -> datetime:
    """Return the moment in the form's hidden field `until` (aware), or answer 400."""
    try:
        shown = datetime.fromisoformat(request.form.get("until", ""))
    except ValueError:
        abort(400)
    return shown if shown.tzinfo else abort(400)
