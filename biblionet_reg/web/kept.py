"""What an application keeps at hand between requests, made the first time somebody needs it."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from flask import current_app

from biblionet_reg.domain.shelf import Shelf

_Thing = TypeVar("_Thing")


def kept_here(name: str, room: int, key: Hashable, make: Callable[[], _Thing]) -> _Thing:
    """Return what stands under `key` on the shelf `name`, which holds `room` things; `key` names all that `make` makes it of."""
    shelf: Shelf[Hashable, object] = current_app.extensions.setdefault(f"biblionet_{name}", Shelf(room))
    found = shelf.get(key)
    return cast("_Thing", shelf.keep(key, make()) if found is None else found)
