"""`flask search …`."""

from flask import Flask
from sqlalchemy import delete

from biblionet_reg.extensions import db
from biblionet_reg.models.search_word import InstitutionWord
from biblionet_reg.queries import institutions


def test_search_rebuild_brings_the_index_back_and_may_run_twice(app: Flask) -> None:
    with app.app_context():
        db.session.execute(delete(InstitutionWord))
        db.session.commit()
        assert institutions.search("Врање") == []

    results = [app.test_cli_runner().invoke(args=["search", "rebuild"]) for _turn in range(2)]

    told = "Records indexed: 45, keys changed: 0, places in lists changed: 0\n"
    assert [(result.exit_code, result.output) for result in results] == [(0, told)] * 2
    with app.app_context():
        assert [one.place for one in institutions.search("Vranje")] == ["Врање"]
