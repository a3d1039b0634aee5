"""When a form sent again is a correction, and when it is something else."""

from datetime import UTC, datetime, timedelta

import pytest

from biblionet_reg.domain.resending import are_alike, are_of_one_hand, is_just_sent, key_beside
from biblionet_reg.domain.text import LocalText
from tests import registrations
from tests.submissions import answers

NOON = datetime(2020, 8, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "is_near"), [(0, True), (59, True), (60, False), (24 * 60, False)])
def test_going_back_is_likely_within_the_hour(minutes: int, is_near: bool) -> None:
    assert is_just_sent(NOON, now=NOON + timedelta(minutes=minutes)) is is_near


def test_a_page_makes_one_other_thing_however_often_it_is_pressed() -> None:
    keys = {key_beside("page", "S-222222"), key_beside("page", "S-222222"), key_beside("page", "S-333333"), key_beside("other", "S-222222")}

    assert (len(keys), {len(key) for key in keys}) == (3, {36})


@pytest.mark.parametrize(
    ("title", "abstract", "are_near"),
    [
        ("Читање у парку", "Сасвим други сажетак.", True),
        ("Citanje u parku", "Сасвим други сажетак.", True),
        ("Читање у великом парку", "Сасвим други сажетак.", True),
        ("Сасвим други рад", "Библиотека и школа читају заједно сваки дан.", True),
        ("Сасвим други рад", "Сасвим други сажетак.", False),
        ("", "", False),
    ],
)
def test_submissions_are_alike_when_half_their_words_are_shared(title: str, abstract: str, are_near: bool) -> None:
    other = answers(title=LocalText(sr=title), abstract=LocalText(sr=abstract))

    assert are_alike(answers(), other) is are_alike(other, answers()) is are_near


def test_submissions_without_a_word_are_alike_when_they_are_the_same() -> None:
    signs, others = (answers(title=LocalText(sr=text), abstract=LocalText(sr=text)) for text in ("📚", "📖"))

    assert (are_alike(signs, signs), are_alike(signs, others)) == (True, False)


@pytest.mark.parametrize(
    ("given_name", "email", "is_one"),
    [
        ("LJUBICA", "other@example.org", True),
        ("Петар", " Ljubica@Example.org", True),
        ("Петар", "petar@example.org", False),
    ],
)
def test_a_registration_may_be_the_same_by_its_name_or_by_its_address(given_name: str, email: str, is_one: bool) -> None:
    told = registrations.answers()

    assert are_of_one_hand(told, given_name=given_name, family_name="Djordjević", email=email) is is_one
