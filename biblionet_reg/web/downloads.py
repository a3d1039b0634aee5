"""Handing out kept files: always as an attachment, of the type we found in them, never kept by browsers on the way."""

from io import BytesIO

from flask import Response, send_file

from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.services import files


def attachment(row: StoredFile) -> Response:
    """Return the file `row` stands for, under its own name in any script."""
    answer = send_file(
        BytesIO(files.content_of(row)), mimetype=row.media_type, as_attachment=True, download_name=row.name, etag=False, max_age=0
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
