"""Bytes under keys, where STORAGE_URL says."""

from pathlib import Path
from typing import cast

import obstore
from flask import current_app
from obstore.store import LocalStore, ObjectStore, from_url

_KEY = "biblionet_store"


def _store() -> ObjectStore:
    if _KEY not in current_app.extensions:
        url = current_app.extensions["settings"].storage_url
        current_app.extensions[_KEY] = _open(url)
    return cast("ObjectStore", current_app.extensions[_KEY])


def _open(url: str) -> ObjectStore:
    if url.startswith("file://"):
        folder = Path(url.removeprefix("file://"))
        folder.mkdir(parents=True, exist_ok=True)
        return LocalStore(folder)
    return from_url(url)


def write(key: str, content: bytes) -> None:
    """Keep `content` under `key`."""
    obstore.put(_store(), key, content)


def read(key: str) -> bytes:
    """Return what is kept under `key`. Raises FileNotFoundError."""
    return bytes(obstore.get(_store(), key).bytes())


def delete(key: str) -> None:
    """Forget what is kept under `key`; nothing there is no fault."""
    try:
        obstore.delete(_store(), key)
    except FileNotFoundError:
        return
