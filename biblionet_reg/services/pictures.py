"""The pictures of an edition: their files, and what the edition's row says of them. Inside the use-cases of editions."""

from typing import Any, BinaryIO

from biblionet_reg import clock
from biblionet_reg.domain.difference import Difference
from biblionet_reg.domain.picture import (
    COVER_BYTES,
    EMBLEM_BYTES,
    MEDIA_TYPES,
    Picture,
    PictureFault,
    PictureRefused,
    Pictures,
    PictureUse,
    emblem_name,
)
from biblionet_reg.domain.upload import safe_name
from biblionet_reg.extensions import db
from biblionet_reg.imports.cover import cover_renditions
from biblionet_reg.imports.edition_pictures import READERS
from biblionet_reg.imports.emblem import emblem_renditions
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import pictures
from biblionet_reg.services import files, uploads
from biblionet_reg.services.edition_loading import differences
from biblionet_reg.services.transaction import transaction

LIMITS = {PictureUse.EMBLEM: EMBLEM_BYTES, PictureUse.COVER: COVER_BYTES}
_RENDITIONS = {PictureUse.EMBLEM: emblem_renditions, PictureUse.COVER: cover_renditions}
_WORDS = ("cover_alt", "cover_credit")


def receive(use: PictureUse, name: str, stream: BinaryIO) -> StoredFile:
    """Keep the master of a picture whose form is not yet saved, under a new `upload_key`. Raises PictureRefused."""
    master = READERS[use](stream.read(LIMITS[use] + 1))
    return files.keep(master.content, name=safe_name(name), media_type=MEDIA_TYPES[master.format], upload_key=uploads.new_key())


def show(edition: Edition, use: PictureUse, master: Picture) -> list[Difference]:
    """Make the picture the edition's, in place of the one it had; return the difference."""
    before = mark_of(edition, use)
    if before == master.mark:
        return []
    _forget(edition, before)
    for rendition in _RENDITIONS[use](master):
        row = files.keep(rendition.content, name=rendition.name, media_type=rendition.media_type)
        row.edition_id, row.picture_name = edition.id, rendition.name
    _note(edition, use, master)
    return differences(use.value, before, master.mark)


def show_kept(edition: Edition, use: PictureUse, upload_key: str) -> list[Difference]:
    """Make the picture that came with a form the edition's. Raises PictureRefused."""
    row = uploads.pending(upload_key)
    if row is None:
        raise PictureRefused(use, PictureFault.NOT_KEPT)
    found = show(edition, use, READERS[use](files.content_of(row)))
    files.forget(row)
    return found


def put_aside(edition: Edition, use: PictureUse) -> str:
    """Take the picture from the edition; return the `upload_key` under which its master is kept for a while. Empty without one."""
    rows = pictures.of_edition(edition, mark_of(edition, use)) if mark_of(edition, use) else []
    _note(edition, use, None)
    for row in rows[1:]:
        files.forget(row)
    if not rows:
        return ""
    rows[0].edition_id = rows[0].picture_name = None
    rows[0].upload_key, rows[0].created_at = uploads.new_key(), clock.now()
    return rows[0].upload_key


def masters(edition: Edition) -> Pictures | None:
    """Return the pictures of the edition with the words of its cover, as its file says them; None when there is nothing."""
    found: dict[str, Any] = {use.value: _master(edition, use) for use in PictureUse if mark_of(edition, use)}
    words = {name: getattr(edition, name) for name in _WORDS if getattr(edition, name)}
    return Pictures(**found, **words) if found or words else None


def bring_together(edition: Edition, wanted: Pictures, *, dry_run: bool = False) -> list[Difference]:
    """Let the edition have these pictures and words and no others; return every difference. A dry run keeps no file."""
    found: list[Difference] = []
    for use in PictureUse:
        before, master = mark_of(edition, use), getattr(wanted, use.value)
        found += differences(use.value, before, master.mark if master else "")
        if master is not None and not dry_run:
            show(edition, use, master)
        elif before and not dry_run:
            _forget(edition, before)
            _note(edition, use, None)
    for name in _WORDS:
        found += differences(name, getattr(edition, name), getattr(wanted, name))
        setattr(edition, name, getattr(wanted, name))
    return found


def mark_of(edition: Edition, use: PictureUse) -> str:
    """Return the mark of the picture the edition has; empty without one."""
    name = edition.emblem if use is PictureUse.EMBLEM else edition.cover
    return (name or "").partition(".")[0]


def _note(edition: Edition, use: PictureUse, master: Picture | None) -> None:
    """Let the edition's row say which picture it has."""
    if use is PictureUse.EMBLEM:
        edition.emblem = emblem_name(master) if master else None
        edition.emblem_ground = master.ground if master else None
    else:
        edition.cover = master.mark if master else None
        edition.cover_width, edition.cover_height = (master.width, master.height) if master else (None, None)


def _master(edition: Edition, use: PictureUse) -> Picture:
    return READERS[use](files.content_of(pictures.of_edition(edition, mark_of(edition, use))[0]))


def _forget(edition: Edition, mark: str) -> None:
    with transaction():
        for row in pictures.of_edition(edition, mark) if mark else ():
            files.forget(row)
        db.session.flush()
