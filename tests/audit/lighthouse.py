"""Lighthouse on one address, as often as it takes to have a middle value: a phone on a slow line, as it simulates it."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from typing import Any

from tests.audit import tools
from tests.audit.figures import results
from tests.needs import need

#: What each category has to reach.
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 98}
_RUNS = int(os.environ.get("LIGHTHOUSE_RUNS", "5"))
_FLAGS = [f"--only-categories={','.join(GOALS)}", "--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"]
_TIMINGS = {"largest-contentful-paint": "LCP ms", "total-blocking-time": "TBT ms", "cumulative-layout-shift": "CLS"}
#: An audit whose places another one tells.
_TOLD_BY = {"cumulative-layout-shift": "layout-shifts"}
_TRIES = 3
_PATIENCE = 300


@dataclass(frozen=True)
class Judgement:
    """The middle of some runs: points by category, timings, and what cost points."""

    points: dict[str, int]
    timings: dict[str, float]
    speed: int
    faults: list[str]

    @property
    def short(self) -> dict[str, int]:
        """The categories that miss their goal."""
        return {name: points for name, points in self.points.items() if points < GOALS[name]}


def judge(address: str, name: str) -> Judgement:
    """Run Lighthouse on `address`; every report is kept in `test-results/lighthouse`."""
    runs = [_run(address, f"{name}.{number}") for number in range(1, _RUNS + 1)]
    points = {key: round(statistics.median(one["categories"][key]["score"] for one in runs) * 100) for key in GOALS}
    timings = {key: statistics.median(one["audits"][key].get("numericValue", 0) for one in runs) for key in _TIMINGS}
    speed = round(statistics.median(one["environment"]["benchmarkIndex"] for one in runs))
    return Judgement(points, timings, speed, list(dict.fromkeys(fault for one in runs for fault in _faults(one))))


def _run(address: str, name: str) -> dict[str, Any]:
    """Return the report of one run; one that a busy machine broke is repeated."""
    report = results("lighthouse") / f"{name}.json"
    command = [*tools.lighthouse(), address, *_FLAGS, f"--output-path={report}"]
    environ = {**os.environ, "CHROME_PATH": need("chromium", package="chromium")}
    fault = ""
    for _ in range(_TRIES):
        report.unlink(missing_ok=True)
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=_PATIENCE)
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        fault = told.get("runtimeError", {}).get("message", "") if told else done.stderr
        if not fault:
            return told
    raise AssertionError(f"{address}: {fault}")


def _faults(report: dict[str, Any]) -> list[str]:
    """Return what cost points, with the first places where it was found."""
    found = []
    for category, told in report["categories"].items():
        for reference in told["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                places = _places(report["audits"][_TOLD_BY.get(reference["id"], reference["id"])])
                found.append(" ".join([f"{category}: {audit['title']}", audit.get("displayValue", ""), *places]).strip())
    return found


def _places(audit: dict[str, Any]) -> list[str]:
    items = audit.get("details", {}).get("items", [])
    told = [item.get("node", {}).get("snippet") or item.get("url") or item.get("description") for item in items[:3]]
    return [str(one)[:160] for one in told if one]


TABLE = f"Lighthouse: median of {_RUNS}, a phone on a slow line"
HEADINGS = ("page", *GOALS, *_TIMINGS.values(), "machine")


def row(page: str, found: Judgement) -> tuple[object, ...]:
    """Return the figures of a page for the table; `machine` is Lighthouse's own benchmark of it."""
    return (
        page,
        *found.points.values(),
        *(round(value, 3) if value < 1 else round(value) for value in found.timings.values()),
        found.speed,
    )
