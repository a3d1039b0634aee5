"""References of an index: each page once."""

from biblionet_reg.documents.page_references import has_several, told_once


def entry(*anchors: str) -> str:
    return '<span class="pages">' + ", ".join(f'<a href="#{anchor}"></a>' for anchor in anchors) + "</span>"


def test_references_to_one_page_become_one_in_their_order() -> None:
    pages = {"A": 3, "B": 5, "C": 3, "D": 5}

    assert told_once(f"<li>Ана {entry('A', 'C', 'B', 'D')}</li>", pages) == f"<li>Ана {entry('A', 'B')}</li>"


def test_each_person_is_looked_at_alone_and_unknown_anchors_stay() -> None:
    html = f"<li>{entry('A')}</li><li>{entry('C', 'X')}</li>"

    assert told_once(html, {"A": 3, "C": 3}) == html


def test_only_entries_with_several_references_may_repeat_a_page() -> None:
    assert [has_several(entry("A")), has_several(entry("A") + entry("B")), has_several(entry("A", "B")), has_several("")] == [
        False,
        False,
        True,
        False,
    ]
