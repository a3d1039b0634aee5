"""Keys that different names share."""

from biblionet_reg.domain.shared_key import beginning, free_key, renewed_key


def test_the_first_keeps_the_key_and_the_others_are_numbered() -> None:
    taken: set[str] = set()
    for _name in range(3):
        taken.add(free_key("ana ciric", taken, 220))

    assert taken == {"ana ciric", "ana ciric=2", "ana ciric=3"}
    assert free_key("ana ciric", {"ana ciric=2"}, 220) == "ana ciric"


def test_a_numbered_key_is_no_longer_than_its_column_and_begins_as_the_others() -> None:
    key = free_key("ž" * 20, {"ž" * 20}, 20)

    assert (key, key.startswith(beginning("ž" * 20, 20))) == ("ž" * 15 + "=2", True)


def test_a_renewed_key_keeps_its_number() -> None:
    assert renewed_key("ana ciric", "stale=2", 220) == "ana ciric=2"
    assert renewed_key("ana ciric", "stale", 220) == "ana ciric"
