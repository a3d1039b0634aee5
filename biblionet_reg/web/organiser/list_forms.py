"""The filters of every list, by what it holds; who may open it; the ways that stand above it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import g, url_for
from werkzeug.datastructures import MultiDict

from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.queries.saved_views import views_of
from biblionet_reg.web.access import account
from biblionet_reg.web.forms.filters import ListForm
from biblionet_reg.web.forms.letter_filter import LetterFilterForm
from biblionet_reg.web.forms.registration_filter import RegistrationFilterForm
from biblionet_reg.web.forms.submission_filter import SubmissionFilterForm

_Arguments = MultiDict[str, str]

READERS: dict[ListNoun, Permission] = {
    ListNoun.REGISTRATIONS: Permission.REGISTRATION_READ,
    ListNoun.SUBMISSIONS: Permission.SUBMISSION_READ,
    ListNoun.LETTERS: Permission.LETTER_READ,
}
_FORMS: dict[ListNoun, Callable[[_Arguments], ListForm]] = {
    ListNoun.REGISTRATIONS: lambda arguments: RegistrationFilterForm.for_edition(g.edition, arguments),
    ListNoun.SUBMISSIONS: lambda arguments: SubmissionFilterForm.for_edition(g.edition, arguments),
    ListNoun.LETTERS: LetterFilterForm.filled,
}


def form_of(noun: ListNoun, arguments: _Arguments) -> ListForm:
    """Return the filters of a list as its address fills them."""
    return _FORMS[noun](arguments)


def query_of(form: ListForm) -> str:
    """Return what stands behind the question mark of the list's address, always alike for the same list."""
    return urlencode(form.asked(), doseq=True)


def list_address(noun: ListNoun, query: str = "") -> str:
    """Return the address of a list that is filtered so."""
    address = url_for(f"organiser.{noun.value}")
    return f"{address}?{query}" if query else address


def kept_query(noun: ListNoun, query: str) -> str:
    """Return a query that somebody sends back, as far as its list understands it."""
    return query_of(form_of(noun, MultiDict(parse_qsl(query))))


def ways_of(noun: ListNoun, form: ListForm) -> dict[str, Any]:
    """Return what `components/saved_views.html` shows above a list: one's views of it, and where to save what is not one of them."""
    here = query_of(form)
    ways = [(view, list_address(noun, view.query), view.query == here) for view in views_of(account(), g.edition, noun)]
    is_new = bool(here) and not any(is_here for _view, _address, is_here in ways)
    return {"ways": ways, "save_address": url_for("organiser.save_view", noun=noun.value, **form.asked()) if is_new else ""}
