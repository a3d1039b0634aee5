"""The search above a list of institutions: what it finds, each with its town and kind, to choose from."""

from dataclasses import dataclass
from functools import cached_property

from flask import request
from wtforms import SearchField

from biblionet_reg import wording
from biblionet_reg.domain.search import TEXT_LIMIT
from biblionet_reg.models.institution import Institution
from biblionet_reg.queries import institutions
from biblionet_reg.shown.institutions import in_script
from biblionet_reg.web.forms.base import Form, clean
from biblionet_reg.web.forms.fields import ChoiceField
from biblionet_reg.web.forms.institution_choice import choice_key, choice_words


@dataclass(frozen=True, slots=True)
class FoundInstitution:
    """One row of what was found; `words` are those it has in the whole list."""

    key: str
    words: str
    name: str
    where: str


class InstitutionSearchField(SearchField):
    """Name or town, as typed: no answer, so nothing of it is put right or refused."""

    is_text = False


class InstitutionSearch(Form):
    """A form with the search and the list it searches; the button that finds sends the form, which comes back with what was found."""

    institution: ChoiceField
    institution_search: InstitutionSearchField
    search_limit = TEXT_LIMIT
    found_limit = institutions.SEARCH_LIMIT

    @property
    def find_press(self) -> str:
        """What the button of this search sends."""
        return f"find-{self.institution_search.id}"

    def is_finding(self) -> bool:
        """Say whether the button of this search was pressed; with nothing typed, it brings the whole list back."""
        return bool(request.form.get("do") == self.find_press)

    @cached_property
    def found_institutions(self) -> list[FoundInstitution]:
        """Return what the pressed button finds, the best first; without the button, nothing."""
        return found_by(self.institution_search.data or "") if self.is_finding() else []

    def offered_institutions(self) -> list[FoundInstitution]:
        """Return what was found; before it what was chosen earlier, so that it stays chosen."""
        found, chosen = self.found_institutions, self.institution.data
        if not found or any(one.key == chosen for one in found):
            return found
        return [*(FoundInstitution(key, words, words, "") for key, words in self.institution.choices if key and key == chosen), *found]


def search_field() -> InstitutionSearchField:
    """Return the field for what is looked for."""
    return InstitutionSearchField(default="")


def found_by(text: str) -> list[FoundInstitution]:
    """Return the known institutions that `text` finds, in the script of the page; nothing typed finds nothing."""
    typed = clean(text[:TEXT_LIMIT])
    return [_row(one) for one in institutions.search(typed)] if typed else []


def _row(one: Institution) -> FoundInstitution:
    where = " · ".join(filter(None, [in_script(one.place), wording.label(one.kind)]))
    return FoundInstitution(choice_key(one), choice_words(one), in_script(one.name), where)
