"""Fixtures of the audit: one furnished ground, and the figures told at the end."""

from collections.abc import Iterator

import pytest

from tests.audit.checks import Figures
from tests.audit.ground import Ground, ground
from tests.journeys.conftest import chromium

__all__ = ["chromium"]

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
    """Tell the figures."""
    told = f"pages looked at: {_figures.pages}, axe runs: {_figures.axe_runs}, violations: {_figures.violations}"
    terminalreporter.write_line(told)
