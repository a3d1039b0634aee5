"""Words of an edition's list: what may stand in it, and what tells two words apart."""

import pytest

from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script_word import ScriptWordFault, ScriptWordKind, faults_of, rules_from, seen_word, word_key

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
        (PROTECTED, "slow reading", ""),
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
        (PAIR, "a", "ъ", (ScriptWordFault.LATIN_TOO_SHORT,)),
        (PAIR, "e-", "е-", (ScriptWordFault.LATIN_TOO_SHORT,)),
        (PROTECTED, "-{IFLA}-", "", (ScriptWordFault.LATIN_WITH_BRACES,)),
        (PAIR, "{e}", "{е}", (ScriptWordFault.LATIN_WITH_BRACES, ScriptWordFault.CYRILLIC_NOT_ONE_WORD)),
        (PROTECTED, "IFLA", "ИФЛА", (ScriptWordFault.CYRILLIC_OF_PROTECTED,)),
    ],
)
def test_words_that_may_not(kind: ScriptWordKind, latin: str, cyrillic: str, faults: tuple[ScriptWordFault, ...]) -> None:
    assert faults_of(kind, latin, cyrillic) == faults


def test_a_fault_knows_its_field() -> None:
    assert [fault.field for fault in ScriptWordFault] == ["latin"] * 5 + ["cyrillic"] * 4


def test_words_are_told_apart_without_case_and_ways_of_writing() -> None:
    assert len({word_key(word) for word in ("Ǆez", "ǆez", "džez", "DŽEZ", "DŽez")}) == 1
    assert len({word_key(phrase) for phrase in ("slow reading", "Slow  Reading", "slow\u00a0reading")}) == 1
    assert word_key("sto") != word_key("što")


def test_signs_that_nobody_sees_make_no_other_word() -> None:
    typed = ["zoom", "zoom\u200b", "zo\u00adom", "\u200dzoom\u200c", "zoom\u2060"]

    assert {word_key(word) for word in typed} == {"zoom"}
    assert {seen_word(word) for word in typed} == {"zoom"}


def test_rules_leave_out_signs_that_were_kept_before_they_were_seen() -> None:
    kept = [(PROTECTED, "Ko\u00adha", ""), (PAIR, "zo\u200bom", "зум\u200b")]

    assert rules_from(kept) == ScriptRules(protected=frozenset({"Koha"}), pairs=(("zoom", "зум"),))


def test_rules_hold_both_kinds() -> None:
    words = [(PROTECTED, "IFLA", ""), (PAIR, "BiblioNet", "Библионет"), (PROTECTED, "Kobo", "")]

    assert rules_from(words) == ScriptRules(protected=frozenset({"IFLA", "Kobo"}), pairs=(("BiblioNet", "Библионет"),))
