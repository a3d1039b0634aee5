"""Message catalogues as files: gathered from code and templates, written so that differences are calm."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from biblionet_reg.domain.message import latin_of

_METHODS = [("**.py", "python"), ("**.*", "jinja2.ext:babel_extract")]
_OPTIONS = {"**.*": {"silent": "false", "trimmed": "true"}}
_KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2),
    "_lp": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


class SteadyCatalog(Catalog):
    """A catalogue whose header names no dates, people or tools, so that its file changes only when a message does."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """Where the catalogue of one locale lies, in the project at `root`."""

    root: Path
    locale: str

    @property
    def po(self) -> Path:
        return self.root / "biblionet_reg" / "translations" / self.locale / "LC_MESSAGES" / "messages.po"

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")

    @property
    def overrides(self) -> Path:
        """What is given by hand in a catalogue that is derived."""
        return self.po.with_name("overrides.po")

    def read(self) -> SteadyCatalog:
        """Return the catalogue; an empty one when there is no file yet."""
        return _read(self.po, self.locale)

    def read_overrides(self) -> SteadyCatalog:
        """Return the messages given by hand; none when there is no file."""
        return _read(self.overrides, self.locale)

    def write(self, catalog: SteadyCatalog) -> None:
        """Write the catalogue and its compiled form."""
        self.po.parent.mkdir(parents=True, exist_ok=True)
        self.po.write_bytes(po_bytes(catalog))
        self.mo.write_bytes(mo_bytes(catalog))


def _read(path: Path, locale: str) -> SteadyCatalog:
    if not path.exists():
        return SteadyCatalog(locale=locale)
    with path.open("rb") as file:
        found = read_po(file, locale=locale, ignore_obsolete=True, abort_invalid=True)
    return renewed(found, found)


def gathered(root: Path) -> Catalog:
    """Return every message of the code and the templates of the project at `root`, with the files it stands in."""
    catalog = Catalog()
    for folder in ("biblionet_reg", "templates"):
        found = extract_from_dir(root / folder, _METHODS, _OPTIONS, _KEYWORDS, comment_tags=("Translators:",), directory_filter=_is_source)
        for path, _line, message, comments, context in found:
            catalog.add(message, None, [(f"{folder}/{path}", 0)], auto_comments=comments, context=context)
    return catalog


def _is_source(folder: str) -> bool:
    return Path(folder).name not in {"__pycache__", "translations", "data"}


def renewed(translated: Catalog, messages: Catalog) -> SteadyCatalog:
    """Return the catalogue with exactly `messages`, keeping the translations it has; nothing is guessed."""
    catalog = SteadyCatalog(locale=translated.locale, header_comment="", fuzzy=False)
    for message in _proper(messages):
        old = translated.get(message.id, message.context)
        catalog.add(
            message.id,
            old.string if old and old.pluralizable == message.pluralizable else None,
            sorted(set(message.locations)),
            flags=old.flags if old else (),
            auto_comments=message.auto_comments,
            user_comments=old.user_comments if old else (),
            context=message.context,
        )
    return catalog


def derived_latin(serbian: Catalog, overrides: Catalog) -> SteadyCatalog:
    """Return the Serbian catalogue in Latin script: what `overrides` gives by hand, all else transliterated."""
    catalog = SteadyCatalog(locale="sr_Latn", header_comment="", fuzzy=False)
    for message in _proper(serbian):
        by_hand = overrides.get(message.id, message.context)
        latin = translations_of(by_hand) if by_hand else latin_of_message(message)
        string = latin if message.pluralizable else latin[0]
        catalog.add(message.id, string, message.locations, flags=message.flags, context=message.context)
    return catalog


def latin_of_message(message: Message) -> tuple[str, ...]:
    """Return the translations of a Serbian message, transliterated."""
    return tuple(latin_of(text or "") for text in translations_of(message))


def originals_of(message: Message) -> tuple[str, ...]:
    """Return the message in English: one text, or singular and plural."""
    return tuple(message.id) if message.pluralizable else (str(message.id),)


def translations_of(message: Message) -> tuple[str, ...]:
    """Return its translations: one text, or every plural form."""
    return tuple(message.string or ()) if message.pluralizable else (str(message.string or ""),)


def _proper(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def po_bytes(catalog: SteadyCatalog) -> bytes:
    """Return the catalogue as text, sorted, without dates and line numbers."""
    file = BytesIO()
    write_po(file, catalog, width=0, sort_output=True, include_lineno=False)
    return file.getvalue().lstrip(b"#\n").rstrip(b"\n") + b"\n"


def mo_bytes(catalog: SteadyCatalog) -> bytes:
    """Return the compiled catalogue, the same bytes for the same messages; what is not translated stays English."""
    translated = SteadyCatalog(locale=catalog.locale_identifier)
    for message in _proper(catalog):
        if all(translations_of(message)):
            translated.add(message.id, message.string, context=message.context)
    file = BytesIO()
    write_mo(file, translated)
    return file.getvalue()
