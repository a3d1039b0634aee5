"""The press: makes PDFs in a process of their own, so that no document can take the house down.

A foreman process starts with the first order, loads WeasyPrint and the fonts once, and forks a child with
limits for each document. Neither sees the settings of the house in its environment.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from biblionet_reg.documents.assets import Picture
from biblionet_reg.documents.order import Failure, Limits, Order, Outcome

_ROOT = Path(__file__).resolve().parents[2]
_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME")
#: The foreman keeps the wall time itself; this much later it is given up.
_PATIENCE = 30.0


class RenderFailed(Exception):  # noqa: N818 - the name of what happened
    """There is no document; `reason` says why, `detail` helps whoever reads the log."""

    def __init__(self, reason: Failure, detail: str = "") -> None:
        super().__init__(reason.value, detail)
        self.reason = reason
        self.detail = detail


def press(chunks: Sequence[str], *, limits: Limits, variant: str | None = None, pictures: Sequence[Picture] = ()) -> bytes:
    """Return the chunks of finished HTML as one PDF. Raises RenderFailed."""
    outcome = _FOREMAN.make(Order(tuple(chunks), limits, variant, tuple(pictures)))
    if outcome.failure is not None:
        raise RenderFailed(outcome.failure, outcome.detail)
    return outcome.pdf


class _Foreman:
    """The foreman process as this one sees it: one order at a time; started anew when it is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def make(self, order: Order) -> Outcome:
        with self._lock:
            line = self._open_line()
            try:
                line.send(order)
                if not line.poll(order.limits.wall_seconds + _PATIENCE):
                    self._give_up()
                    return Outcome(failure=Failure.WALL_TIME, detail="the foreman did not answer")
                outcome: Outcome = line.recv()
            except (EOFError, OSError) as error:
                self._give_up()
                return Outcome(failure=Failure.CRASHED, detail=f"the foreman is gone: {error}")
            return outcome

    def _open_line(self) -> Connection:
        if self._line is None or self._process is None or self._process.poll() is not None:
            self._give_up()
            self._line, theirs = Pipe()
            command = [sys.executable, "-m", "biblionet_reg.documents.foreman", str(theirs.fileno())]
            self._folder = TemporaryDirectory(prefix="biblionet-press-", ignore_cleanup_errors=True)
            kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
            environment = {**kept, "PYTHONPATH": str(_ROOT), "TMPDIR": self._folder.name}
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command, pass_fds=[theirs.fileno()], env=environment, stdin=subprocess.DEVNULL
            )
            theirs.close()
        return self._line

    def _give_up(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._folder is not None:
            self._folder.cleanup()
        self._line = self._process = self._folder = None


_FOREMAN = _Foreman()
