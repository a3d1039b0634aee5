"""QR codes as vector paths: crisp on every printer."""

import segno

#: White modules around the symbol; the badge's own white paper adds the rest of the quiet zone.
QUIET = 2


def qr_path(payload: str) -> tuple[str, int]:
    """Return an SVG path of the symbol (error level M, payload exactly as given) and its side in modules."""
    matrix = segno.make(payload, error="m", micro=False, boost_error=False).matrix
    runs = [run for y, row in enumerate(matrix) for run in _runs(row, y)]
    return "".join(runs), len(matrix) + 2 * QUIET


def _runs(row: bytearray, y: int) -> list[str]:
    runs: list[str] = []
    start = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append(f"M{start + QUIET} {y + QUIET}h{x - start}v1h-{x - start}z")
            start = None
    return runs
