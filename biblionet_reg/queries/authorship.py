"""Whose submissions are whose: nobody reviews or decides on a paper of their own."""

from collections.abc import Sequence

from sqlalchemy import BindParameter, ColumnElement, Select, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

from biblionet_reg.domain.review import is_among
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.submission import Author, Submission

#: An address, or its place in a statement that is built once.
Address = str | BindParameter[str]
#: Submissions of one's own: a statement of them, or their ids.
Own = Select[int] | Sequence[int]


def is_own(submission: Submission, account: StaffAccount) -> bool:
    """Say whether the account's holder is an author of the submission."""
    return is_among(account.email, db.session.scalars(select(Author.email).where(Author.submission_id == submission.id)))


def own_submissions(account: StaffAccount) -> Select[int]:
    """Return (as a subquery) the submissions of which the account's holder is an author."""
    return select(Author.submission_id).where(func.lower(Author.email) == address_of(account))


def own_ids(account: StaffAccount) -> list[int]:
    """Return the same as their ids, read once: the better way where one question after another leaves them out."""
    return list(db.session.scalars(own_submissions(account)))


def is_by(email: Address, submission_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Say whether one submission is of whoever has this address: the quick way where a statement tells of a few."""
    return exists().where(Author.submission_id == submission_id, func.lower(Author.email) == email)


def address_of(account: StaffAccount) -> str:
    """Return the address of the account's holder as authors are compared with it."""
    return account.email.strip().lower()
