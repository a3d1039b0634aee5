"""The press: documents that would eat the house are stopped by name, and the next one is made as if nothing was."""

import os
import signal
from pathlib import Path

import pytest

from biblionet_reg.documents.order import Failure, Limits
from biblionet_reg.documents.press import _FOREMAN, RenderFailed, press

LIMITS = Limits(cpu_seconds=2, wall_seconds=20.0, memory_mb=800, max_pages=5)
SHORT = Limits(cpu_seconds=60, wall_seconds=0.5, memory_mb=1500, max_pages=5)
NARROW = Limits(cpu_seconds=60, wall_seconds=60.0, memory_mb=60, max_pages=5)

ENDLESS = "<table><td colspan=1000000>x"
NESTED = "<div>" * 3000


@pytest.mark.parametrize(
    ("html", "limits", "reason"),
    [
        (ENDLESS, LIMITS, Failure.CPU_TIME),
        (ENDLESS, SHORT, Failure.WALL_TIME),
        ("<p>" + "x" * 20_000_000, NARROW, Failure.MEMORY),
        ('<p style="break-after: page">x</p>' * 7, LIMITS, Failure.TOO_MANY_PAGES),
        (NESTED, LIMITS, Failure.TOO_DEEP),
    ],
)
def test_press_stops_a_bomb_and_names_the_reason(html: str, limits: Limits, reason: Failure) -> None:
    with pytest.raises(RenderFailed) as failed:
        press([html], limits=limits)

    assert failed.value.reason is reason
    assert press(["<p>after"], limits=LIMITS).startswith(b"%PDF-")


def test_press_names_what_broke() -> None:
    with pytest.raises(RenderFailed) as failed:
        press(["<p>x"], limits=LIMITS, variant="pdf/nonsense")

    assert failed.value.reason is Failure.BROKEN
    assert failed.value.detail.startswith("KeyError")


def test_press_starts_anew_when_the_foreman_was_killed() -> None:
    press(["<p>x"], limits=LIMITS)
    assert _FOREMAN._process is not None
    os.kill(_FOREMAN._process.pid, signal.SIGKILL)
    _FOREMAN._process.wait()

    pdf = press(["<p>x"], limits=LIMITS)

    assert pdf.startswith(b"%PDF-")


def test_press_foreman_does_not_see_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for the press")
    _FOREMAN._give_up()

    press(["<p>x"], limits=LIMITS)

    assert _FOREMAN._process is not None
    assert b"SECRET_KEY" not in Path(f"/proc/{_FOREMAN._process.pid}/environ").read_bytes()
