"""Quotation marks: all are read, one kind is printed."""

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.quotation import typeset_quotes

LIBRARY = "Библиотека „Бора Станковић“ (Врање)"


@pytest.mark.parametrize(
    "typed",
    [
        "Библиотека „Бора Станковић“ (Врање)",
        "Библиотека „Бора Станковић” (Врање)",
        'Библиотека „Бора Станковић" (Врање)',
        'Библиотека "Бора Станковић" (Врање)',
        "Библиотека «Бора Станковић» (Врање)",
        "Библиотека »Бора Станковић« (Врање)",
        "Библиотека “Бора Станковић” (Врање)",
    ],
)
def test_every_pair_people_type_is_printed_alike(typed: str) -> None:
    assert typeset_quotes(typed, Lang.SR) == LIBRARY


@pytest.mark.parametrize(
    ("typed", "serbian", "english"),
    [
        ('Зборник "Мостови "Сава" 2020"', "Зборник „Мостови ’Сава’ 2020“", "Зборник “Мостови ‘Сава’ 2020”"),
        ('"А" и "Б"', "„А“ и „Б“", "“А” и “Б”"),
        ('("А")', "(„А“)", "(“А”)"),
    ],
)
def test_marks_within_marks_are_single(typed: str, serbian: str, english: str) -> None:
    assert [typeset_quotes(typed, lang) for lang in Lang] == [serbian, serbian, english]


def test_text_that_will_stand_in_quotation_marks_has_inner_ones() -> None:
    assert [typeset_quotes(LIBRARY, lang, is_inside=True) for lang in (Lang.SR, Lang.EN)] == [
        "Библиотека ’Бора Станковић’ (Врање)",
        "Библиотека ‘Бора Станковић’ (Врање)",
    ]


@pytest.mark.parametrize("typed", ["", "Без наводника", 'Екран од 24"', '"Изгубљен', "O’Brien's", '"', "Изгубљен“"])
def test_what_is_not_a_pair_stays_as_typed(typed: str) -> None:
    assert typeset_quotes(typed, Lang.SR) == typed
