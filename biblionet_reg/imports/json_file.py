"""Opening a JSON file that people wrote: one clear fault instead of a parser's words."""

import json
from typing import Any

from biblionet_reg.imports.faults import Fault, FaultyFile

SIZE_LIMIT = 2 * 1024 * 1024
_TOO_DEEP = "The file is nested too deep."
_TOO_LONG = "The file holds a number that is too long."
_NO_OBJECT = "The file must hold one JSON object: { … }."


class _RepeatedError(ValueError):
    """A name stands twice in one object."""


def read_object(content: bytes, *, limit: int = SIZE_LIMIT) -> dict[str, Any]:
    """Return the object that `content` holds. Raises FaultyFile when it is not one."""
    if len(content) > limit:
        raise _faulty(f"The file is larger than {limit // 1024 // 1024} MB.")
    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once_each)
    except UnicodeDecodeError as error:
        raise _faulty(f"The file is not UTF-8 text (byte {error.start + 1}).") from error
    except json.JSONDecodeError as error:
        raise _faulty(f"The file is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except RecursionError as error:
        raise _faulty(_TOO_DEEP) from error
    except _RepeatedError as error:
        raise _faulty(f"“{error}” stands twice in the same object: keep one.") from error
    except ValueError as error:
        raise _faulty(_TOO_LONG) from error
    if not isinstance(found, dict):
        raise _faulty(_NO_OBJECT)
    return found


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _RepeatedError(name)
        found[name] = value
    return found


def _faulty(problem: str) -> FaultyFile:
    return FaultyFile([Fault("", problem)])
