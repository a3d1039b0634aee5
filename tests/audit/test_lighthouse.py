"""The pages everybody sees, judged by Lighthouse."""

import os

import pytest

from tests.audit import lighthouse
from tests.audit.figures import Figures
from tests.audit.ground import Ground
from tests.audit.visits import SHOWN_TO_ALL, Visit


@pytest.mark.parametrize("visit", SHOWN_TO_ALL, ids=str)
def test_lighthouse_is_content(place: Ground, figures: Figures, visit: Visit) -> None:
    address = place.address(visit.endpoint, "sr", visit.values)

    found = lighthouse.judge(address, visit.endpoint)

    figures.tell(lighthouse.TABLE, lighthouse.HEADINGS, lighthouse.row(visit.endpoint, found))
    busy = f"load of this machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    assert found.short == {}, [busy, *found.faults]
