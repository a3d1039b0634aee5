"""The form of a word that an edition writes in its own way in the two scripts."""

from typing import Any

from biblionet_reg.domain.edition_limits import TEXT_LIMITS
from biblionet_reg.domain.edition_parts import ScriptWordEntry
from biblionet_reg.domain.script_word import ScriptWordKind, faults_of, seen_word
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.edition_part import PartForm
from biblionet_reg.web.forms.fields import LineField, RadioChoiceField, enum_choices
from biblionet_reg.wording import label


def _seen(value: Any) -> Any:
    return seen_word(value) if isinstance(value, str) else value


class WordForm(PartForm):
    """A word that is written in its own way in the two scripts."""

    latin = LineField(
        _l("The word in Latin script"),
        limit=TEXT_LIMITS["words.latin"],
        empty=_l("Enter the word in Latin script"),
        too_long=_l("The word must be %(limit)s characters or fewer", limit=TEXT_LIMITS["words.latin"]),
        description=_l(
            "The beginning of a word is enough when it has its own Cyrillic form: its endings follow by themselves."
            " What stays in Latin script may be several words, such as “open access”."
        ),
        render_kw={"lang": "sr-Latn"},
        is_text=False,
        filters=[_seen],
    )
    kind = RadioChoiceField(
        _l("On Cyrillic pages"), wrong=_l("Choose what happens to the word"), empty=_l("Choose what happens to the word")
    )
    cyrillic = LineField(
        _l("Its Cyrillic form"),
        limit=TEXT_LIMITS["words.cyrillic"],
        too_long=_l("The Cyrillic form must be %(limit)s characters or fewer", limit=TEXT_LIMITS["words.cyrillic"]),
        description=_l("Leave this empty when the word stays in Latin script."),
        render_kw={"lang": "sr"},
        is_text=False,
        filters=[_seen],
    )

    def offer(self, _edition: Edition) -> None:
        self.kind.choices = enum_choices(ScriptWordKind)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then the word as a whole."""
        if super().validate(extra_validators):
            for fault in faults_of(ScriptWordKind(self.kind.data), self.latin.data, self.cyrillic.data):
                self.add_error(fault.field, label(fault))
        return not self.errors

    def entry(self) -> ScriptWordEntry:
        return ScriptWordEntry(kind=ScriptWordKind(self.kind.data), latin=self.latin.data, cyrillic=self.cyrillic.data)
