"""Loading the demonstration: one transaction, refused where some is loaded already."""

from dataclasses import dataclass

from sqlalchemy import select

from biblionet_reg.domain.demo import DemoLoaded, NothingToPlay
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import audit, programme_versions
from biblionet_reg.services.demo import letters, reviews
from biblionet_reg.services.demo.people import make_people
from biblionet_reg.services.demo.programme import make_programme
from biblionet_reg.services.demo.registrations import make_registrations
from biblionet_reg.services.demo.stage import DEMO, set_stage
from biblionet_reg.services.demo.submissions import make_submissions
from biblionet_reg.services.transaction import transaction

DEFAULT_REGISTRATIONS = 96
DEFAULT_SUBMISSIONS = 77
_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class DemoCounts:
    """What was loaded."""

    registrations: int
    submissions: int
    presentations: int


def load(edition: Edition, *, registrations: int, submissions: int, seed: int) -> DemoCounts:
    """Load synthetic people and papers. Raises DemoLoaded, NothingToPlay."""
    with transaction():
        if edition.has_demo:
            raise DemoLoaded
        stage = set_stage(edition, seed)
        if not stage.libraries or not edition.subtopics:
            raise NothingToPlay
        cast = make_people(stage, max(registrations, submissions // 2, 1))
        staff = reviews.make_accounts(stage)
        papers = make_submissions(stage, submissions, cast)
        accepted = [paper for paper in papers if paper.state is SubmissionState.ACCEPTED]
        presenters = {author.person.id for paper in accepted for author in paper.authors if author.is_presenter}
        guests = make_registrations(stage, cast[:registrations], presenters)
        reviews.make_reviews(stage, papers, staff[StaffRole.REVIEWER])
        reviews.make_decisions(stage, papers, staff[StaffRole.CHAIR][0])
        letters.make_letters(stage, guests, papers, staff[StaffRole.CHAIR][0])
        if accepted:
            make_programme(stage, accepted)
            programme_versions.publish(edition, name=_VERSION, by=DEMO)
        edition.has_demo = True
        audit.record("demo.loaded", by=DEMO, edition=edition, subject_kind="edition", subject_code=edition.slug)
    return DemoCounts(registrations=len(guests), submissions=len(papers), presentations=len(accepted))


def demo_accounts(edition: Edition) -> list[tuple[StaffRole, StaffAccount]]:
    """Return one demonstration account for each role that has one."""
    addresses = {reviews.demo_email(role): role for role in StaffRole}
    found = db.session.scalars(select(StaffAccount).where(StaffAccount.email.in_(addresses), StaffAccount.is_demo))
    by_role = {addresses[account.email]: account for account in found if any(grant.edition_id == edition.id for grant in account.roles)}
    return [(role, by_role[role]) for role in StaffRole if role in by_role]
