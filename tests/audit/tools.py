"""What the audit borrows from elsewhere: Debian's Chromium, Node and Java, and two tools pinned in `node/package-lock.json`."""

from pathlib import Path

import pytest

from tests.needs import need

_NODE = Path(__file__).parent / "node" / "node_modules"


def lighthouse() -> list[str]:
    """Return the command of Lighthouse, or skip the test with the reason."""
    return [need("node", package="nodejs"), _installed("lighthouse/cli/index.js")]


def nu_checker() -> list[str]:
    """Return the command of the Nu checker, or skip the test with the reason."""
    return [need("java", package="default-jre-headless"), "-jar", _installed("vnu-jar/build/dist/vnu.jar")]


def _installed(path: str) -> str:
    found = _NODE / path
    if not found.exists():
        pytest.skip(f"{path.partition('/')[0]} is not here; bin/setup audit brings it, with npm")
    return str(found)
