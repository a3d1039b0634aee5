"""What the organisers' list of submissions is filtered by, and how it is sorted."""

from werkzeug.datastructures import MultiDict

from biblionet_reg.domain.list_columns import SUBMISSION_COLUMNS
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.submission_lists import SubmissionFilter, SubmissionSort
from biblionet_reg.shown.texts import say
from biblionet_reg.web.access import permissions_here
from biblionet_reg.web.forms.fields import ChoiceField, LineField
from biblionet_reg.web.forms.filters import WORDS_LIMIT, ListForm, member, offer, offered, search_pill, words_of


class SubmissionFilterForm(ListForm):
    """Read from the address of the list."""

    q = LineField(_l("Title, author, institution, keyword or code"), limit=WORDS_LIMIT, too_long="")
    subtopic = ChoiceField(_l("Subtopic"), wrong="")
    sector = ChoiceField(_l("Partner sector"), wrong="")
    state = ChoiceField(_l("State"), wrong="")
    kind = ChoiceField(_l("Kind"), wrong="")
    waits = ChoiceField(_l("What it waits for"), wrong="")
    sort = ChoiceField(_l("Order"), wrong="")

    @classmethod
    def for_edition(cls, edition: Edition, arguments: "MultiDict[str, str]") -> "SubmissionFilterForm":
        """Return the form as the address fills it."""
        form = cls(formdata=arguments)
        form.subtopic.choices = [("", _("All subtopics")), *((one.code, say(one.title)) for one in edition.subtopics)]
        form.sector.choices = [("", _("All sectors")), *((one.code, say(one.title)) for one in edition.sectors)]
        offer(form.state, _("All states"), SubmissionState)
        offer(form.kind, _("All kinds"), SubmissionKind)
        offer(form.waits, _("All submissions"), Waiting)
        form.sort.choices = [
            (SubmissionSort.BEST, _("Best match, then newest")),
            (SubmissionSort.NEWEST, _("Newest first")),
            (SubmissionSort.TITLE, _("By title")),
            (SubmissionSort.SCORE, _("Highest score first")),
            (SubmissionSort.REVIEWS, _("Fewest reviews first")),
        ]
        form.offer_columns(SUBMISSION_COLUMNS, permissions_here())
        return form

    def wanted(self, page: int = 1, size: int | None = None) -> SubmissionFilter:
        """Return what the list is filtered by."""
        return SubmissionFilter(
            words=self.q.data[:WORDS_LIMIT],
            subtopic=offered(self.subtopic),
            sector=offered(self.sector),
            state=member(SubmissionState, self.state),
            kind=member(SubmissionKind, self.kind),
            waits=member(Waiting, self.waits),
            sort=member(SubmissionSort, self.sort) or SubmissionSort.BEST,
            page=page,
            size=size,
            columns=self.shown,
        )

    def pills(self) -> list[tuple[str, str]]:
        """Return the filters that are on, as the name of its part and the words to show."""
        chosen = [(field.short_name, words_of(field)) for field in (self.subtopic, self.sector, self.state, self.kind, self.waits)]
        return [(name, words) for name, words in [("q", search_pill(self.q.data)), *chosen] if words]
