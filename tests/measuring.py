"""Coverage measures the product; where a test only reads what was answered, it may look away."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unmeasured() -> Iterator[None]:
    """Run a block of the tests' own work without coverage, which would slow it to a half and count none of it."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
