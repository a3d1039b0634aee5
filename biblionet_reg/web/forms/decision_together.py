"""The form of one decision on many submissions."""

from biblionet_reg.domain.review import MESSAGE_LIMIT, Outcome
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.i18n import ngettext
from biblionet_reg.queries.decisions_together import ChosenTogether
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import RadioChoiceField, TextField, enum_choices


class DecisionTogetherForm(Form):
    """What is decided on all of them, and what every author is told."""

    outcome = RadioChoiceField(_l("Decision"), empty=_l("Choose a decision"), wrong=_l("Choose one of the offered decisions"))
    message = TextField(
        _l("Message to every author"),
        limit=MESSAGE_LIMIT,
        too_long=_l("Message to every author must be %(limit)s characters or fewer", limit=MESSAGE_LIMIT),
    )

    @classmethod
    def of(cls, chosen: ChosenTogether) -> "DecisionTogetherForm":
        """Return the form with the decisions that can be taken on at least one of them."""
        form = cls()
        form.outcome.choices = enum_choices(outcome for outcome in Outcome if chosen.allowing(outcome))
        return form

    @property
    def chosen_outcome(self) -> Outcome:
        return Outcome(self.outcome.data)


def numbers_of(chosen: ChosenTogether) -> dict[str, str]:
    """Return beside each decision on how many of them it can be taken, and that the others are there already."""
    counts = {outcome.value: chosen.allowing(outcome) for outcome in Outcome}
    return {value: _number(count, is_all=count == len(chosen.open)) for value, count in counts.items() if count}


def _number(count: int, *, is_all: bool) -> str:
    if is_all:
        return ngettext("On %(num)s submission", "On %(num)s submissions", count)
    return ngettext("On %(num)s submission; the others are there already", "On %(num)s submissions; the others are there already", count)
