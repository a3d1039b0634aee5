"""Keeping files: bytes in the storage first, their row with the use-case."""

import hashlib
import secrets

from biblionet_reg import clock
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.services.transaction import after_commit, transaction
from biblionet_reg.storage import store


def keep(content: bytes, *, name: str, media_type: str, upload_key: str | None = None) -> StoredFile:
    """Store `content` and return its row (flushed, so it has an id)."""
    row = store_bytes(content, name=name, media_type=media_type, upload_key=upload_key)
    with transaction() as session:
        session.add(row)
        session.flush()
    return row


def store_bytes(content: bytes, *, name: str, media_type: str, upload_key: str | None = None) -> StoredFile:
    """Store `content` and return its row, for the use-case to add: bytes are there before anything speaks of them."""
    key = f"{clock.now():%Y/%m}/{secrets.token_hex(16)}"
    store.write(key, content)
    return StoredFile(
        key=key,
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        upload_key=upload_key,
        created_at=clock.now(),
    )


def content_of(row: StoredFile) -> bytes:
    """Return the bytes of a kept file."""
    return store.read(row.key)


def forget(row: StoredFile) -> None:
    """Delete a kept file: its row with the use-case, its bytes once that is committed."""
    key = row.key
    with transaction() as session:
        session.delete(row)
        session.flush()
        after_commit(lambda: store.delete(key))
