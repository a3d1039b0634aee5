"""The views an account saved."""

from uuid import UUID

from sqlalchemy import select

from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.saved_view import SavedView


def views_of(account: StaffAccount, edition: Edition, noun: ListNoun | None = None) -> list[SavedView]:
    """Return the account's views of a list, or of every list of the edition, as they were saved."""
    kept = select(SavedView).where(SavedView.account_id == account.id, SavedView.edition_id == edition.id)
    if noun is not None:
        kept = kept.where(SavedView.list == noun)
    return list(db.session.scalars(kept.order_by(SavedView.created_at, SavedView.id)))


def view_by_key(account: StaffAccount, edition: Edition, key: UUID) -> SavedView | None:
    """Return a view of the account's own."""
    wanted = select(SavedView).where(SavedView.account_id == account.id, SavedView.edition_id == edition.id, SavedView.key == str(key))
    return db.session.scalar(wanted)
