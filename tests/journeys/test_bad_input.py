"""What goes wrong in a browser: pressing twice, going back, an old page, a file that is too large. Nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor

Visit = Callable[..., Visitor]
_EXPIRED = "This page was open for too long. Your answers are still here: check them and send the form again."
_TOO_LARGE = "The file is larger than %(limit)s MB. Choose a smaller file."


@pytest.fixture(scope="module")
def desk_link(running: House) -> str:
    """A one-time link of somebody who may count what arrived."""
    return running.flask("account", "create", "counts@example.org", "--role", "chair").strip()


@pytest.fixture
def count(running: House) -> Callable[[str, str], int]:
    """Return how many rows of a table have this text in a column."""
    return running.count


def filled_registration(visitor: Visitor, email: str, **changes: Any) -> None:
    visitor.open("/sr/2020/register")
    visitor.fill(**steps.LIBRARIAN | changes, email=email)
    steps.choose_library(visitor, "institution")


def filled_paper(visitor: Visitor, title: str, **changes: Any) -> None:
    visitor.open("/sr/2020/submit")
    visitor.fill(**steps.PAPER | changes, title_sr=title)
