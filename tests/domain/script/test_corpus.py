"""Every tricky pair of tests/data/script is right, rule by rule."""

import pytest

from biblionet_reg.domain.script import name_to_cyrillic, name_to_latin, repair, to_cyrillic, to_latin
from tests.domain.script.corpus import by_rule, rows, vectors

TO_CYRILLIC = by_rule("conversions.tsv", direction={"both", "cyrillic"})
TO_LATIN = by_rule("conversions.tsv", direction={"latin"})
BOTH = by_rule("conversions.tsv", direction={"both"})
REPAIRS = by_rule("repairs.tsv")
NAMES = by_rule("names.tsv")
VECTORS = vectors()


@pytest.mark.parametrize("rule", TO_CYRILLIC)
def test_to_cyrillic_keeps_the_rule(rule: str) -> None:
    pairs = TO_CYRILLIC[rule]

    assert [to_cyrillic(row["from"]) for row in pairs] == [row["to"] for row in pairs]


@pytest.mark.parametrize("rule", TO_LATIN)
def test_to_latin_keeps_the_rule(rule: str) -> None:
    pairs = TO_LATIN[rule]

    assert [to_latin(row["from"]) for row in pairs] == [row["to"] for row in pairs]


@pytest.mark.parametrize("rule", BOTH)
def test_to_latin_gives_back_what_became_cyrillic(rule: str) -> None:
    pairs = BOTH[rule]

    assert [to_latin(row["to"]) for row in pairs] == [row["from"] for row in pairs]


@pytest.mark.parametrize("rule", TO_CYRILLIC)
def test_to_cyrillic_is_done_after_once(rule: str) -> None:
    converted = [row["to"] for row in TO_CYRILLIC[rule] if "-{" not in row["from"]]

    assert [to_cyrillic(text) for text in converted] == converted


@pytest.mark.parametrize("rule", REPAIRS)
def test_repair_keeps_the_rule(rule: str) -> None:
    pairs = REPAIRS[rule]

    assert [repair(row["from"]).text for row in pairs] == [row["to"] for row in pairs]
    assert [repair(row["to"]).changes for row in pairs] == [()] * len(pairs)


@pytest.mark.parametrize("rule", NAMES)
def test_names_keep_the_rule(rule: str) -> None:
    pairs = NAMES[rule]

    assert [name_to_cyrillic(row["latin"]) for row in pairs] == [row["cyrillic"] or None for row in pairs]


def test_a_serbian_name_comes_back_from_cyrillic() -> None:
    pairs = [row for row in NAMES["Serbian"] if row["latin"].isascii() is False and "Ð" not in row["latin"] and "Ана" not in row["latin"]]

    assert [name_to_latin(row["cyrillic"]) for row in pairs] == [row["latin"] for row in pairs]


@pytest.mark.parametrize("pair", VECTORS["pairs"], ids=lambda pair: pair["lat"][:30])
def test_published_pairs_are_right_both_ways(pair: dict[str, str]) -> None:
    assert to_latin(pair["cyr"]) == pair["lat"]
    assert to_cyrillic(pair["lat"]) == pair["cyr"]


@pytest.mark.parametrize("kind", ["latin_to_cyrillic_exceptions", "dj_is_not_a_digraph", "latin_to_cyrillic_regular"])
def test_known_exceptions_are_right(kind: str) -> None:
    assert [to_cyrillic(pair["lat"]) for pair in VECTORS[kind]] == [pair["cyr"] for pair in VECTORS[kind]]


def test_what_is_never_converted_stays() -> None:
    assert [to_cyrillic(text) for text in VECTORS["never_convert"]] == VECTORS["never_convert"]


def test_faults_met_in_the_wild_are_put_right() -> None:
    vranje, *mixed = VECTORS["wild_bugs"]

    assert to_latin(vranje["cyr"]) == vranje["right_lat"]
    assert [repair(fault["text"]).text for fault in mixed] == [
        "Библиотекари из Врања и Трговишта на “Библионету 2023”",
        "Закон о електронском фактурисању",
        "без Вашег пристанка",
    ]


def test_the_corpus_is_as_large_as_it_says_and_has_no_pair_twice() -> None:
    pairs = [tuple(row.values()) for name in ("conversions.tsv", "repairs.tsv", "names.tsv") for row in rows(name)]

    assert len(pairs) >= 800
    assert len(set(pairs)) == len(pairs)
