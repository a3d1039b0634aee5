"""Look-alike letters put right, and told."""

from biblionet_reg.domain.script import Repaired, Script, repair


def test_repair_tells_every_changed_word_once() -> None:
    assert repair("Врaњa, Врaњa и нa") == Repaired("Врања, Врања и на", (("Врaњa", "Врања"), ("нa", "на")))


def test_repair_changes_nothing_in_a_text_of_one_script() -> None:
    for text in ("Библиотека града Београда", "Biblioteka grada Beograda", "The library", "", "12"):
        assert repair(text) == Repaired(text)


def test_an_even_word_is_told_by_its_neighbours() -> None:
    assert repair("у аo месту").text == "у ао месту"
    assert repair("u аo mestu").text == "u ao mestu"
    assert repair("аo") == Repaired("аo", left=("аo",))
    assert repair("аo", Script.LATIN).text == "ao"


def test_an_even_word_is_told_by_a_letter_without_double() -> None:
    assert repair("бo").text == "бо"
    assert repair("bо").text == "bo"


def test_marks_stay_for_whoever_converts_later() -> None:
    assert repair("Врaњa и -{Врaњa}-").text == "Врања и -{Врaњa}-"


def test_even_words_in_a_row_are_told_by_the_text() -> None:
    assert repair("аo " * 9 + "дом").text == "ао " * 9 + "дом"
    assert repair("аo " * 9 + "dom").text == "ao " * 9 + "dom"


def test_a_word_without_a_whole_form_is_left_and_told() -> None:
    assert repair("бiблиотека, Facebookом, PDFови и 5 μm") == Repaired(
        "бiблиотека, Facebookом, PDFови и 5 μm", left=("бiблиотека", "Facebookом")
    )


def test_the_nearest_word_that_tells_decides_and_where_two_differ_the_text() -> None:
    assert repair("Тapa 12 – XIX, Тapa и даље").text == "Тара 12 – XIX, Тара и даље"
    assert repair("Biblioteka Тapa Библиотека Београд").text == "Biblioteka Тара Библиотека Београд"
    assert repair("Biblioteka Тapa Библиотека") == Repaired("Biblioteka Тapa Библиотека", left=("Тapa",))


def test_words_behind_a_mark_or_an_address_tell_too() -> None:
    assert repair("Тapa -{x}- nb@nb.rs у Београду").text == "Тара -{x}- nb@nb.rs у Београду"
