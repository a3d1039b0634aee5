"""Where an act comes from."""

import pytest
from flask import Flask

from biblionet_reg import origin


@pytest.mark.parametrize(
    ("peer", "forwarded", "told"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "", None),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("::1", "made up, 198.51.100.1, 2001:DB8::1", "2001:db8::1"),
        ("", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, unknown", None),
        ("127.0.0.1", "127.0.0.1", None),
    ],
)
def test_only_a_proxy_on_this_machine_is_believed(app: Flask, peer: str, forwarded: str, told: str | None) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}

    with app.test_request_context(environ_overrides={"REMOTE_ADDR": peer}, headers=headers):
        assert origin.here() == told


def test_a_command_comes_from_nowhere(app: Flask) -> None:
    with app.app_context():
        assert origin.here() is None
