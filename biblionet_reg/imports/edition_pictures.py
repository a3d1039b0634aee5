"""Reading the pictures of an edition file, each a text in base64."""

import binascii
from base64 import b64decode
from typing import Any

from biblionet_reg.domain.edition_limits import TEXT_LIMITS
from biblionet_reg.domain.picture import Picture, PictureRefused, Pictures, PictureUse
from biblionet_reg.imports import json_values as values
from biblionet_reg.imports.cover import read_cover
from biblionet_reg.imports.emblem import read_emblem
from biblionet_reg.imports.faults import Faults

_WORDS = ("cover_alt", "cover_credit")
_NAMES = (*PictureUse, *_WORDS)
READERS = {PictureUse.EMBLEM: read_emblem, PictureUse.COVER: read_cover}


def read_pictures(value: Any, path: str, faults: Faults) -> Pictures:
    """Return the pictures with the words of the cover; what is not there the edition shall not have."""
    if not isinstance(value, dict):
        faults.add(path, "must be an object with " + ", ".join(_NAMES))
        return Pictures()
    for name in value.keys() - set(_NAMES):
        faults.add(f"{path}.{name}", "is not a field here: use " + ", ".join(_NAMES))
    masters: dict[str, Any] = {use.value: _master(use, value[use], f"{path}.{use.value}", faults) for use in PictureUse if use in value}
    words = {name: values.local_text(TEXT_LIMITS[name])(value[name], f"{path}.{name}", faults) for name in _WORDS if name in value}
    return Pictures(**masters, **words)


def _master(use: PictureUse, value: Any, path: str, faults: Faults) -> Picture | None:
    try:
        return READERS[use](b64decode(value, validate=True))
    except (TypeError, ValueError, binascii.Error):
        faults.add(path, "must be the bytes of a picture in base64")
    except PictureRefused as refusal:
        faults.add(path, f"is not taken ({refusal.fault.value.replace('_', ' ')}): see docs/edition-file.md")
    return None
