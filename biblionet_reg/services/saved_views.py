"""Saving the view of a list, calling it otherwise, forgetting it. They are one's own, so the ledger is told nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.saved_view import MOST_VIEWS, TooManyViews, ViewNameTaken
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.saved_view import SavedView
from biblionet_reg.queries.saved_views import views_of
from biblionet_reg.services.transaction import transaction


def save(account: StaffAccount, edition: Edition, noun: ListNoun, *, name: str, query: str) -> SavedView:
    """Keep a view. Raises ViewNameTaken or TooManyViews."""
    view = SavedView(
        key=str(uuid4()),
        account_id=account.id,
        edition_id=edition.id,
        list=noun,
        name=name,
        query=query,
        created_at=clock.now(),
    )
    with _names_differ(), transaction() as session:
        if len(views_of(account, edition, noun)) >= MOST_VIEWS:
            raise TooManyViews
        session.add(view)
    return view


def rename(view: SavedView, name: str) -> None:
    """Call a view otherwise. Raises ViewNameTaken."""
    with _names_differ(), transaction():
        view.name = name


def remove(view: SavedView) -> None:
    """Forget a view."""
    with transaction() as session:
        session.delete(view)


@contextmanager
def _names_differ() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise ViewNameTaken from error
