"""What a reviewer's list is filtered by."""

from werkzeug.datastructures import MultiDict

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.queries.reviews import ReviewFilter
from biblionet_reg.web.forms.fields import ChoiceField, LineField
from biblionet_reg.web.forms.filters import WORDS_LIMIT, FilterForm, member, search_pill


class ReviewFilterForm(FilterForm):
    """Read from the address of the list."""

    q = LineField(_l("Title, author, institution, keyword or code"), limit=WORDS_LIMIT, too_long="")
    show = ChoiceField(_l("Which submissions"), wrong="")

    @classmethod
    def filled(cls, arguments: "MultiDict[str, str]") -> "ReviewFilterForm":
        """Return the form as the address fills it."""
        form = cls(formdata=arguments)
        form.show.choices = [(one.value, "") for one in ReviewFilter]
        return form

    @property
    def words(self) -> str:
        """What is searched for."""
        return str(self.q.data[:WORDS_LIMIT])

    @property
    def chosen(self) -> ReviewFilter:
        """Which submissions are shown."""
        return member(ReviewFilter, self.show) or ReviewFilter.ALL

    def pills(self) -> list[tuple[str, str]]:
        """Return the filters that are on, as the name of its part and the words to show."""
        return [("q", search_pill(self.q.data))] if self.q.data else []
