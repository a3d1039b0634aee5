"""The form of a decision."""

from biblionet_reg.domain.review import MESSAGE_LIMIT, Outcome, outcomes_for
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import ChoiceField, RadioChoiceField, TextField, enum_choices


class DecisionForm(Form):
    """What is decided, as which kind it is accepted, and what the author is told."""

    outcome = RadioChoiceField(_l("Decision"), empty=_l("Choose a decision"), wrong=_l("Choose one of the offered decisions"))
    accepted_as = ChoiceField(_l("If accepted, accept as"), wrong=_l("Choose one of the offered kinds"))
    message = TextField(
        _l("Message to the author"),
        limit=MESSAGE_LIMIT,
        too_long=_l("Message to the author must be %(limit)s characters or fewer", limit=MESSAGE_LIMIT),
    )

    @classmethod
    def of(cls, submission: Submission, pending: Decision | None) -> "DecisionForm":
        """Return the form, filled with the decision that waits, if there is one."""
        kept = {"accepted_as": submission.kind.value}
        if pending is not None:
            kept |= {"outcome": pending.outcome.value, "message": pending.message}
            kept["accepted_as"] = (pending.accepted_as or submission.kind).value
        form = cls(data=kept)
        form.outcome.choices = enum_choices(outcomes_for(submission.state))
        form.accepted_as.choices = enum_choices(SubmissionKind)
        return form

    @property
    def chosen_outcome(self) -> Outcome:
        return Outcome(self.outcome.data)

    @property
    def chosen_kind(self) -> SubmissionKind | None:
        return SubmissionKind(self.accepted_as.data) if self.accepted_as.data else None
