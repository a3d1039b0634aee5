"""Names of files."""

import pytest

from biblionet_reg.domain.file_name import ascii_name, name_for
from biblionet_reg.domain.language import Lang


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("paper.pdf", "paper.pdf"),
        ("Paper (2).v3.docx", "Paper (2).v3.docx"),
        ('a"b\\c.pdf', "a'b-c.pdf"),
        ("Рад Ђорђевић.pdf", "rad-dordevic.pdf"),
        ("Čitalište – žuto.odt", "citaliste-zuto.odt"),
        ("Његош", "njegos"),
        ("верзија 1.2 коначна", "verzija-1-2-konacna"),
        ("論文.pdf", "item.pdf"),
    ],
)
def test_plain_name_reads_like_the_real_one(name: str, plain: str) -> None:
    assert ascii_name(name) == plain
    assert ascii_name(name).isascii()


def test_plain_name_of_a_long_one_is_short_and_keeps_its_ending() -> None:
    found = ascii_name("Ђ" * 190 + ".pdf")

    assert (len(found) <= 84, found.endswith(".pdf")) == (True, True)


def test_name_is_in_the_script_its_reader_reads() -> None:
    assert [name_for("Рад Љубић.pdf", lang) for lang in Lang] == ["Рад Љубић.pdf", "Rad Ljubić.pdf", "Rad Ljubić.pdf"]
    assert [name_for("Rad Ljubić.pdf", lang) for lang in Lang] == ["Rad Ljubić.pdf"] * 3
