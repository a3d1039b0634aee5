"""Latin to Cyrillic, beside the corpus."""

import pytest

from biblionet_reg.domain.script import to_cyrillic


@pytest.mark.parametrize(
    ("typed", "cyrillic"),
    [
        ("Врaњa i Bibliоteka", "Врања и Библиотека"),
        ("wоrd i Windоws", "word и Windows"),
        ("бiблиотека", "бiблиотека"),
        ("Библиотека „Bora“", "Библиотека „Бора“"),
        ("kȕća, rúka, dȍnē, kȕüt", "ку̏ћа, rúka, до̏не̄, kȕüt"),
        ("čaj\n\ncvet\tdan", "чај\n\nцвет\tдан"),
        ("nJegoš dŽep", "nJegoš dŽep"),
        ("", ""),
        ("日本 12 –", "日本 12 –"),
    ],
)
def test_to_cyrillic_of_unusual_typing(typed: str, cyrillic: str) -> None:
    assert to_cyrillic(typed) == cyrillic


def test_quotation_marks_protect_nothing() -> None:
    marks = ["„%s“", "„%s”", "“%s”", '"%s"', "»%s«", "«%s»", "‚%s’", "'%s'"]

    assert [to_cyrillic(mark % "Bora Stanković") for mark in marks] == [mark % "Бора Станковић" for mark in marks]


LATIN = """
Javna biblioteka „Bora Stanković“ iz Vranja poziva na 14. skup BIBLIONET od 1. do 3. oktobra 2020. godine. Rad (PDF, do 20 MB)
pošaljite na skup@example.rs ili preko https://example.rs/prijava; uputstvo je u fajlu uputstvo.docx. Tema IV: „Saradnja
I. Andrića i V. Petrovića“. Zapise u COBISS-u i ISBN-ove proverava NBS, a DOI dodeljuje Crossref.
Gosti: dr Péter Nagy i Ljiljana Džamić (Njegoševa 5a).
"""
CYRILLIC = """
Јавна библиотека „Бора Станковић“ из Врања позива на 14. скуп БИБЛИОНЕТ од 1. до 3. октобра 2020. године. Рад (PDF, до 20 MB)
пошаљите на skup@example.rs или преко https://example.rs/prijava; упутство је у фајлу uputstvo.docx. Тема IV: „Сарадња
И. Андрића и В. Петровића“. Записе у COBISS-у и ISBN-ове проверава НБС, а DOI додељује Crossref.
Гости: др Péter Nagy и Љиљана Џамић (Његошева 5а).
"""


def test_a_whole_call_for_papers_reads_as_print_has_it() -> None:
    assert to_cyrillic(LATIN) == CYRILLIC
