"""Why an emblem or a cover is not taken, and what to do."""

from biblionet_reg.domain.picture import PictureFault, PictureRefused, PictureUse
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l

_EITHER = {
    PictureFault.EMPTY: _l("The file is empty. Choose another file."),
    PictureFault.BROKEN: _l("The picture is damaged, so nobody could see it. Save it again and choose it again."),
    PictureFault.TOO_MANY_PIXELS: _l("The picture has more than 40 megapixels. Save it smaller and choose it again."),
    PictureFault.NOT_KEPT: _l("We keep a picture for two weeks until its page is saved, and they are over. Choose the picture again."),
}
_OF_EMBLEM = {
    PictureFault.TOO_LARGE: _l("The emblem is larger than 300 kB. Choose a smaller file."),
    PictureFault.KIND_NOT_TAKEN: _l("The emblem must be SVG, PNG or WebP. Save it as one of these and choose it again."),
    PictureFault.TOO_SMALL: _l("The emblem must have at least 256 pixels on its longer side. Choose a larger picture."),
    PictureFault.NO_SIZE: _l("The SVG does not say how large its drawing is. Save it with a size, and choose it again."),
    PictureFault.ENTITIES: _l(
        "The SVG holds abbreviations of its own (entities), which are not safe. Save it as a plain SVG and choose it again."
    ),
    PictureFault.TOO_INTRICATE: _l("The SVG has more parts than an emblem needs. Make it simpler, or save it as PNG."),
    PictureFault.SHOWS_NOTHING: _l(
        "Nothing can be seen of the emblem. Letters in an SVG have to be turned into outlines, and pictures in it are left out."
    ),
}
_OF_COVER = {
    PictureFault.TOO_LARGE: _l("The cover is larger than 8 MB. Choose a smaller file."),
    PictureFault.KIND_NOT_TAKEN: _l("The cover must be JPEG, PNG or WebP. Save it as one of these and choose it again."),
    PictureFault.TOO_SMALL: _l("The cover must be at least 1200 pixels wide. Choose a larger picture."),
    PictureFault.SHAPE: _l(
        "The cover must be at most twice as high as wide, and at most four times as wide as high. Crop it and choose it again."
    ),
}
_OF = {PictureUse.EMBLEM: _EITHER | _OF_EMBLEM, PictureUse.COVER: _EITHER | _OF_COVER}


def picture_refused(answer: PictureRefused) -> str:
    """Return the sentence for a picture that is not taken."""
    return str(_OF[answer.use].get(answer.fault) or _("This cannot be done now."))
