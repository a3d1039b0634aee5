"""The pictures of an edition for print: read from the storage before the long part of a job begins."""

from biblionet_reg.documents.assets import Picture
from biblionet_reg.domain.picture import PictureUse, emblem_print_name
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import pictures
from biblionet_reg.services import files
from biblionet_reg.services.pictures import mark_of

_NAMES = {PictureUse.EMBLEM: "own-emblem", PictureUse.COVER: "own-cover"}


def small_emblem(edition: Edition) -> Picture | None:
    """Return the emblem in pixels, which may stand on a thousand badges; None where the edition has none of its own."""
    if not edition.emblem:
        return None
    wanted = emblem_print_name(edition.emblem)
    row = next(row for row in pictures.of_edition(edition, mark_of(edition, PictureUse.EMBLEM)) if row.picture_name == wanted)
    return _picture(PictureUse.EMBLEM, row)


def master(edition: Edition, use: PictureUse) -> Picture | None:
    """Return the emblem or the cover as sharp as there is; None where the edition has none."""
    mark = mark_of(edition, use)
    return _picture(use, pictures.of_edition(edition, mark)[0]) if mark else None


def _picture(use: PictureUse, row: StoredFile) -> Picture:
    return Picture(_NAMES[use], row.media_type, files.content_of(row))
