"""Accessibility of an open page, as axe-core judges it."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = f"() => axe.run({json.dumps({'runOnly': {'type': 'tag', 'values': _RULES}, 'resultTypes': ['violations']})})"


def violations(page: Page) -> list[str]:
    """Return what breaks WCAG 2.2 A and AA on `page`, a line for each element."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_RUN)["violations"]
    return [f"{one['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}" for one in found for node in one["nodes"]]
