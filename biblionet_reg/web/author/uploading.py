"""A file that is sent before its form is, so that the page can show how far it is."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from wtforms import HiddenField

from biblionet_reg import wording
from biblionet_reg.domain.file_kind import FileRefused
from biblionet_reg.services import uploads
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.submission_form import allow_large
from biblionet_reg.web.forms.base import EXPIRED, Form


class UploadForm(Form):
    """A file, in the place of the one kept under `upload_key`."""

    file = FileField()
    upload_key = HiddenField(default="")


@bp.post("/upload")
@keeps_answers
@public
def upload() -> ResponseReturnValue:
    """Keep the file and answer with what its page then shows of it, or with the sentence why it is not taken."""
    allow_large()
    form = UploadForm()
    if not form.validate() or not form.file.data:
        return _said(str(EXPIRED)), 400
    try:
        kept = uploads.receive(form.file.data.filename, form.file.data.stream, before_key=form.upload_key.data)
    except FileRefused as refusal:
        return _said(wording.refusal(refusal)), 422
    return render_template("author/submission/_file_kept.html", kept_file=kept, upload_key=kept.upload_key)


def _said(sentence: str) -> Response:
    return Response(sentence, mimetype="text/plain")
