"""The outbox against a real SMTP server: once each, later, never, and who knows."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LINK_PLACE, LetterState
from biblionet_reg.extensions import db
from biblionet_reg.mail.postman import Mishap
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.services import links, outbox
from tests.conftest import make_app
from tests.post_office import post_office
from tests.reviewing import submission_in
from tests.submissions import LJUBICA


@pytest.fixture
def office():
    with post_office() as opened:
        yield opened


@pytest.fixture
def app(databases, tmp_path, office):
    made = make_app(tmp_path, databases.copy(tmp_path), **office.settings())
    yield made
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


def the_letter(session):
    session.expire_all()
    return session.scalars(select(Letter)).one()


def test_a_letter_arrives_in_both_bodies_with_a_link_that_opens_the_submission(session, edition, office):
    submission = submission_in(edition)

    assert outbox.deliver_due() == 1

    (arrived,) = office.letters
    letter = the_letter(session)
    assert (letter.state, letter.last_error) == (LetterState.SENT, "")
    assert arrived.get_all("Message-ID") == [letter.message_id]
    assert (arrived["Subject"], arrived["Content-Language"], arrived["Auto-Submitted"]) == (letter.subject, "sr", "auto-generated")
    assert arrived["To"].addresses[0].addr_spec == "ljubica@example.org"
    assert arrived["Reply-To"] == edition.contact_email
    text, html = (arrived.get_body(kind).get_content() for kind in (("plain",), ("html",)))
    address = next(word for word in text.split() if "/my/submission/" in word)
    assert address.startswith("http://localhost/sr/2020/my/submission/")
    assert address in html
    assert LINK_PLACE not in text + html
    assert links.submission_behind(address.rpartition("/")[2]) == submission


@pytest.mark.parametrize(
    "name", ["Ana Bcc: evil@example.org " + "x" * 60, "Ana <evil@example.org>, Petar" + " x" * 40, "Ана (рођ. <b>), в.д."]
)
def test_a_name_is_never_read_as_an_address(session, edition, office, name):
    submission_in(edition)
    the_letter(session).to_name = name
    session.commit()

    assert outbox.deliver_due() == 1

    (arrived,) = office.letters
    assert [address.addr_spec for address in arrived["To"].addresses] == ["ljubica@example.org"]


def test_what_is_sent_is_not_sent_again(session, edition, office):
    submission_in(edition)

    assert [outbox.deliver_due(), outbox.deliver_due()] == [1, 0]

    assert len(office.letters) == 1


def test_a_draft_and_a_letter_due_later_wait(session, edition, office):
    submission_in(edition)
    submission_in(edition)
    first, second = session.scalars(select(Letter).order_by(Letter.id))
    first.state = LetterState.DRAFT
    second.due_at = clock.now() + timedelta(minutes=1)
    session.commit()

    assert outbox.deliver_due() == 0

    assert office.letters == []


def test_a_permanent_refusal_fails_at_once(session, edition, office):
    submission_in(edition)
    office.answer_to_recipient = "550 No such person here"

    assert outbox.deliver_due() == 0

    letter = the_letter(session)
    assert (letter.state, letter.tries, letter.last_error) == (LetterState.FAILED, 1, "550 No such person here")


def test_a_refusal_of_the_content_fails_at_once(session, edition, office):
    submission_in(edition)
    office.answer_to_data = "554 We do not like it"

    outbox.deliver_due()

    assert (the_letter(session).state, the_letter(session).last_error) == (LetterState.FAILED, "554 We do not like it")


def test_a_passing_refusal_is_tried_again_later_and_later(session, edition, office):
    submission_in(edition)
    office.answer_to_recipient = "450 Come back later"
    waits = []

    for _try in range(3):
        session.execute(update(Letter).values(due_at=clock.now()))
        session.commit()
        outbox.deliver_due()
        waits.append(round((the_letter(session).due_at - clock.now()).total_seconds() / 60))

    letter = the_letter(session)
    assert (letter.state, letter.tries, letter.last_error) == (LetterState.QUEUED, 3, "450 Come back later")
    assert waits == [5, 10, 20]


def test_after_many_tries_a_letter_fails(session, edition, office):
    submission_in(edition)
    office.answer_to_recipient = "450 Come back later"

    for _try in range(8):
        session.execute(update(Letter).values(due_at=clock.now()))
        session.commit()
        outbox.deliver_due()

    assert (the_letter(session).state, the_letter(session).tries) == (LetterState.FAILED, 8)


def test_a_server_that_hangs_up_over_the_letter_leaves_it_uncertain(session, edition, office):
    submission_in(edition)
    office.hangs_up_on_data = True

    assert outbox.deliver_due() == 0

    assert the_letter(session).state is LetterState.UNCERTAIN
    assert outbox.deliver_due() == 0
    assert len(office.letters) == 1


def test_an_address_no_server_can_take_fails_and_holds_up_nobody(session, edition, office):
    from dataclasses import replace

    submission_in(edition, authors=(replace(LJUBICA, email="љубица@example.org"),))
    submission_in(edition)

    assert outbox.deliver_due() == 1

    states = session.scalars(select(Letter.state).order_by(Letter.id)).all()
    assert states == [LetterState.FAILED, LetterState.SENT]


def test_a_server_out_of_reach_ends_the_round(databases, tmp_path):
    app = make_app(tmp_path, databases.copy(tmp_path), MAIL_SERVER="127.0.0.1", MAIL_PORT="1")
    with app.app_context():
        edition = db.session.scalars(select(Edition)).one()
        submission_in(edition)
        submission_in(edition)

        assert outbox.deliver_due() == 0

        kept = db.session.execute(select(Letter.state, Letter.tries).order_by(Letter.id)).all()
        assert kept == [(LetterState.QUEUED, 1), (LetterState.QUEUED, 0)]
        db.session.remove()
        db.engine.dispose()


def test_a_letter_whose_sender_is_gone_becomes_uncertain(session, edition, office):
    submission_in(edition)
    session.execute(update(Letter).values(state=LetterState.SENDING, claimed_at=clock.now() - timedelta(minutes=16)))
    session.commit()

    assert outbox.deliver_due() == 0

    assert (the_letter(session).state, office.letters) == (LetterState.UNCERTAIN, [])


def test_a_letter_in_the_hands_of_a_living_sender_is_left_alone(session, edition, office):
    submission_in(edition)
    session.execute(update(Letter).values(state=LetterState.SENDING, claimed_at=clock.now() - timedelta(minutes=1)))
    session.commit()

    outbox.deliver_due()

    assert (the_letter(session).state, office.letters) == (LetterState.SENDING, [])


def test_a_server_that_slams_the_door_after_taking_the_letter_has_taken_it(session, edition, office):
    submission_in(edition)
    office.hangs_up_on_goodbye = True

    assert outbox.deliver_due() == 1

    assert (the_letter(session).state, len(office.letters)) == (LetterState.SENT, 1)


def test_a_sender_that_comes_back_late_does_not_undo_what_a_person_settled(app, session, edition, office):
    submission_in(edition)
    office.answer_to_data = "450 Come back later"

    def settle():
        with app.app_context():
            db.session.execute(update(Letter).values(state=LetterState.SENT, sent_at=clock.now()))
            db.session.commit()

    office.before_answer = settle

    outbox.deliver_due()

    assert (the_letter(session).state, the_letter(session).last_error) == (LetterState.SENT, "")


def test_a_letter_another_sender_claimed_is_left_to_it(session, edition, office):
    submission_in(edition)
    letter_id = the_letter(session).id
    outbox.deliver_due()

    assert outbox._deliver(letter_id) is Mishap.LATER

    assert len(office.letters) == 1


@pytest.mark.parametrize(("typed", "states"), [("secret", LetterState.SENT), ("wrong", LetterState.QUEUED)])
def test_a_server_that_wants_a_sign_in_gets_it(databases, tmp_path, typed, states):
    with post_office(password="secret") as office:
        app = make_app(tmp_path, databases.copy(tmp_path), **office.settings(), MAIL_USERNAME="office", MAIL_PASSWORD=typed)
        with app.app_context():
            submission_in(db.session.scalars(select(Edition)).one())

            outbox.deliver_due()

            assert the_letter(db.session).state is states
            db.session.remove()
            db.engine.dispose()


@pytest.mark.committed
def test_two_senders_send_each_letter_once(app, office):
    with app.app_context():
        edition = db.session.scalars(select(Edition)).one()
        for _paper in range(8):
            submission_in(edition)
        ids = set(db.session.scalars(select(Letter.message_id)))
    start, sent = threading.Barrier(3), []

    def send():
        with app.app_context():
            start.wait()
            sent.append(outbox.deliver_due())

    senders = [threading.Thread(target=send) for _sender in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    arrived = [letter["Message-ID"] for letter in office.letters]
    assert (sorted(arrived), sum(sent)) == (sorted(ids), 8)


def test_without_a_server_the_letter_is_a_file(databases, tmp_path):
    from email import message_from_bytes, policy

    app = make_app(tmp_path, databases.copy(tmp_path))
    with app.app_context():
        submission_in(db.session.scalars(select(Edition)).one())

        assert outbox.deliver_due() == 1

        (path,) = (tmp_path / "mail").iterdir()
        written = message_from_bytes(path.read_bytes(), policy=policy.default)
        letter = the_letter(db.session)
        assert (path.suffix, written["Message-ID"], written["Subject"]) == (".eml", letter.message_id, letter.subject)
        db.session.remove()
        db.engine.dispose()


def test_a_folder_that_cannot_be_written_is_tried_again(databases, tmp_path):
    app = make_app(tmp_path, databases.copy(tmp_path))
    (tmp_path / "mail").write_text("in the way")
    with app.app_context():
        submission_in(db.session.scalars(select(Edition)).one())

        assert outbox.deliver_due() == 0

        assert (the_letter(db.session).state, the_letter(db.session).tries) == (LetterState.QUEUED, 1)
        db.session.remove()
        db.engine.dispose()
