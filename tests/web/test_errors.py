"""A fault of ours is told on a page, and where even that page fails, on a bare one."""

import pytest
from flask import Flask


def _fail(*_args: object, **_values: object) -> str:
    message = "a fault"
    raise RuntimeError(message)


@pytest.mark.parametrize("page_fails", [False, True])
def test_a_fault_has_its_page_whatever_fails(app: Flask, monkeypatch: pytest.MonkeyPatch, page_fails: bool) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)  # noqa: FBT003 - a mapping
    monkeypatch.setattr("biblionet_reg.queries.editions.by_slug", _fail)
    if page_fails:
        monkeypatch.setitem(app.template_context_processors, None, [_fail])

    answer = app.test_client().get("/en/2020/")

    assert (answer.status_code, answer.mimetype) == (500, "text/html")
    assert "Something went wrong on our side" in answer.text
    assert ("Дошло је до грешке на нашој страни" in answer.text) is page_fails
