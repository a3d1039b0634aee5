"""Translated messages."""

import pytest

from biblionet_reg.domain.message import MessageFault, faults_of, latin_faults_of, latin_of


@pytest.mark.parametrize(
    ("serbian", "latin"),
    [
        ("Пријава %(број)s", "Prijava %(број)s"),
        ("100%% сигурно, {име}", "100%% sigurno, {име}"),
        ('<a href="/sr/">Њива</a>&nbsp;џем', '<a href="/sr/">Njiva</a>&nbsp;džem'),
        ("Пишите на bibl@example.rs или https://пример.срб/књига.", "Pišite na bibl@example.rs ili https://пример.срб/књига."),
    ],
)
def test_latin_of_leaves_what_are_no_words(serbian: str, latin: str) -> None:
    assert latin_of(serbian) == latin


@pytest.mark.parametrize(
    ("originals", "translations", "faults"),
    [
        (["Name"], ["Име"], []),
        (["Name"], [""], [MessageFault.MISSING]),
        (["Name"], [], [MessageFault.MISSING]),
        (["%(num)s paper", "%(num)s papers"], ["%(num)s рад", "%(num)s рада", "%(num)s радова"], []),
        (["one paper", "%(num)s papers"], ["%(num)s рад", "%(num)s рада", "%(num)s радова"], []),
        (["%(num)s paper", "%(num)s papers"], ["%(num)s рад", "%(num)s рада", ""], [MessageFault.MISSING]),
        (["%(num)s paper", "%(num)s papers"], ["%(num)s рад", "%(num)s радова"], [MessageFault.PLURALS]),
        (["%(num)s paper", "%(num)s papers"], ["рад", "%(num)s рада", "%(num)s радова"], [MessageFault.PLACEHOLDERS]),
        (["Hello %(name)s"], ["Здраво"], [MessageFault.PLACEHOLDERS]),
        (["Hello %(name)s"], ["Здраво %(nme)s"], [MessageFault.PLACEHOLDERS]),
        (["Hello <b>you</b>"], ["Здраво <i>ти</i>"], [MessageFault.PLACEHOLDERS]),
        (["%(n)s of 100%%"], ["%(n)s од 100%"], [MessageFault.BARE_PERCENT]),
        (["100% sure"], ["100% сигурно"], []),
        (["Library"], ["Библиoтека"], [MessageFault.MIXED_WORD]),
        (["as a PDF"], ["у PDF-у"], []),
        (["Without"], ["беѕ"], [MessageFault.NOT_SERBIAN]),
        (["About PDF"], ["О -{PDF}-"], [MessageFault.PLACEHOLDERS]),
        (["The “%(name)s”"], ["„%(name)s”"], [MessageFault.STRAIGHT_QUOTES]),
        (["The “%(name)s”"], ['"%(name)s"'], [MessageFault.STRAIGHT_QUOTES]),
        (["The “%(name)s”"], ["„%(name)s“, ’унутра’"], []),
    ],
)
def test_faults_of_finds_what_is_wrong(originals: list[str], translations: list[str], faults: list[MessageFault]) -> None:
    assert list(faults_of(originals, translations, plural_forms=3, is_formatted=False)) == faults


def test_faults_of_minds_a_bare_percent_in_templates() -> None:
    assert list(faults_of(["100% sure"], ["100%% сигурно"], plural_forms=3, is_formatted=True)) == [MessageFault.BARE_PERCENT]


def test_latin_given_by_hand_has_no_cyrillic_letter_but_in_placeholders() -> None:
    assert list(latin_faults_of(["Radnja %(број)s", "Рadnja"])) == [MessageFault.NOT_LATIN]
    assert list(latin_faults_of(["Radnja %(број)s"])) == []
