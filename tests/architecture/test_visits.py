"""The audit opens every page there is: a new one is told to it, or said to be none."""

from flask import Flask

from tests.audit.visits import NO_PAGES, VISITS


def test_every_page_is_in_the_table_of_visits(app: Flask) -> None:
    shown = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert shown - set(NO_PAGES) == {visit.endpoint for visit in VISITS}
    assert set(NO_PAGES) <= shown
