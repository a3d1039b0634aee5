"""What is counted as one network address."""

import pytest

from biblionet_reg.domain.rate_limit import LIMITS, Counted, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002::/64"),
        ("2001:db8:1:2::9", "20010db800010002::/64"),
        ("2001:db8:1:3::9", "20010db800010003::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_house_is_one_network(address: str, network: str) -> None:
    assert network_of(address) == network


def test_everything_that_is_counted_has_its_limit() -> None:
    assert set(LIMITS) == set(Counted)
