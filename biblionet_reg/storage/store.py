"""Bytes under keys, where STORAGE_URL says: a folder, or a bucket of S3-compatible storage.

Address, region and keys of the bucket come from the usual AWS_* variables; `AWS_ENDPOINT_URL` names
another server than Amazon's, and only an address that says http:// itself is spoken to in the clear.
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import cast

import obstore
from flask import current_app
from obstore.store import LocalStore, ObjectStore, S3Store

_KEY = "biblionet_store"
_TRIES = 3
_PATIENCE = timedelta(seconds=20)


def _store() -> ObjectStore:
    if _KEY not in current_app.extensions:
        url = current_app.extensions["settings"].storage_url
        current_app.extensions[_KEY] = _folder(url) if url.startswith("file://") else _bucket(url)
    return cast("ObjectStore", current_app.extensions[_KEY])


def _folder(url: str) -> LocalStore:
    folder = Path(url.removeprefix("file://"))
    folder.mkdir(parents=True, exist_ok=True)
    return LocalStore(folder)


def _bucket(url: str) -> S3Store:
    in_the_clear = os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")
    return S3Store.from_url(
        url,
        virtual_hosted_style_request=False,
        client_options={"allow_http": in_the_clear},
        retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
    )


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
