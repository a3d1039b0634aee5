"""The pictures of editions, each at an address that says what is in it: browsers keep it for good."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, current_app, request, url_for

from biblionet_reg.domain.picture import COVER_NARROW, PictureFormat, cover_name, emblem_letter_name, is_picture_name
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import pictures
from biblionet_reg.services import files
from biblionet_reg.web.access import public
from biblionet_reg.web.kept import kept_here
from biblionet_reg.web.revisits import FOR_GOOD

bp = Blueprint("pictures", __name__, url_prefix="/pictures")

#: Pictures a process keeps at hand, some 300 kB each at most: the storage may be far away.
_KEPT = 16
#: A picture opened by itself is only looked at: nothing in it runs, asks for anything, or belongs to this site.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@dataclass(frozen=True, slots=True)
class Cover:
    """The addresses of a cover, and the size that keeps its place free until it comes."""

    narrow: str
    wide: str
    shared: str
    width: int
    height: int

    @property
    def sources(self) -> str:
        """Return both widths as `srcset` names them."""
        return f"{self.narrow} {min(COVER_NARROW, self.width)}w, {self.wide} {self.width}w"


@bp.get("/<string(maxlength=50):stem>.<any(svg,png,jpg,webp):kind>")
@public
def picture(stem: str, kind: str) -> Response:
    """A picture that some edition shows; no other file can be had here."""
    name = f"{stem}.{kind}"
    row = pictures.by_name(name) if is_picture_name(name) else None
    if row is None:
        abort(404)
    answer = Response(mimetype=row.media_type)
    answer.headers["Cache-Control"] = FOR_GOOD
    answer.headers["Content-Security-Policy"] = _POLICY
    answer.set_etag(row.sha256)
    if request.if_none_match.contains(row.sha256):
        answer.status_code = 304
        return answer
    answer.set_data(_content(name, row))
    return answer


def emblem_address(edition: Edition | None) -> str:
    """Return the address of the edition's own emblem; empty without one."""
    return _address(edition.emblem) if edition is not None and edition.emblem else ""


def emblem_in_letters(edition: Edition) -> str:
    """Return the whole address of the emblem as letters show it; empty without one."""
    return f"{current_app.extensions['settings'].base_url}{bp.url_prefix}/{emblem_letter_name(edition.emblem)}" if edition.emblem else ""


def cover_of(edition: Edition | None) -> Cover | None:
    """Return the addresses of the edition's cover; None without one."""
    if edition is None or not edition.cover or not edition.cover_width or not edition.cover_height:
        return None
    mark, width = edition.cover, edition.cover_width
    return Cover(
        narrow=_address(cover_name(mark, min(COVER_NARROW, width))),
        wide=_address(cover_name(mark, width)),
        shared=_address(cover_name(mark, width, PictureFormat.JPEG)),
        width=width,
        height=edition.cover_height,
    )


def _address(name: str) -> str:
    stem, _, kind = name.partition(".")
    return url_for("pictures.picture", stem=stem, kind=kind)


def _content(name: str, row: StoredFile) -> bytes:
    """Return the bytes, from the storage the first time; a name never means other bytes."""
    return kept_here("pictures", _KEPT, name, lambda: files.content_of(row))
