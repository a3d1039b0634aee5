"""What a test needs from the machine. Missing programs skip it with the reason; in CI a skip is a failure."""

import os
import shutil

import pytest

IN_CI = os.environ.get("CI") == "true"


def need(program: str, *, package: str) -> str:
    """Return where `program` is, or skip the test, saying which Debian package would bring it."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not here; the Debian package {package} brings it")
    return found


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a run with skipped tests into a failed one where nothing may be skipped."""
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line("\nIn CI nothing may be skipped; the reasons stand below.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
