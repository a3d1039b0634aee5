"""Words for what is wrong with an answer, a date, a file or the way of a letter: each says what to do."""

from enum import StrEnum
from typing import Any

from biblionet_reg.domain.delivery import DeliveryFault
from biblionet_reg.domain.edition_dates import DateFault
from biblionet_reg.domain.file_kind import FileFault
from biblionet_reg.domain.other_name import OtherNameFault
from biblionet_reg.domain.script_word import ScriptWordFault
from biblionet_reg.domain.submission_answers import KEYWORD_LENGTH, KEYWORDS_LIMIT, PARTNERS_LIMIT, TITLE_LIMIT, AnswerFault
from biblionet_reg.i18n import lazy_gettext as _l

FAULTS: tuple[tuple[StrEnum, Any], ...] = (
    (DateFault.ENDS_BEFORE_START, _l("The last day must not be before the first day")),
    (DateFault.TOO_MANY_DAYS, _l("The meeting must not last longer than a month")),
    (DateFault.CALL_CLOSES_BEFORE_OPENS, _l("The call must close after it opens")),
    (DateFault.CALL_CLOSES_AFTER_END, _l("The call must close before the meeting is over")),
    (DateFault.DECISIONS_BEFORE_CALL_CLOSES, _l("Decisions must not be due before the call closes")),
    (DateFault.DECISIONS_AFTER_END, _l("Decisions must be due before the meeting is over")),
    (DateFault.REGISTRATION_CLOSES_BEFORE_OPENS, _l("Registration must close after it opens")),
    (DateFault.REGISTRATION_CLOSES_AFTER_END, _l("Registration must close before the meeting is over")),
    (DeliveryFault.MAILBOX_FULL, _l("The recipient’s mailbox is full. Try again in a few days, or tell the recipient another way.")),
    (DeliveryFault.NO_SUCH_ADDRESS, _l("The mail server says that nobody has this address. Ask the recipient for the right one.")),
    (
        DeliveryFault.REFUSED,
        _l("The mail server refused the letter. Show what it said to whoever looks after your mail, then try again."),
    ),
    (
        DeliveryFault.NOT_TAKEN,
        _l("The mail server did not take the letter. Try again; if it fails again, show what it said to whoever looks after your mail."),
    ),
    (
        DeliveryFault.NOT_REACHED,
        _l("The mail server could not be reached. Try again; if it fails again, tell whoever looks after your mail."),
    ),
    (
        DeliveryFault.NOT_MAIL,
        _l("Mail cannot carry this letter, most often because of its address. Ask the recipient for another e-mail address."),
    ),
    (
        DeliveryFault.NOT_STORED,
        _l("No mail server is set, and the letter could not be kept as a file either. Tell whoever looks after this site, then try again."),
    ),
    (
        DeliveryFault.UNKNOWN,
        _l("The letter could not be handed over. Try again; if it fails again, tell whoever looks after this site."),
    ),
    (FileFault.EMPTY, _l("The file is empty. Choose another file.")),
    (FileFault.TOO_LARGE, _l("The file is too large. Choose a smaller file.")),
    (FileFault.KIND_NOT_TAKEN, _l("The file must be PDF, DOCX, ODT, PPTX or ODP. Save it as one of these and choose it again.")),
    (FileFault.NOT_AS_NAMED, _l("The file is not what its name says. Save it again as PDF, DOCX, ODT, PPTX or ODP, and choose it again.")),
    (FileFault.LOCKED, _l("The file is locked with a password. Save it without a password and choose it again.")),
    (FileFault.BROKEN, _l("The file is damaged, so nobody could open it. Save it again and choose it again.")),
    (FileFault.NOT_KEPT, _l("We keep a file for two weeks until the form is sent, and they are over. Choose the file again.")),
    (
        AnswerFault.TITLE_SR_MISSING,
        _l("Enter the title in Serbian. If you write in English only, enter the title and the abstract in English."),
    ),
    (AnswerFault.TITLE_EN_MISSING, _l("Enter the title in English too, because the abstract is in English")),
    (
        AnswerFault.ABSTRACT_SR_MISSING,
        _l("Enter the abstract in Serbian. If you write in English only, fill in the title and the abstract in English."),
    ),
    (AnswerFault.TITLE_TOO_LONG, _l("Title must be %(limit)s characters or fewer", limit=TITLE_LIMIT)),
    (AnswerFault.ABSTRACT_TOO_LONG, _l("Abstract is longer than the call allows")),
    (AnswerFault.KEYWORDS_TOO_MANY, _l("Enter %(limit)s keywords or fewer", limit=KEYWORDS_LIMIT)),
    (
        AnswerFault.KEYWORD_TOO_LONG,
        _l("A keyword must be %(limit)s characters or fewer. Put semicolons between keywords.", limit=KEYWORD_LENGTH),
    ),
    (AnswerFault.AUTHORS_MISSING, _l("Enter at least one author")),
    (AnswerFault.AUTHORS_TOO_MANY, _l("There are more authors than the call allows. Remove some of them.")),
    (AnswerFault.AUTHOR_TWICE, _l("The same author stands twice. Remove one of the two.")),
    (AnswerFault.PRESENTER_MISSING, _l("Mark at least one author who presents at the meeting")),
    (AnswerFault.CORRESPONDING_MISSING, _l("Choose the author who gets the letters")),
    (AnswerFault.CORRESPONDING_TWICE, _l("Choose only one author who gets the letters")),
    (AnswerFault.CORRESPONDING_EMAIL_MISSING, _l("Enter the e-mail address of the author who gets the letters")),
    (AnswerFault.PARTNERS_TOO_MANY, _l("Enter %(limit)s partners or fewer", limit=PARTNERS_LIMIT)),
    (AnswerFault.SUBTOPIC_UNKNOWN, _l("Choose one of the subtopics in the list")),
    (AnswerFault.SECTOR_UNKNOWN, _l("Choose a sector from the list")),
    (AnswerFault.OTHER_NAME_REFUSED, _l("The name of an author in the other script is not right: correct it or leave it empty")),
    (OtherNameFault.NOT_LATIN, _l("The name is typed in Cyrillic: write it here in Latin script, or leave this empty")),
    (OtherNameFault.NOT_CYRILLIC, _l("The name is typed in Latin script: write it here in Cyrillic, or leave this empty")),
    (OtherNameFault.GIVEN_NAME_MISSING, _l("Enter the given name in the other script too, because nothing can be suggested for it")),
    (OtherNameFault.FAMILY_NAME_MISSING, _l("Enter the family name in the other script too, because nothing can be suggested for it")),
    (ScriptWordFault.LATIN_MISSING, _l("Enter the word in Latin script")),
    (ScriptWordFault.LATIN_NOT_ONE_WORD, _l("A word with its own Cyrillic form must be one word, without blanks")),
    (ScriptWordFault.LATIN_WITH_BRACES, _l("The word in Latin script must have no braces")),
    (ScriptWordFault.LATIN_IN_CYRILLIC, _l("The word in Latin script holds a Cyrillic letter: type it again in Latin script")),
    (ScriptWordFault.LATIN_TOO_SHORT, _l("A word with its own Cyrillic form needs at least 2 letters")),
    (ScriptWordFault.CYRILLIC_MISSING, _l("Enter the Cyrillic form of the word")),
    (ScriptWordFault.CYRILLIC_NOT_ONE_WORD, _l("The Cyrillic form must be one word, without blanks and braces")),
    (ScriptWordFault.CYRILLIC_IN_LATIN, _l("The Cyrillic form holds a Latin letter: type it again in Cyrillic")),
    (ScriptWordFault.CYRILLIC_OF_PROTECTED, _l("A word that stays in Latin script has no Cyrillic form: leave it empty")),
)
