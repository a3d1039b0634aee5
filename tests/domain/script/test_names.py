"""Names in the other script."""

import pytest

from biblionet_reg.domain.script import name_to_cyrillic, name_to_latin


@pytest.mark.parametrize(
    ("typed", "latin"),
    [
        ("Љиљана Његомир", "Ljiljana Njegomir"),
        ("ЉИЉАНА ЊЕГОМИР", "LJILJANA NJEGOMIR"),
        ("Љ. Ненадовић", "Lj. Nenadović"),
        ("Ђорђe", "Đorđe"),
        ("Ana", "Ana"),
        ("Ана Kovács", "Ana Kovács"),
        ("Достоевский", None),
        ("Ѓорѓи Иванов", None),
        ("", ""),
    ],
)
def test_a_name_in_latin(typed: str, latin: str | None) -> None:
    assert name_to_latin(typed) == latin


def test_a_name_that_is_in_cyrillic_already_stays() -> None:
    assert name_to_cyrillic("Љиљана Његомир") == "Љиљана Његомир"
    assert name_to_cyrillic("Ђорђe") == "Ђорђе"
    assert name_to_cyrillic("") == ""
