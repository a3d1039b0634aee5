"""Fixtures of the audit: one furnished ground, and the figures told at the end."""

from collections.abc import Iterator

import pytest

from tests.audit.figures import RESULTS, Figures
from tests.audit.ground import Ground, ground
from tests.journeys.conftest import chromium

__all__ = ["chromium"]

collect_ignore = ["node"]

_figures = Figures()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A running installation with demonstration data."""
    with ground(tmp_path_factory.mktemp("ground")) as made:
        yield made


@pytest.fixture(scope="session")
def figures() -> Figures:
    """What the audit counts."""
    return _figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell the figures, and keep them."""
    told = _figures.as_text()
    if told:
        terminalreporter.write_line(f"\n{told}\n")
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / "audit.txt").write_text(told + "\n", encoding="utf-8")
