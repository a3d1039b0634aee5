"""Staff accounts: roles given and taken, links spent, passwords set."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import LastAdministrator, StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount, StaffRoleGrant
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.letter import CapabilityLink
from biblionet_reg.queries import editions
from biblionet_reg.queries.accounts import roles_in
from biblionet_reg.services import accounts, links
from tests.reviewing import account_in, next_edition_of

PASSWORD = "ђурђевак и љиљан"


@pytest.fixture
def other_edition(edition):
    return next_edition_of(edition)


def test_the_same_role_twice_is_one_role_and_one_account(session, edition):
    first = account_in(edition, StaffRole.CHAIR, "Ana@Example.org")
    second = account_in(edition, StaffRole.CHAIR, " ana@example.ORG ")

    assert first is second
    assert session.scalars(select(StaffRoleGrant.role)).all() == [StaffRole.CHAIR]
    assert session.scalars(select(AuditEntry.action).where(AuditEntry.subject_kind == "account")).all() == ["account.role_given"]


def test_an_invited_person_gets_all_roles_and_a_link(session, edition):
    administrator = account_in(edition, StaffRole.ADMINISTRATOR)

    account, token = accounts.invite(
        "ana@example.org", name="Ана Ћурчић", roles=[StaffRole.DESK, StaffRole.REVIEWER], edition=edition, by=administrator
    )

    assert roles_in(account, edition) == [StaffRole.REVIEWER, StaffRole.DESK]
    assert accounts.spend_sign_in_link(token) is account


def test_no_link_is_handed_out_for_an_account_that_may_more_than_its_inviter(session, edition, other_edition):
    account_in(other_edition, StaffRole.ADMINISTRATOR, "boss@example.org")
    administrator = account_in(edition, StaffRole.ADMINISTRATOR)

    account, token = accounts.invite("boss@example.org", name="Boss", roles=[StaffRole.DESK], edition=edition, by=administrator)

    assert (roles_in(account, edition), token) == ([StaffRole.DESK], None)
    assert session.scalars(select(CapabilityLink)).all() == []


def test_a_link_opens_once(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)
    token = links.mint_sign_in(account)

    assert [accounts.spend_sign_in_link(token), accounts.spend_sign_in_link(token)] == [account, None]


def test_an_old_a_replaced_and_an_unknown_link_open_nothing(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)
    replaced, old = links.mint_sign_in(account), links.mint_sign_in(account)
    session.execute(update(CapabilityLink).values(expires_at=clock.now() - timedelta(seconds=1)))
    session.commit()

    assert [accounts.spend_sign_in_link(token) for token in (replaced, old, "unknown")] == [None, None, None]


def test_an_account_that_is_not_active_is_opened_by_neither_link_nor_password(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)
    accounts.set_password(account, PASSWORD, by=account.email)
    token = links.mint_sign_in(account)
    account.active = False
    session.commit()

    assert (accounts.spend_sign_in_link(token), accounts.with_password(account.email, PASSWORD)) == (None, None)


def test_a_password_opens_and_is_kept_as_argon2(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)
    before = account.fs_uniquifier

    accounts.set_password(account, PASSWORD, by=account.email)

    assert account.password.startswith("$argon2id$")
    assert account.fs_uniquifier != before
    assert accounts.with_password("REVIEWER@example.org", PASSWORD) is account
    assert accounts.with_password(account.email, PASSWORD + "!") is None
    assert accounts.with_password("nobody@example.org", PASSWORD) is None


def test_a_role_is_taken_back_and_with_the_last_one_the_links_go(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)
    token = links.mint_sign_in(account)

    removed = [accounts.remove_role(account, StaffRole.REVIEWER, edition=edition, by="test") for _press in range(2)]

    assert removed == [True, False]
    assert roles_in(account, edition) == []
    assert accounts.spend_sign_in_link(token) is None


def test_the_last_administrator_stays(session, edition):
    first, second = (account_in(edition, StaffRole.ADMINISTRATOR, address) for address in ("one@example.org", "two@example.org"))
    accounts.remove_role(first, StaffRole.ADMINISTRATOR, edition=edition, by="test")

    with pytest.raises(LastAdministrator):
        accounts.remove_role(second, StaffRole.ADMINISTRATOR, edition=edition, by="test")

    assert roles_in(second, edition) == [StaffRole.ADMINISTRATOR]


def test_an_administrator_of_another_edition_does_not_count(session, edition, other_edition):
    account_in(other_edition, StaffRole.ADMINISTRATOR, "elsewhere@example.org")
    only = account_in(edition, StaffRole.ADMINISTRATOR)

    with pytest.raises(LastAdministrator):
        accounts.remove_role(only, StaffRole.ADMINISTRATOR, edition=edition, by="test")


def test_the_language_is_kept(session, edition):
    account = account_in(edition, StaffRole.REVIEWER)

    accounts.set_language(account, Lang.EN)

    session.expire_all()
    assert session.scalars(select(StaffAccount.language)).one() is Lang.EN


@pytest.mark.committed
def test_inviting_the_same_person_twice_at_once_makes_one_account(app):
    start, faults = threading.Barrier(4), []

    def invite():
        with app.app_context():
            edition = editions.by_slug("2020")
            db.session.rollback()
            start.wait()
            try:
                accounts.grant_role("ana@example.org", name="Ана", role=StaffRole.DESK, edition=edition, by="test")
            except Exception as fault:  # noqa: BLE001 - every fault is gathered
                faults.append(fault)

    threads = [threading.Thread(target=invite) for _press in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with app.app_context():
        assert (faults, db.session.scalars(select(StaffRoleGrant.role)).all()) == ([], [StaffRole.DESK])
