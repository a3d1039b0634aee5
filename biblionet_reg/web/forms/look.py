"""The form of how an edition looks. A picture that was sent is kept while another answer is put right."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import HiddenField

from biblionet_reg.domain.edition_limits import TEXT_LIMITS
from biblionet_reg.domain.picture import PictureFault, PictureRefused, PictureUse
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.services import pictures, uploads
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import TintField, local_text


class LookForm(Form):
    """Colour, emblem, cover and the words of the cover."""

    colour = TintField(
        _l("Colour of the edition"),
        wrong=_l("Enter the colour as # and six signs from 0 to 9 and a to f, such as #7a1f3d"),
        description=_l(
            "It colours the pages, the letters, the programme and the badges. Where it would be hard to read, it is made darker or lighter."
        ),
    )
    emblem = FileField(_l("Choose an emblem"))
    emblem_key = HiddenField(default="")
    cover = FileField(_l("Choose a cover"))
    cover_key = HiddenField(default="")
    cover_alt = local_text(
        _l("What the cover shows"),
        limit=TEXT_LIMITS["cover_alt"],
        too_long=_l("The text about the cover must be %(limit)s characters or fewer", limit=TEXT_LIMITS["cover_alt"]),
        hint=_l("One sentence for people who do not see the picture. A cover needs it in Serbian."),
    )
    cover_credit = local_text(
        _l("Who made the cover"),
        limit=TEXT_LIMITS["cover_credit"],
        too_long=_l("The name under the cover must be %(limit)s characters or fewer", limit=TEXT_LIMITS["cover_credit"]),
        hint=_l("It appears on the picture, for example: Photo: Ana Anić."),
    )

    @classmethod
    def of(cls, edition: Edition) -> "LookForm":
        """Return the form as the edition is, or as it was sent, with the pictures that came along kept."""
        form = cls(data={name: getattr(edition, name) for name in ("colour", "cover_alt", "cover_credit")})
        form.has_cover = edition.cover is not None
        form.kept = {use: row for use in PictureUse if (row := form._keep(use)) is not None}
        form.cover_alt.form.sr.flags.required = form.has_cover or PictureUse.COVER in form.kept
        return form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_cover = False
        self.kept: dict[PictureUse, StoredFile] = {}
        self.refusals: list[PictureRefused] = []

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Tell of pictures that are not taken, too; a cover needs its words."""
        super().validate(*args, **kwargs)
        for refusal in self.refusals:
            self.refuse(refusal)
        words = self.cover_alt.form.sr
        if words.flags.required and not words.data and not words.errors:
            words.errors = [_("Enter in Serbian what the cover shows")]
        return not self.errors

    def kept_keys(self) -> dict[PictureUse, str]:
        """Return the keys of the pictures that came with the form."""
        return {use: row.upload_key or "" for use, row in self.kept.items()}

    def _keep(self, use: PictureUse) -> StoredFile | None:
        """Return the picture this form brought now, or before."""
        sent, key = self[use.value].data, self[f"{use.value}_key"]
        before = uploads.pending(key.data or "")
        if not sent:
            if key.data and before is None:
                key.data = ""
                self.refusals.append(PictureRefused(use, PictureFault.NOT_KEPT))
            return before
        try:
            kept = pictures.receive(use, sent.filename, sent.stream)
        except PictureRefused as refusal:
            self.refusals.append(refusal)
            return before
        uploads.discard(key.data or "")
        key.data = kept.upload_key
        return kept
