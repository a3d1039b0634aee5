"""Files people send: looked into, and kept under a name that is safe to show."""

import re
import unicodedata
from dataclasses import dataclass

from biblionet_reg.domain.file_content import kind_of
from biblionet_reg.domain.file_kind import FileFault, FileKind, FileRefused

NAME_LIMIT = 200
_ENDING = re.compile(r"(?<=.)\.([^\W_]{1,5})$")
_UNSEEN = ("C", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was looked into: its safe name, its kind, its bytes."""

    name: str
    kind: FileKind
    content: bytes


def read_upload(name: str, content: bytes) -> Upload:
    """Return the file if it is one of the kinds taken and what its name says. Raises FileRefused."""
    if not content:
        raise FileRefused(FileFault.EMPTY)
    shown = safe_name(name)
    ending = _ENDING.search(shown)
    named = ending.group(1).lower() if ending else None
    found = kind_of(content)
    if found is None:
        raise FileRefused(FileFault.NOT_AS_NAMED if named in set(FileKind) else FileFault.KIND_NOT_TAKEN)
    if named is None:
        return Upload(safe_name(f"{shown}.{found.value}"), found, content)
    if named != found:
        raise FileRefused(FileFault.NOT_AS_NAMED)
    return Upload(shown, found, content)


def safe_name(name: str) -> str:
    """Return the last part of a path without unseen characters, at most NAME_LIMIT long, its ending kept."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = " ".join("".join(char for char in last if not unicodedata.category(char).startswith(_UNSEEN)).split()).strip(". ")
    ending = _ENDING.search(plain)
    if ending is None:
        return plain[:NAME_LIMIT].rstrip() or "file"
    return plain[: ending.start()][: NAME_LIMIT - len(ending.group())] + ending.group()
