"""Synthetic submissions: every subtopic has one in every state before any has a second."""

from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Subtopic
from biblionet_reg.models.submission import Author, Partner, Submission
from biblionet_reg.services import search_index, sort_keys
from biblionet_reg.services.demo.people import Character, as_its_bearer_writes
from biblionet_reg.services.demo.stage import DEMO, Stage
from biblionet_reg.services.demo.words import Pair, words

_S = SubmissionState
_STATES = (_S.ACCEPTED, _S.UNDER_REVIEW, _S.REJECTED, _S.SUBMITTED, _S.CHANGES_REQUESTED, _S.WITHDRAWN, _S.ACCEPTED)
_KINDS = (SubmissionKind.PAPER,) * 6 + (SubmissionKind.POSTER, SubmissionKind.PANEL, SubmissionKind.WORKSHOP)
_PERSONAL_AUTHORS = (1, 1, 2, 2, 3)
_ENGLISH_EVERY = 19
_SERBIAN_ONLY_EVERY = 5
_LATIN_EVERY = 7


def make_submissions(stage: Stage, count: int, cast: list[Character]) -> list[Submission]:
    """Add `count` submissions by people of the cast."""
    subtopics = stage.edition.subtopics
    made = [
        _submission(stage, number, subtopics[number % len(subtopics)], _STATES[number // len(subtopics) % len(_STATES)], cast)
        for number in range(count)
    ]
    db.session.add_all(made)
    db.session.flush()
    search_index.index_new(made)
    return made


def _submission(stage: Stage, number: int, subtopic: Subtopic, state: SubmissionState, cast: list[Character]) -> Submission:
    authors = stage.dice.sample(cast, min(stage.dice.choice(_PERSONAL_AUTHORS), len(cast)))
    submitted_at = stage.moment(stage.edition.call_opens_at)
    keywords = stage.dice.sample(words().keywords, 4)
    is_withdrawn = state is SubmissionState.WITHDRAWN
    submission = Submission(
        code=stage.code(CodeKind.SUBMISSION),
        edition_id=stage.edition.id,
        subtopic=subtopic,
        kind=_KINDS[number % len(_KINDS)],
        title=_title(stage, number, subtopic, authors[0]),
        abstract=_abstract(stage, number),
        keywords=LocalText(sr="; ".join(pair[0] for pair in keywords), en="; ".join(pair[1] for pair in keywords)),
        language=Lang.EN if number % _ENGLISH_EVERY == _ENGLISH_EVERY - 1 else stage.dice.choice((Lang.SR, Lang.SR, Lang.SR_LATN)),
        state=state,
        form_key=stage.key(),
        is_demo=True,
        submitted_at=submitted_at,
        updated_at=submitted_at,
        withdrawn_at=stage.now if is_withdrawn else None,
        withdrawn_by=DEMO if is_withdrawn else None,
        authors=[_author(position, one) for position, one in enumerate(authors, start=1)],
        partners=_partners(stage),
    )
    sort_keys.place_submission(submission)
    return submission


def _title(stage: Stage, number: int, subtopic: Subtopic, first: Character) -> LocalText:
    stock: tuple[Pair, ...] = words().presentations.get(subtopic.code) or tuple(
        pair for rows in words().presentations.values() for pair in rows
    )
    turn = number // len(stage.edition.subtopics)
    serbian, english = stock[turn % len(stock)]
    if turn >= len(stock):
        serbian, english = f"{serbian} – {first.library.place}", f"{english} – {to_latin(first.library.place)}"
    return LocalText(sr=_typed(number, serbian), en=english)


def _typed(number: int, serbian: str) -> str:
    """Some authors type Latin."""
    return to_latin(serbian) if number % _LATIN_EVERY == _LATIN_EVERY - 1 else serbian


def _abstract(stage: Stage, number: int) -> LocalText:
    chosen = [stage.dice.choice(group) for group in words().sentences]
    serbian = " ".join(pair[0] for pair in chosen)
    return LocalText(sr=_typed(number, serbian), en="" if number % _SERBIAN_ONLY_EVERY == 0 else " ".join(pair[1] for pair in chosen))


def _author(position: int, one: Character) -> Author:
    return Author(
        person=one.person,
        institution_id=one.library.id,
        position=position,
        given_name=one.person.given_name,
        family_name=one.person.family_name,
        other_given_name=one.name.other_given_name,
        other_family_name=one.name.other_family_name,
        email=one.person.email,
        institution_name=as_its_bearer_writes(one, one.library.name),
        institution_place=as_its_bearer_writes(one, one.library.place),
        institution_kind=InstitutionKind.LIBRARY,
        is_presenter=position == 1,
        is_corresponding=position == 1,
    )


def _partners(stage: Stage) -> list[Partner]:
    sectors = stage.dice.sample(stage.edition.sectors, min(stage.dice.choice((1, 1, 2, 3)), len(stage.edition.sectors)))
    stock = words().partners
    return [
        Partner(sector=sector, position=position, name=stage.dice.choice(stock.get(sector.code) or stock["culture"]))
        for position, sector in enumerate(sectors, start=1)
    ]
