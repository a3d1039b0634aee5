"""What the list of letters is filtered by."""

from werkzeug.datastructures import MultiDict

from biblionet_reg.domain.letter import LetterKind, LetterState
from biblionet_reg.domain.list_columns import LETTER_COLUMNS
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.queries.letters import LetterFilter
from biblionet_reg.web.access import permissions_here
from biblionet_reg.web.forms.fields import ChoiceField, LineField
from biblionet_reg.web.forms.filters import WORDS_LIMIT, ListForm, member, offer, search_pill, words_of


class LetterFilterForm(ListForm):
    """Read from the address of the list."""

    q = LineField(_l("Recipient, subject or code"), limit=WORDS_LIMIT, too_long="")
    state = ChoiceField(_l("State"), wrong="")
    kind = ChoiceField(_l("Kind of letter"), wrong="")

    @classmethod
    def filled(cls, arguments: "MultiDict[str, str]") -> "LetterFilterForm":
        """Return the form as the address fills it."""
        form = cls(formdata=arguments)
        offer(form.state, _("All states"), LetterState)
        offer(form.kind, _("All kinds"), LetterKind)
        form.columns.data = []
        form.offer_columns(LETTER_COLUMNS, permissions_here())
        return form

    def wanted(self, page: int = 1, size: int | None = None) -> LetterFilter:
        """Return what the list is filtered by."""
        return LetterFilter(
            words=self.q.data[:WORDS_LIMIT],
            state=member(LetterState, self.state),
            kind=member(LetterKind, self.kind),
            page=page,
            size=size,
        )

    def pills(self) -> list[tuple[str, str]]:
        """Return the filters that are on, as the name of its part and the words to show."""
        chosen = [(field.short_name, words_of(field)) for field in (self.state, self.kind)]
        return [(name, words) for name, words in [("q", search_pill(self.q.data)), *chosen] if words]
