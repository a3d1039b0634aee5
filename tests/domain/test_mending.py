"""Letters that look alike: put right in texts, left in foreign words that are quoted."""

import pytest

from biblionet_reg.domain.mending import Mended, mend
from biblionet_reg.domain.script import Script


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Врaњa", "Врања"),  # Latin a
        ("Vrаnje", "Vranje"),  # Cyrillic а
        ("Библиoтeкaри", "Библиотекари"),  # Latin o, e, a
        ("BiblioNеt", "BiblioNet"),  # Cyrillic е
    ],
)
def test_a_mixed_word_is_written_in_the_script_that_its_letters_show(typed: str, kept: str) -> None:
    assert mend(f"{typed} и остало") == Mended(f"{kept} и остало", ((typed, kept),))


@pytest.mark.parametrize("text", ["", "Врање", "Vranje", "Врање – Vranje", "COBISS и ИСБН", "-{Врaњa}-", "15. октобар", "Ђорђе & Đorđe"])
def test_what_is_in_one_script_stays(text: str) -> None:
    assert mend(text) == Mended(text)


def test_a_serbian_word_in_quotation_marks_is_put_right() -> None:
    mended = mend("Јавна библиотека „Бoра Станковић“")

    assert mended == Mended("Јавна библиотека „Бора Станковић“", (("Бoра", "Бора"),))


@pytest.mark.parametrize("quoted", ["„Librаry“", "“Librаry”", '"Librаry"', "«Librаry»", "*Librаry*", "„Open Librаry“"])
def test_a_foreign_word_in_quotation_marks_or_italics_is_left_and_told(quoted: str) -> None:
    text = f"Пројекат {quoted} у Врaњу"

    assert mend(text) == Mended(f"Пројекат {quoted} у Врању", (("Врaњу", "Врању"),), (("Librаry", "Library"),))


def test_a_word_with_letters_no_serbian_word_has_is_foreign_in_latin_text_too() -> None:
    assert mend("Projekat „Windоws“ i „knjigа“") == Mended(
        "Projekat „Windоws“ i „knjiga“", (("knjigа", "knjiga"),), (("Windоws", "Windows"),)
    )


def test_a_word_is_told_once() -> None:
    assert mend("Врaњa, Врaњa, Врaњa").changes == (("Врaњa", "Врања"),)


def test_an_undecided_word_is_left_and_told_as_it_is() -> None:
    assert mend("Тapa") == Mended("Тapa", left=(("Тapa", "Тapa"),))
    assert mend("Тapa", Script.CYRILLIC) == Mended("Тара", (("Тapa", "Тара"),))
    assert mend("Facebookом у Врaњу") == Mended("Facebookом у Врању", (("Врaњу", "Врању"),), (("Facebookом", "Facebookом"),))
