"""`flask demo …`, where it says no."""

import pytest
from flask import Flask

from biblionet_reg.extensions import db
from biblionet_reg.queries import editions


@pytest.fixture
def played(app: Flask) -> Flask:
    """An application whose edition has demonstration data already."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition.has_demo = True
        db.session.commit()
    return app


def test_demo_load_twice_is_refused(played: Flask) -> None:
    result = played.test_cli_runner().invoke(args=["demo", "load"])

    assert (result.exit_code, result.output) == (1, "Error: The edition has demonstration data already.\n")
