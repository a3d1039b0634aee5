"""Who of those that present a submission is registered for the meeting."""

from sqlalchemy import select

from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission


def registered(submission: Submission) -> set[int]:
    """Return the people among the presenters who have a live registration: the same name at the same address, nobody else."""
    presenters = [author.person_id for author in submission.authors if author.is_presenter and author.email]
    live = select(Registration.person_id).where(
        Registration.edition_id == submission.edition_id, Registration.state != RegistrationState.CANCELLED
    )
    return set(db.session.scalars(live.where(Registration.person_id.in_(presenters)))) if presenters else set()
