"""Telling whether a JPEG is nothing but its picture: no camera, no place, no words, nothing behind its end."""

import re

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_JFIF = 0xE0
#: The segments a picture is decoded by: frames, tables, restarts.
_NEEDED = {_JFIF, 0xDB, 0xC4, 0xDD, 0xC0, 0xC1, 0xC2, _SCAN}
_HEAD = 4
#: In the data of a scan, what is a marker and neither a stuffed byte nor a restart.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def is_bare_jpeg(content: bytes) -> bool:
    """Say whether every segment is needed to decode the picture, so that the file can be kept as it is."""
    if not content.startswith(_START) or not content.endswith(_END):
        return False
    place = len(_START)
    while content[place : place + 2] != _END:
        after = _after_segment(content, place)
        if after is None:
            return False
        place = after
    return place == len(content) - len(_END)


def _after_segment(content: bytes, place: int) -> int | None:
    """Return where the segment at `place`, and the scan behind it, is over; None when it is not needed or cut off."""
    head = content[place : place + _HEAD]
    if len(head) < _HEAD or head[0] != _END[0] or head[1] not in _NEEDED:
        return None
    if head[1] == _JFIF and not _is_plain_jfif(content, place):
        return None
    after = place + 2 + int.from_bytes(head[2:])
    if head[1] != _SCAN:
        return after
    marker = _MARKER.search(content, after)
    return marker.start() if marker else None


def _is_plain_jfif(content: bytes, place: int) -> bool:
    """A JFIF head may hold a small picture of its own: only one without it is plain."""
    return content[place + 2 : place + 9] == b"\x00\x10JFIF\x00"
