"""What an edition adds to the rules."""

import pytest

from biblionet_reg.domain.script import STANDARD_RULES, ScriptRules, to_cyrillic

RULES = ScriptRules(
    protected=frozenset({"Koha", "Media Lab", "rokenrol", "Ana i Vuk"}),
    pairs=(("biblionet", "библионет"), ("Zoom", "Зум"), ("e-mail", "и-мејл"), ("injac", "ињац"), ("e-katalog", "е-каталог")),
)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Koha je sistem", "Koha је систем"),
        ("KOHA, u Kohai", "KOHA, у Kohai"),
        ("koha", "коха"),
        ("Media Lab i medij", "Media Lab и медиј"),
        ("Rokenrol i ROKENROL", "Rokenrol и ROKENROL"),
        ("priča Ana i Vuk", "прича Ana i Vuk"),
        ("Media\u00a0Lab, Media i Lab", "Media\u00a0Lab, Медиа и Лаб"),
    ],
)
def test_a_protected_word_stays(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, RULES) == cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("BiblioNet", "Библионет"),
        ("biblionetu", "библионету"),
        ("BIBLIONET", "БИБЛИОНЕТ"),
        ("preko Zooma, Zoom-om", "преко Зума, Зум-ом"),
        ("e-mail", "и-мејл"),
        ("Injac", "Ињац"),
        ("Zoom2go", "Zoom2go"),
        ("http://zoom.us", "http://zoom.us"),
        ("-{Zoom}-", "Zoom"),
    ],
)
def test_a_pair_wins_over_the_standing_rules(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, RULES) == cyrillic


@pytest.mark.parametrize("word", ["uneſco", "UNıCEF", "zooſm", "iks", "ıks", "İks", "ſtik"])
def test_a_letter_that_only_some_languages_know_in_small_stays(word: str) -> None:
    rules = ScriptRules(pairs=(("iks", "икс"), ("stik", "стик"), ("zoosm", "зосм")))

    assert to_cyrillic(word, rules) == ("икс" if word == "iks" else word)


def test_a_phrase_is_met_where_its_line_ends() -> None:
    assert to_cyrillic("u Media\nLab i open  access", RULES) == "у Media\nLab и open  access"


def test_a_protected_word_wins_over_a_standing_pair() -> None:
    assert to_cyrillic("UNESCO", ScriptRules(protected=frozenset({"UNESCO"}))) == "UNESCO"
    assert to_cyrillic("UNESCO") == "УНЕСКО"


def test_rules_are_equal_by_what_they_say() -> None:
    same = ScriptRules(RULES.protected, RULES.pairs)

    assert (same, hash(same)) == (RULES, hash(RULES))
    assert ScriptRules() == STANDARD_RULES
    assert RULES != STANDARD_RULES


def test_empty_words_and_signs_of_patterns_do_no_harm() -> None:
    rules = ScriptRules(protected=frozenset({"", "C*", "a|b", "(x)"}), pairs=(("", ""), ("a.b", "а.б")))

    assert to_cyrillic("C* a|b axb ana", rules) == "C* a|b axb ана"
