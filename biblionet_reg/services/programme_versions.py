"""Publishing: the working programme frozen under a name, for good."""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.programme import NothingToPublish, VersionNameTaken
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeSession, ProgrammeVersion
from biblionet_reg.queries import programme
from biblionet_reg.services import audit, programme_files
from biblionet_reg.services.editions import refuse_when_closed
from biblionet_reg.services.transaction import transaction


def publish(edition: Edition, *, name: str, by: str, is_demo: bool = False) -> ProgrammeVersion:
    """Freeze the working programme as a public version; the PDFs are asked for with it."""
    with transaction() as session:
        refuse_when_closed(edition)
        session.execute(select(Edition.id).where(Edition.id == edition.id).with_for_update())
        sessions = programme.whole(edition)
        if not sessions:
            raise NothingToPublish
        version = ProgrammeVersion(
            edition_id=edition.id,
            number=_next_number(edition, name),
            name=name,
            content=programme.timetable(edition, sessions).as_dict(),
            is_demo=is_demo or any(_is_demo(block) for block in sessions),
            published_at=clock.now(),
            published_by=by,
        )
        _save(version)
        audit.record(
            "programme.published",
            by=by,
            edition=edition,
            subject_kind="programme_version",
            subject_code=str(version.number),
            details={"name": name},
        )
        programme_files.ask_for_all(edition, version.number, by=by)
    return version


def _next_number(edition: Edition, name: str) -> int:
    versions = select(ProgrammeVersion).where(ProgrammeVersion.edition_id == edition.id)
    if db.session.scalar(versions.where(ProgrammeVersion.name == name)) is not None:
        raise VersionNameTaken(name)
    return (db.session.scalar(versions.with_only_columns(func.max(ProgrammeVersion.number))) or 0) + 1


def _save(version: ProgrammeVersion) -> None:
    try:
        db.session.add(version)
        db.session.flush()
    except IntegrityError as error:
        raise VersionNameTaken(version.name) from error


def _is_demo(block: ProgrammeSession) -> bool:
    return block.is_demo or any(slot.submission is not None and slot.submission.is_demo for slot in block.slots)
