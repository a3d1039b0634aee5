"""What the forms of an edition's lists share."""

from biblionet_reg.domain.edition_parts import PartEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.base import Form


class PartForm(Form):
    """A row of one of the lists."""

    def offer(self, edition: Edition) -> None:
        """Give closed choices their values."""

    def entry(self) -> PartEntry:
        """Return what the row should say."""
        raise NotImplementedError
