"""The form that asks for badges."""

from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.codes import CodeKind, read_code
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import LineField, RadioChoiceField

_CODE_LIMIT = 20


class BadgesForm(Form):
    """Sheet, language, and whose badge."""

    sheet = RadioChoiceField(_l("Badge sheet"), empty=_l("Choose the badge sheet"), wrong=_l("Choose the badge sheet from the list"))
    language = RadioChoiceField(_l("Language of the badges"), empty=_l("Choose the language"), wrong=_l("Choose a language from the list"))
    code = LineField(
        _l("Code of one registration"), limit=_CODE_LIMIT, too_long=_l("The code must be 20 characters or fewer"), is_text=False
    )

    def offer(self) -> "BadgesForm":
        """Fill in what may be chosen."""
        self.sheet.choices = [(sheet.value, sheet_name(sheet)) for sheet in Sheet]
        self.language.choices = [(lang.value, OWN_NAMES[lang]) for lang in Lang]
        return self

    @property
    def wanted_code(self) -> str | None:
        """The code as it is stored; what is none stays as typed; None for everybody."""
        typed = self.code.data
        return (read_code(typed, CodeKind.REGISTRATION) or typed) if typed else None


def sheet_name(sheet: Sheet) -> str:
    """Return how a sheet is called."""
    names = {
        Sheet.SINGLE: _("One badge a page, 85 × 54 mm"),
        Sheet.A4_2X5: _("A4, ten badges of 85 × 54 mm"),
        Sheet.A4_2X4: _("A4, eight larger badges"),
    }
    return names[sheet]
