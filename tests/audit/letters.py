"""The letters of every kind, composed from demonstration rows in each language."""

from collections.abc import Callable, Iterator

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.mail import decisions, registrations, submissions
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from tests.audit.ground import Ground

_STATES = {
    Outcome.ACCEPT: SubmissionState.ACCEPTED,
    Outcome.REJECT: SubmissionState.REJECTED,
    Outcome.CHANGES: SubmissionState.CHANGES_REQUESTED,
}


def letter_bodies(place: Ground) -> dict[str, str]:
    """Return the HTML body of every letter by name; nothing is kept or sent."""
    link = f"{place.house.base}/sr/2020/my/registration/{'Xy7' * 10}"
    with place.app.app_context():
        found = {
            f"{letter.kind.value}.{lang.value}": letter.html_body.replace(LINK_PLACE, link) for lang in Lang for letter in _letters(lang)
        }
        db.session.rollback()
    return found


def _letters(lang: Lang) -> Iterator[Letter]:
    about_people: list[Callable[[Registration], Letter]] = [registrations.registration_received, registrations.registration_changed]
    for compose in about_people:
        yield compose(_registration(lang, RegistrationState.CONFIRMED))
    yield registrations.registration_cancelled(_registration(lang, RegistrationState.CANCELLED))
    about_papers: list[Callable[[Submission], Letter]] = [submissions.submission_received, submissions.submission_changed]
    for tell in about_papers:
        yield tell(_submission(lang, SubmissionState.SUBMITTED))
    yield submissions.submission_withdrawn(_submission(lang, SubmissionState.WITHDRAWN))
    for outcome, state in _STATES.items():
        yield decisions.decision_letter(_decision(lang, outcome, state), comments=["Рад је јасан; допуните податке о броју корисника."])


def _registration(lang: Lang, state: RegistrationState) -> Registration:
    with db.session.no_autoflush:
        one = db.session.query(Registration).filter_by(state=state, is_demo=True).first()
        assert one is not None
        one.language = lang
    return one


def _submission(lang: Lang, state: SubmissionState) -> Submission:
    with db.session.no_autoflush:
        one = db.session.query(Submission).filter_by(state=state, is_demo=True).first()
        assert one is not None
        one.language = lang
    return one


def _decision(lang: Lang, outcome: Outcome, state: SubmissionState) -> Decision:
    submission = _submission(lang, state)
    with db.session.no_autoflush:
        one = db.session.query(Decision).filter_by(submission_id=submission.id, outcome=outcome).first()
        assert one is not None
        one.message = "Излагање траје најдуже петнаест минута.\nПитања су на крају сесије."
    return one
