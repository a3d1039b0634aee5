"""Many submissions at once: those chosen in the list, as the chair who decides on them together sees them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from biblionet_reg.domain.review import TOLD, Outcome, outcomes_for
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.submission_rows import SubmissionRow, rows_of


@dataclass(frozen=True, slots=True)
class ChosenTogether:
    """The rows that were chosen, parted by whether anything can be decided on them."""

    open: list[SubmissionRow]
    own: list[SubmissionRow]
    waiting: list[SubmissionRow]
    told: list[SubmissionRow]
    settled: list[SubmissionRow]

    def __len__(self) -> int:
        return len(self.open) + len(self.own) + len(self.waiting) + len(self.told) + len(self.settled)

    def allowing(self, outcome: Outcome) -> int:
        """Return on how many of them `outcome` may be decided."""
        return sum(outcome in outcomes_for(row.state) for row in self.open)

    @classmethod
    def among(cls, rows: Sequence[SubmissionRow]) -> "ChosenTogether":
        """Part the rows: a paper of the chair's own, a decision that waits and one that was told are left as they are."""
        own = [row for row in rows if row.is_own]
        waiting = [row for row in rows if row.has_pending and not row.is_own]
        others = [row for row in rows if not row.is_own and not row.has_pending]
        told = [row for row in others if row.state in TOLD]
        undecided = [row for row in others if row.state not in TOLD]
        opened = [row for row in undecided if outcomes_for(row.state)]
        return cls(opened, own, waiting, told, [row for row in undecided if not outcomes_for(row.state)])


def submissions_named(edition: Edition, codes: Collection[str], *, reader: StaffAccount) -> list[SubmissionRow]:
    """Return the submissions with these codes in the order of their titles, in three statements."""
    named = select(Submission.id).where(Submission.edition_id == edition.id, Submission.code.in_(codes))
    return rows_of(list(db.session.scalars(named.order_by(*Submission.alphabetical(current_lang()), Submission.id))), reader)
