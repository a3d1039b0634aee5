"""What the column types that all models share give back."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition

TEXTS = [
    LocalText(),
    LocalText(sr="Библиотекар, „Бора“ и 'други' \\ \N{GRINNING FACE}", en='A "quoted" <b>title</b>', sr_latn="Bibliotekar"),
    LocalText(sr="љ" * 5000, en="x" * 5000),
]


@pytest.mark.parametrize("text", TEXTS, ids=["empty", "short", "long"])
def test_a_text_comes_back_as_it_was_kept(session: scoped_session[Session], edition: Edition, text: LocalText) -> None:
    edition.theme = text
    session.commit()

    read = [session.scalar(select(Edition.theme).where(Edition.id == edition.id)) for _time in range(2)]

    assert read == [text, text]


def test_a_text_that_changed_is_read_as_it_is_now(session: scoped_session[Session], edition: Edition) -> None:
    edition.theme = LocalText(sr="Прва")
    session.commit()
    first = session.scalar(select(Edition.theme).where(Edition.id == edition.id))

    edition.theme = LocalText(sr="Друга")
    session.commit()

    assert (first, session.scalar(select(Edition.theme).where(Edition.id == edition.id))) == (LocalText(sr="Прва"), LocalText(sr="Друга"))


def test_an_empty_outer_row_gives_an_empty_text(session: scoped_session[Session], edition: Edition) -> None:
    nothing = select(Edition.theme).where(Edition.id == edition.id).scalar_subquery().where(Edition.slug == "none")

    assert session.scalar(select(nothing)) == LocalText()
