"""Whose submissions are whose: nobody reviews or decides on a paper of their own."""

from sqlalchemy import Select, func, select

from biblionet_reg.domain.review import is_among
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.submission import Author, Submission


def is_own(submission: Submission, account: StaffAccount) -> bool:
    """Say whether the account's holder is an author of the submission."""
    return is_among(account.email, db.session.scalars(select(Author.email).where(Author.submission_id == submission.id)))


def own_submissions(account: StaffAccount) -> Select[int]:
    """Return (as a subquery) the submissions of which the account's holder is an author."""
    return select(Author.submission_id).where(func.lower(Author.email) == account.email.strip().lower())
