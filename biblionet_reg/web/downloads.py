"""Handing out kept files: of the type we found in them, under a name every program can read, never kept on the way."""

from io import BytesIO
from urllib.parse import quote

from flask import Response, send_file

from biblionet_reg.domain.file_name import ascii_name, name_for
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.services import files


def attachment(row: StoredFile, name: str = "") -> Response:
    """Return the file `row` stands for, to be saved under `name`, else under its own in the reader's script."""
    answer = send_file(BytesIO(files.content_of(row)), mimetype=row.media_type, etag=False, max_age=0)
    if name:
        name_file(answer, "attachment", name, plain=row.name)
    else:
        name_file(answer, "attachment", name_for(row.name, current_lang()))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def name_file(answer: Response, disposition: str, name: str, plain: str = "") -> None:
    """Say how the file in `answer` is called: `plain` (else made of `name`) for old programs, `name` itself for the others (RFC 5987)."""
    plain = plain or ascii_name(name)
    real = {} if plain == name else {"filename*": f"UTF-8''{quote(name, safe='')}"}
    answer.headers.set("Content-Disposition", disposition, filename=plain, **real)
