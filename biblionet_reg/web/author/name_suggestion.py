"""How a name would be written in the other script, for the line under the name in a form."""

from flask import request
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.person_name import PersonName, other_script
from biblionet_reg.domain.registration_answers import NAME_LIMIT
from biblionet_reg.domain.script import Script
from biblionet_reg.domain.text import UNKNOWN_TAG
from biblionet_reg.web.access import public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.base import clean

_TYPED = ("given", "family", "otherGiven", "otherFamily")
_LANG: dict[Script | None, str] = {Script.CYRILLIC: "sr", Script.LATIN: "sr-Latn"}


@bp.post("/name-suggestion")
@public
def suggest_name() -> ResponseReturnValue:
    """Answer with the other form of the name that was typed; nothing of it is kept, nor stands in an address."""
    name = PersonName(*(clean(request.form.get(part, ""))[:NAME_LIMIT] for part in _TYPED))
    other, typed = name.other(), name.script
    if typed is None:
        return {"words": "empty", "given": "", "family": "", "whole": "", "lang": ""}
    words = other_script(typed).value
    if other is None:
        return {"words": f"{words}Stays", "given": "", "family": "", "whole": name.unmarked().whole, "lang": UNKNOWN_TAG}
    return {
        "words": words,
        "given": other.given_name,
        "family": other.family_name,
        "whole": other.whole,
        "lang": _LANG.get(other.script, UNKNOWN_TAG),
    }
