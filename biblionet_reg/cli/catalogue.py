"""`flask catalogue …`: the message catalogues, of which Serbian Latin is derived."""

from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.message_files import (
    CatalogueFiles,
    SteadyCatalog,
    derived_latin,
    gathered,
    latin_of_message,
    mo_bytes,
    originals_of,
    po_bytes,
    renewed,
    translations_of,
)
from biblionet_reg.domain.message import faults_of, latin_faults_of

group = CommandGroup("catalogue", help="Message catalogues.")

_ROOT = Path(__file__).resolve().parent.parent.parent
_PLURAL_FORMS = 3


@group.command("update")
def update() -> None:
    """Gather the messages, keep their translations, derive Serbian Latin, compile both."""
    files = CatalogueFiles(_ROOT, "sr")
    serbian = renewed(files.read(), gathered(_ROOT))
    files.write(serbian)
    latin = CatalogueFiles(_ROOT, "sr_Latn")
    latin.write(derived_latin(serbian, latin.read_overrides()))
    missing = sum(not all(translations_of(message)) for message in serbian if message.id)
    click.echo(f"{len(serbian)} messages, {missing} of them not translated yet.")


@group.command("check")
def check() -> None:
    """Fail with a line for everything that is missing, left over, doubtful or not up to date."""
    serbian = CatalogueFiles(_ROOT, "sr").read()
    overrides = CatalogueFiles(_ROOT, "sr_Latn").read_overrides()
    faults = [*_message_faults(serbian, gathered(_ROOT)), *_override_faults(overrides, serbian), *_stale_files(serbian, overrides)]
    if faults:
        raise click.ClickException("\n".join([f"{len(faults)} faults in the message catalogues:", *faults]))
    click.echo("The message catalogues are complete.")


def _message_faults(serbian: Catalog, messages: Catalog) -> Iterator[str]:
    for message in messages:
        if not message.id:
            continue
        translated = serbian.get(message.id, message.context)
        if translated is None:
            yield _line(message, "is not in the catalogue (make messages)")
            continue
        if translated.fuzzy:
            yield _line(message, "is marked fuzzy")
        is_formatted = any(path.startswith("templates/") for path, _ in message.locations)
        found = faults_of(originals_of(message), translations_of(translated), plural_forms=_PLURAL_FORMS, is_formatted=is_formatted)
        yield from (_line(message, fault.value) for fault in found)
    for message in serbian:
        if message.id and messages.get(message.id, message.context) is None:
            yield _line(message, "is no longer used (make messages)")


def _override_faults(overrides: Catalog, serbian: Catalog) -> Iterator[str]:
    for given in overrides:
        if not given.id:
            continue
        message = serbian.get(given.id, given.context)
        if message is None:
            yield _line(given, "is given in sr_Latn/overrides.po, but is no message any more")
            continue
        if given.fuzzy:
            yield _line(given, "is marked fuzzy in sr_Latn/overrides.po")
        if translations_of(given) == latin_of_message(message):
            yield _line(given, "in sr_Latn/overrides.po is what is derived anyway")
        texts = translations_of(given)
        found = [*faults_of(originals_of(message), texts, plural_forms=_PLURAL_FORMS, is_formatted=False), *latin_faults_of(texts)]
        yield from (_line(given, f"in sr_Latn/overrides.po {fault.value}") for fault in found)


def _line(message: Message, fault: str) -> str:
    places = ", ".join(sorted({path for path, _ in message.locations}))
    return f"  “{originals_of(message)[0]}” {fault}" + (f": {places}" if places else "")


def _stale_files(serbian: SteadyCatalog, overrides: Catalog) -> Iterator[str]:
    for locale, catalog in (("sr", serbian), ("sr_Latn", derived_latin(serbian, overrides))):
        files = CatalogueFiles(_ROOT, locale)
        for path, content in ((files.po, po_bytes(catalog)), (files.mo, mo_bytes(catalog))):
            if not path.exists() or path.read_bytes() != content:
                yield f"  {locale}/{path.name} is not up to date (make messages)"
