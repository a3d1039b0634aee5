"""Words shared by pages, letters and documents."""

from collections.abc import Iterator

import pytest
from flask import Flask

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.i18n import speaking
from biblionet_reg.wording import label, label_of_many


@pytest.fixture(autouse=True)
def _context(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


@pytest.mark.parametrize(
    ("lang", "one", "many"),
    [(Lang.SR, "Прихваћен", "Прихваћени"), (Lang.SR_LATN, "Prihvaćen", "Prihvaćeni"), (Lang.EN, "Accepted", "Accepted")],
)
def test_state_over_a_number_is_plural(lang: Lang, one: str, many: str) -> None:
    with speaking(lang):
        assert (label(SubmissionState.ACCEPTED), label_of_many(SubmissionState.ACCEPTED)) == (one, many)


def test_every_state_has_a_word_for_many() -> None:
    assert [state for state in (*SubmissionState, *LetterState) if not label_of_many(state)] == []
