"""Words of names are learnt at the end of a use-case, in one order, and forgotten when nobody has them any more."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.spelling import variants
from biblionet_reg.extensions import db
from biblionet_reg.models.search_word import NameVariant, NameWord
from biblionet_reg.services import institutions, name_words
from biblionet_reg.services.transaction import transaction

Db = scoped_session[Session]


def _forms(word: str) -> set[str]:
    return set(db.session.scalars(select(NameVariant.variant).where(NameVariant.word == word)))


def test_words_are_written_with_the_use_case_or_not_at_all(session: Db) -> None:
    with transaction():
        name_words.learn({"zbornik": "Зборник"})
        name_words.learn({"zbornik": "Zbornik", "arhiv": "Архив"})
        assert session.get(NameWord, "zbornik") is None
    with pytest.raises(ZeroDivisionError):
        _learn_and_fail({"nikad": "Никад"})

    written = [session.get(NameWord, word) for word in ("zbornik", "arhiv", "nikad")]
    assert [one and one.written for one in written] == ["Зборник", "Архив", None]


def _learn_and_fail(written: dict[str, str]) -> None:
    with transaction():
        name_words.learn(written)
        raise ZeroDivisionError


@pytest.mark.committed
def test_two_use_cases_that_learn_the_same_words_crosswise_both_end(app: Flask) -> None:
    meet = Barrier(2)

    def learn(words: list[str]) -> None:
        with app.app_context(), transaction():
            for word in words:
                name_words.learn({word: word.title()})
                meet.wait(timeout=30)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(learn, (["prvi", "drugi"], ["drugi", "prvi"])))

    with app.app_context():
        assert [_forms(word) for word in ("prvi", "drugi")] == [variants("prvi"), variants("drugi")]


def test_renewing_forgets_orphans_and_mends_forms(session: Db) -> None:
    institutions.find_or_add("Кућа Ђурђевак", "Ниш", InstitutionKind.OTHER)
    name_words.learn({"nobody": "Nobody"})
    with transaction():
        session.execute(delete(NameVariant).where(NameVariant.word == "durdevak"))
        session.add(NameVariant(variant="xyz", word="kuca"))

    name_words.renew()

    assert (session.get(NameWord, "nobody"), _forms("nobody")) == (None, set())
    assert [_forms(word) for word in ("durdevak", "kuca")] == [variants("durdevak"), variants("kuca")]


@pytest.mark.committed
def test_a_word_needed_again_while_orphans_are_forgotten_is_kept(app: Flask) -> None:
    words = [f"rec{letter}" for letter in "abcdefgh"]
    with app.app_context():
        name_words.learn({word: word for word in words})
    start = Barrier(2)

    def need() -> None:
        with app.app_context():
            start.wait(timeout=30)
            for word in words:
                institutions.find_or_add(word, "Ниш", InstitutionKind.OTHER)

    def forget() -> None:
        with app.app_context():
            start.wait(timeout=30)
            for _round in words:
                name_words.renew()

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(need), threads.submit(forget)]:
            done.result()

    with app.app_context():
        assert [_forms(word) for word in words] == [variants(word) for word in words]
