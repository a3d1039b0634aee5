"""Badges: of everybody whose registration is confirmed, or of one person, made in the background."""

from collections.abc import Sequence
from typing import Any

from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.badge import NoBadges
from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import PersonName, say_badge
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.queries import badges
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.services import audit, background
from biblionet_reg.services.background import Making, Product
from biblionet_reg.services.printed_pictures import small_emblem
from biblionet_reg.services.transaction import transaction
from biblionet_reg.shown.script_rules import spelling_by


def ask_for(edition: Edition, *, sheet: str, lang: Lang, code: str | None = None, codes: Sequence[str] | None = None, by: str) -> Job:
    """Ask for a PDF of badges on `sheet`; of everybody, of the registration `code`, or of those chosen, `codes`. Raises NoBadges."""
    parameters = {"sheet": sheet, "lang": lang.value, "code": code} | ({} if codes is None else {"codes": list(codes)})
    with transaction():
        if not badges.confirmed_count(edition, _only(parameters)):
            raise NoBadges(code)
        job = background.ask_for(JobKind.BADGES_PDF, edition=edition, parameters=parameters, by=by)
        audit.record("badges.asked_for", by=by, edition=edition, subject_kind="job", subject_code=job.code, details=parameters)
    return job


@background.maker(JobKind.BADGES_PDF)
def prepare(edition: Edition, parameters: dict[str, Any]) -> Making:
    """Do a job: `sheet`, `lang`, and `code` (None for everybody) or `codes`."""
    return making(edition, sheet=parameters["sheet"], lang=Lang(parameters["lang"]), only=_only(parameters))


def making(edition: Edition, *, sheet: str, lang: Lang, only: Sequence[str] | None = None) -> Making:
    """Read whose badges are asked for; return what makes them."""
    from biblionet_reg.documents.badges import BadgeRow, badge_pdf  # noqa: PLC0415 - the web worker never loads WeasyPrint

    rows = [
        BadgeRow(
            code=row.code,
            name=say_badge(row.badge_name, row.other_badge_name, PersonName.of(row), lang).text,
            institution=row.institution_name,
            place=row.institution_place,
            role=row.role,
            is_demo=row.is_demo,
        )
        for row in badges.confirmed(edition, lang=lang, only=only)
    ]
    facts, rules, emblem = edition.facts(), rules_of(edition), small_emblem(edition)
    what = only[0] if only is not None and len(only) == 1 else sheet

    def make() -> Product:
        with spelling_by(lambda: rules):
            content = badge_pdf(rows, edition=facts, sheet=Sheet(sheet), lang=lang, emblem=emblem)
        return Product(f"badges-{facts.slug}-{what}-{lang.value}.pdf", "application/pdf", content)

    return make


def _only(parameters: dict[str, Any]) -> Sequence[str] | None:
    """Return the codes a job is for, None for everybody; an older job names one code at most."""
    code = parameters["code"]
    return [code] if code else parameters.get("codes")


def whole(edition: Edition, *, sheet: str, lang: Lang, by: str) -> Product:
    """Make the badges of everybody here and now (for the command line). Raises NoBadges."""
    with transaction():
        if not badges.confirmed_count(edition):
            raise NoBadges(None)
        make = making(edition, sheet=sheet, lang=lang)
        audit.record("badges.made", by=by, edition=edition, subject_kind="edition", subject_code=edition.slug, details={"sheet": sheet})
    db.session.remove()
    return make()
