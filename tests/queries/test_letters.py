"""The outbox as people see it."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select

from biblionet_reg.domain.letter import LetterKind, LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries.letters import LetterFilter, by_code, letter_list
from biblionet_reg.services import decisions
from tests.reviewing import account_in, submission_in
from tests.statements import statements
from tests.submissions import LJUBICA


@pytest.fixture
def chair(edition):
    return account_in(edition, StaffRole.CHAIR)


def kinds(edition, chair, **chosen):
    return [row.kind for row in letter_list(edition, LetterFilter(**chosen), reader=chair).page.rows]


def test_filters_and_counts(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)

    listed = letter_list(edition, LetterFilter(state=LetterState.DRAFT), reader=chair)

    assert [(row.kind, row.to_email) for row in listed.page.rows] == [(LetterKind.SUBMISSION_ACCEPTED, "ljubica@example.org")]
    assert listed.by_state == {LetterState.DRAFT: 1, LetterState.QUEUED: 1}
    assert kinds(edition, chair) == [LetterKind.SUBMISSION_ACCEPTED, LetterKind.SUBMISSION_RECEIVED]
    assert kinds(edition, chair, kind=LetterKind.SUBMISSION_RECEIVED) == [LetterKind.SUBMISSION_RECEIVED]
    assert kinds(edition, chair, kind=LetterKind.SUBMISSION_REJECTED) == []


@pytest.mark.parametrize("words", ["ljubica@example.org", "LJUBICA", "Ђорђевић", "djordjevic ljubica", "{code}"])
def test_words_find_the_address_the_name_and_the_code(session, edition, chair, words):
    submission = submission_in(edition)
    submission_in(
        edition,
        title=LocalText(sr="Друго", en="Else"),
        authors=(replace(LJUBICA, given_name="Ана", family_name="Марић", email="ana@x.rs"),),
    )

    found = letter_list(edition, LetterFilter(words=words.format(code=submission.code)), reader=chair).page.rows

    assert [row.to_email for row in found] == ["ljubica@example.org"]


def test_a_drafted_decision_on_ones_own_paper_is_not_shown_but_what_was_sent_is(session, edition, chair):
    author = account_in(edition, StaffRole.CHAIR, "ljubica@example.org")
    submission = submission_in(edition)
    letter = decisions.decide(submission, Outcome.REJECT, chair=chair).letter

    before = kinds(edition, author), by_code(edition, UUID(letter.code), reader=author)
    decisions.release(submission, chair=chair)
    after = kinds(edition, author), by_code(edition, UUID(letter.code), reader=author)

    assert before == ([LetterKind.SUBMISSION_RECEIVED], None)
    assert after == ([LetterKind.SUBMISSION_REJECTED, LetterKind.SUBMISSION_RECEIVED], letter)


def test_a_letter_is_found_by_its_code_only(session, edition, chair):
    submission_in(edition)
    (row,) = letter_list(edition, LetterFilter(), reader=chair).page.rows

    assert by_code(edition, UUID(row.code), reader=chair).code == row.code
    assert by_code(edition, uuid4(), reader=chair) is None


@pytest.mark.parametrize("host", ["a.example", "localhost", "127.0.0.1", "zzz.example", "xn--80aqafebmeuj.xn--90a3ac"])
def test_a_letter_is_found_whatever_the_host_was_when_it_was_written(session, edition, chair, host):
    submission_in(edition)
    letter = session.scalar(select(Letter))
    code = UUID(letter.code)
    letter.message_id = f"<{code}@{host}>"
    session.flush()

    assert by_code(edition, code, reader=chair) is letter
    assert by_code(edition, UUID(int=code.int ^ 1), reader=chair) is None


def test_a_letter_is_found_by_an_index(session, edition, chair):
    asked = []
    event.listen(
        db.engine, "before_cursor_execute", lambda _conn, _cursor, statement, parameters, *_rest: asked.append((statement, parameters))
    )
    by_code(edition, uuid4(), reader=chair)
    (letter_wanted,) = (one for one in asked if "FROM letter" in one[0])

    plan = _plan(session.connection(), *letter_wanted)

    assert "message_id>? AND message_id<?" in plan or "Index Cond: (((message_id)::text >= " in plan


def _plan(connection, statement, parameters):
    """Return how the database would run it; PostgreSQL, which reads a small table whole, is told not to."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        return "\n".join(step for (step,) in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters))
    return "\n".join(step for *_numbers, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))


@pytest.mark.parametrize("letters", [1, 3])
def test_the_list_takes_two_statements_and_a_search_one_more(app, session, edition, chair, letters):
    for _number in range(letters):
        submission_in(edition)
    session.commit()
    _warm = (edition.id, chair.email)

    with statements(app) as plain:
        letter_list(edition, LetterFilter(), reader=chair)
    with statements(app) as searched:
        letter_list(edition, LetterFilter(words="ljubica"), reader=chair)

    assert (len(plain), len(searched)) == (2, 3)
