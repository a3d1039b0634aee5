"""The published programme as a PDF, made in the background in every language."""

from typing import Any

from sqlalchemy import func, select

from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.picture import PictureUse
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.programme import ProgrammeVersion
from biblionet_reg.queries import programme_versions
from biblionet_reg.queries.programme_versions import Version
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.services import background
from biblionet_reg.services.background import Making, Product
from biblionet_reg.services.printed_pictures import master
from biblionet_reg.services.transaction import transaction
from biblionet_reg.shown.script_rules import spelling_by

_WORKER = "worker"


def ask_for_all(edition: Edition, number: int, *, by: str) -> None:
    """Ask for the PDF of a version in every language."""
    with transaction():
        for lang in Lang:
            background.ask_for(JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": number, "lang": lang.value}, by=by)


def ask_for_missing() -> int:
    """Ask for the PDFs of latest versions that nobody asked for yet; return how many were missing."""
    with transaction() as session:
        asked = {
            (job.edition_id, job.parameters["version"], job.parameters["lang"])
            for job in session.scalars(select(Job).where(Job.kind == JobKind.PROGRAMME_PDF))
        }
        newest = session.execute(
            select(ProgrammeVersion.edition_id, func.max(ProgrammeVersion.number)).group_by(ProgrammeVersion.edition_id)
        )
        missing = [
            (edition_id, number, lang) for edition_id, number in newest for lang in Lang if (edition_id, number, lang.value) not in asked
        ]
        for edition_id, number, lang in missing:
            edition = session.get_one(Edition, edition_id)
            background.ask_for(JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": number, "lang": lang.value}, by=_WORKER)
    return len(missing)


@background.maker(JobKind.PROGRAMME_PDF)
def prepare(edition: Edition, parameters: dict[str, Any]) -> Making:
    """Do a job: `version` is its number, `lang` the language."""
    version = programme_versions.by_number(edition, int(parameters["version"]))
    if version is None:
        message = f"no version {parameters['version']}"
        raise LookupError(message)
    return making(edition, version, Lang(parameters["lang"]))


def making(edition: Edition, version: Version, lang: Lang) -> Making:
    """Read what the PDF of `version` shows; return what makes it."""
    from biblionet_reg.documents.programme import CoverPictures, programme_pdf  # noqa: PLC0415 - the web worker never loads WeasyPrint

    timetable = programme_versions.published(version).timetable
    facts, rules = edition.facts(), rules_of(edition)
    pictures = CoverPictures(emblem=master(edition, PictureUse.EMBLEM), cover=master(edition, PictureUse.COVER))

    def make() -> Product:
        with spelling_by(lambda: rules):
            content = programme_pdf(
                timetable,
                edition=facts,
                lang=lang,
                version_name=version.name,
                published_at=version.published_at,
                is_demo=version.is_demo,
                pictures=pictures,
            )
        return Product(f"programme-{facts.slug}-v{version.number}-{lang.value}.pdf", "application/pdf", content)

    return make


def whole(edition: Edition, version: Version, lang: Lang) -> Product:
    """Make the PDF here and now (for the command line)."""
    with transaction():
        make = making(edition, version, lang)
    db.session.remove()
    return make()
