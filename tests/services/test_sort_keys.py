"""Places in alphabetical lists follow what they are made of, and are made anew when asked."""

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.collation import text_keys
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import person_keys
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.sort_keys import COLUMNS, InAlphabet
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import registrations, sort_keys, submissions
from tests.factories import make_registration, make_submission
from tests.registrations import answers
from tests.submissions import answers as paper


def _places(row: InAlphabet) -> dict[Lang, str]:
    return {lang: getattr(row, name) for lang, name in COLUMNS.items()}


def test_a_registration_stands_by_its_name_and_moves_with_it(edition: Edition) -> None:
    made = registrations.register(answers(given_name="Ана", family_name="Ђокић"), edition=edition)
    assert _places(made) == person_keys(PersonName("Ана", "Ђокић"))

    registrations.change(made, answers(given_name="Ана", family_name="Žikić"), by="test")

    assert _places(made) == person_keys(PersonName("Ана", "Žikić"))


def test_a_submission_stands_by_its_title_and_moves_with_it(edition: Edition) -> None:
    made = submissions.submit(paper(title=LocalText(sr="Његош", en="Njegoš")), edition=edition)
    assert _places(made) == text_keys(LocalText(sr="Његош", en="Njegoš"))

    submissions.update(made, paper(title=LocalText(sr="Вук", en="Vuk")), by="test")

    assert _places(made) == text_keys(LocalText(sr="Вук", en="Vuk"))


def test_rebuild_mends_what_is_wrong_and_leaves_the_rest(
    session: scoped_session[Session], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sort_keys, "_CHUNK", 2)
    people = [make_registration(edition, family_name=name) for name in ("Ђокић", "Nagy", "Бабић Вукадинов", "Čolić", "Šarić")]
    titles = [make_submission(edition, title=title) for title in ("Његош", "14. новембар", "Читање")]
    session.execute(update(Registration).where(Registration.id != people[0].id).values(sort_key_latin="1"))
    session.execute(update(Submission).where(Submission.id == titles[1].id).values(sort_key="", sort_key_english="2"))
    session.commit()

    assert (sort_keys.rebuild(), sort_keys.rebuild()) == (5, 0)
    session.expire_all()
    assert [_places(one) for one in people] == [person_keys(one) for one in people]
    assert [_places(one) for one in titles] == [text_keys(one.title) for one in titles]
