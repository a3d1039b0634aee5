"""The words a record is found by: folded, each with its part of the record."""

import pytest

from biblionet_reg.domain.search_words import WORD_LIMIT, Entry, Field, address_word, entries, name_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Библиотека „Бора Станковић“", ["biblioteka", "bora", "stankovic"]),
        ("Biblioteka «Bora Stanković»", ["biblioteka", "bora", "stankovic"]),
        ("Јовановић-Трифуновић", ["jovanovic", "trifunovic"]),
        ("J.P. Djordjević", ["j", "p", "dordevic"]),
        ("14. новембар", ["14", "novembar"]),
        ("snake_case", ["snake", "case"]),
        ("во̑да и сто̏", ["voda", "i", "sto"]),
        ("Kovács Ľubica 李明", ["kovacs", "lubica", "李明"]),
        ("„…“ — ? %_\\ 😀", []),
        ("", []),
        ("ж" * 500, ["z" * WORD_LIMIT]),
    ],
)
def test_words_are_folded_and_parted_by_everything_else(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_name_with_an_apostrophe_is_found_with_and_without_it() -> None:
    assert entries({Field.NAME: ["O’Brien"]}) == {Entry(Field.NAME, word) for word in ("o", "brien", "obrien")}


def test_an_address_is_found_from_each_of_its_parts_on() -> None:
    found = entries({Field.ADDRESS: ["Ljubica.Djordjevic@nb.rs"]})

    assert found == {Entry(Field.ADDRESS, word) for word in ("ljubica.dordevic.nb.rs", "dordevic.nb.rs", "nb.rs", "rs")}
    assert address_word("djordjevic@NB") == "dordevic.nb"


def test_a_code_is_found_whole_and_by_its_beginning_with_or_without_its_letter() -> None:
    assert entries({Field.CODE: ["R-7DJ2MX"]}) == {Entry(Field.CODE, word) for word in ("r7dj2mx", "r7d2mx", "7d2mx")}
    assert entries({Field.CODE: [""]}) == frozenset()


def test_words_of_names_remember_how_they_were_written() -> None:
    texts = {Field.NAME: ["Ђорђе", "O’Brien"], Field.INSTITUTION: ["Библиотека"], Field.TITLE: ["Читање"]}

    assert name_words(texts) == {"dorde": "Ђорђе", "o": "O", "brien": "Brien", "obrien": "O’Brien", "biblioteka": "Библиотека"}


def test_the_mark_is_no_part_of_a_word() -> None:
    assert entries({Field.NAME: ["-{Mc}-Donald"]}) == {Entry(Field.NAME, "mcdonald")}
    assert name_words({Field.NAME: ["-{Mc}-Donald"]}) == {"mcdonald": "McDonald"}
    assert words_of("-{Mc}-Donald") == ["mcdonald"]
