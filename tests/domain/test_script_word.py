"""Words of an edition's list: what may stand in it, and what tells two words apart."""

import pytest

from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script_word import ScriptWordFault, ScriptWordKind, faults_of, rules_from, word_key

PAIR, PROTECTED = ScriptWordKind.PAIR, ScriptWordKind.PROTECTED


@pytest.mark.parametrize(
    ("kind", "latin", "cyrillic"),
    [
        (PAIR, "BiblioNet", "Библионет"),
        (PAIR, "injekc", "инјекц"),
        (PAIR, "e-knjiga", "е-књига"),
        (PROTECTED, "LibreOffice", ""),
        (PROTECTED, "C++", ""),
        (PROTECTED, "Ökotopia", ""),
    ],
)
def test_words_that_may_stand_in_the_list(kind: ScriptWordKind, latin: str, cyrillic: str) -> None:
    assert faults_of(kind, latin, cyrillic) == ()


@pytest.mark.parametrize(
    ("kind", "latin", "cyrillic", "faults"),
    [
        (PAIR, "", "", (ScriptWordFault.LATIN_MISSING, ScriptWordFault.CYRILLIC_MISSING)),
        (PAIR, "2020", "—", (ScriptWordFault.LATIN_MISSING, ScriptWordFault.CYRILLIC_MISSING)),
        (PAIR, "Врање", "Vranje", (ScriptWordFault.LATIN_IN_CYRILLIC, ScriptWordFault.CYRILLIC_IN_LATIN)),
        (PAIR, "Vrаnje", "Врaње", (ScriptWordFault.LATIN_IN_CYRILLIC, ScriptWordFault.CYRILLIC_IN_LATIN)),
        (PAIR, "open access", "отворен приступ", (ScriptWordFault.LATIN_NOT_ONE_WORD, ScriptWordFault.CYRILLIC_NOT_ONE_WORD)),
        (PROTECTED, "-{IFLA}-", "", (ScriptWordFault.LATIN_NOT_ONE_WORD,)),
        (PROTECTED, "IFLA", "ИФЛА", (ScriptWordFault.CYRILLIC_OF_PROTECTED,)),
    ],
)
def test_words_that_may_not(kind: ScriptWordKind, latin: str, cyrillic: str, faults: tuple[ScriptWordFault, ...]) -> None:
    assert faults_of(kind, latin, cyrillic) == faults


def test_a_fault_knows_its_field() -> None:
    assert [fault.field for fault in ScriptWordFault] == ["latin"] * 3 + ["cyrillic"] * 4


def test_words_are_told_apart_without_case_and_ways_of_writing() -> None:
    assert len({word_key(word) for word in ("Ǆez", "ǆez", "džez", "DŽEZ", "DŽez")}) == 1
    assert word_key("sto") != word_key("što")


def test_rules_hold_both_kinds() -> None:
    words = [(PROTECTED, "IFLA", ""), (PAIR, "BiblioNet", "Библионет"), (PROTECTED, "Kobo", "")]

    assert rules_from(words) == ScriptRules(protected=frozenset({"IFLA", "Kobo"}), pairs=(("BiblioNet", "Библионет"),))
