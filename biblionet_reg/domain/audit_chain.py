"""The chain of the audit ledger: each entry's digest is made of all it says and of the digest before it.

What may have to be erased (old and new values, whence it came) is not in the chain itself; its own digest is, made with
salt that is kept beside the values. Values and salt blanked, the chain still holds, and nothing can be guessed from it.
The digest is SHA-256 over canonical JSON (RFC 8785 as far as our values go: sorted keys, no blanks, no escapes).
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

#: What stands before the first entry of a chain.
BEGINNING = "0" * 64
#: How the digest is made; another way would be another number, so that old chains can still be read.
_WAY = 1


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """What one entry says for good; `at` is aware, `changes` and `origin` are the digests of what is kept beside it, or None."""

    chain: int
    number: int
    at: datetime
    actor: str
    action: str
    subject_kind: str
    subject_code: str
    details: dict[str, Any]
    changes: str | None
    origin: str | None

    def digest_after(self, before: str) -> str:
        """Return the digest of this entry, standing after the one whose digest is `before`."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        subject = (self.subject_kind, self.subject_code)
        return _digest(
            [_WAY, before, self.chain, self.number, at, self.actor, self.action, *subject, self.details, self.changes, self.origin]
        )


@dataclass(frozen=True, slots=True)
class SetAside:
    """Values kept beside the chain: `kept` is what the row holds (with its salt), `digest` what the chain holds."""

    kept: dict[str, Any]
    digest: str

    @classmethod
    def of(cls, value: object) -> Self:
        """Set `value` (anything JSON can hold) aside, with salt of its own."""
        kept = {"salt": secrets.token_hex(16), "value": value}
        return cls(kept, digest_of_kept(kept))


def digest_of_kept(kept: dict[str, Any]) -> str:
    """Return the digest that the chain must hold for what is kept."""
    return _digest(kept)


def _digest(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
