"""Letters about a registration, in the three languages, and one followed from the post to its page."""

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE, LinkScope
from biblionet_reg.domain.picture import PictureUse
from biblionet_reg.domain.registration_answers import Needs
from biblionet_reg.extensions import db
from biblionet_reg.mail.registrations import registration_cancelled, registration_changed, registration_link, registration_received
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from biblionet_reg.services import edition_look, outbox, pictures, registrations
from tests.conftest import make_app
from tests.databases import Databases
from tests.drawing import svg
from tests.pages import Browser
from tests.post_office import post_office
from tests.registrations import NEEDS_CONSENT, answers

LETTERS = (registration_received, registration_link, registration_changed, registration_cancelled)


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def text(self) -> str:
        return " ".join(" ".join(self.found).split())


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_has_one_subject_line_and_two_bodies_that_say_the_same(
    session: scoped_session[Session], edition: Edition, lang: Lang, letter: type
) -> None:
    made = registrations.register(answers(language=lang, institution_name="Дом „Џ“ & <b>", badge_name="O’Brien <i>"), edition=edition)

    written = letter(made)

    name = "Љубица Ђорђевић" if lang is Lang.SR else "Ljubica Đorđević"
    assert (written.language, written.to_email, written.to_name) == (lang, "ljubica@example.org", name)
    assert written.subject
    assert "\n" not in written.subject
    assert f'<html lang="{lang.value}">' in written.html_body
    assert made.code in written.text_body
    html_words = _Words(written.html_body).text()
    for line in written.text_body.splitlines():
        assert " ".join(line.split()) in html_words or line == "-- "
    assert not re.search(r"\n{3}", written.text_body)
    assert "<b>" not in written.html_body
    assert not re.search(r"%\(|None|\{\{ |\[\]", written.text_body + html_words.replace(LINK_PLACE, ""))


@pytest.mark.parametrize("letter", [registration_received, registration_changed])
def test_a_letter_brings_the_link_and_all_that_was_registered_but_no_needs(
    session: scoped_session[Session], edition: Edition, letter: type
) -> None:
    made = registrations.register(
        answers(language=Lang.EN, professional_title="виши библиотекар", needs=Needs("без ораха"), consents=(NEEDS_CONSENT,)),
        edition=edition,
    )

    written = letter(made)

    assert (written.link_scope, written.text_body.count(LINK_PLACE), written.html_body.count(LINK_PLACE)) == (LinkScope.REGISTRATION, 1, 2)
    for fact in (
        "Ljubica Đorđević",
        "viši bibliotekar",
        "1–3\N{NO-BREAK SPACE}October 2020",
        "Thursday, 1\N{NO-BREAK SPACE}October 2020",
        "Lunch",
        "biblionet@example.org",
        "Vranje",
    ):
        assert fact in written.text_body
    assert "ораха" not in written.text_body
    assert "oraha" not in written.text_body


def test_the_link_sent_once_more_says_so_and_promises_no_date(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(language=Lang.EN), edition=edition)

    first, again = registration_received(made), registration_link(made)

    assert (first.subject, again.subject) == ("You are registered for BiblioNet 2020", f"Your personal link: registration {made.code}")
    assert ("You can change it until" in first.text_body, "You can change it until" in again.text_body) == (True, False)
    assert (again.kind, again.link_scope, again.text_body.count(LINK_PLACE)) == (first.kind, LinkScope.REGISTRATION, 1)


def test_a_cancellation_shows_the_way_back_and_no_link(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(language=Lang.SR_LATN), edition=edition)

    written = registration_cancelled(made)

    assert (written.link_scope, LINK_PLACE in written.text_body) == (None, False)
    assert "http://localhost/sr-Latn/2020/register" in written.text_body


def test_a_letter_goes_over_smtp_and_its_link_opens_the_registration(databases: Databases, tmp_path: Path) -> None:
    with post_office() as office:
        app = make_app(tmp_path, databases.copy(tmp_path), **office.settings())
        with app.app_context():
            edition = editions.by_slug("2020")
            assert edition is not None
            code = registrations.register(answers(language=Lang.EN, given_name="Seán", family_name="O’Brien"), edition=edition).code
            sent = outbox.deliver_due()
            db.session.remove()

    letter = office.letters[0]
    text = letter.get_body(("plain",)).get_content()
    address = re.search(r"http://localhost(/en/2020/my/registration/\S+)", text)
    assert address is not None
    page = Browser(app).get(address.group(1))

    assert (sent, len(office.letters)) == (1, 1)
    assert letter["Subject"] == "You are registered for BiblioNet 2020"
    assert address.group(1) in letter.get_body(("html",)).get_content()
    assert code in page.text
    assert "Seán O’Brien" in page.text
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(("given", "family"), [("Ágnes", "Nagy"), ("Ľubomír", "Štúr"), ("Margaret", "O’Neill")])
def test_a_letter_names_foreigners_as_they_write_themselves(
    session: scoped_session[Session], edition: Edition, lang: Lang, given: str, family: str
) -> None:
    made = registrations.register(answers(language=lang, given_name=given, family_name=family), edition=edition)

    written = registration_received(made)

    assert written.to_name == f"{given} {family}"
    assert f"{given} {family}" in written.text_body
    assert f"{given} {family}" in _Words(written.html_body).text()


def test_a_letter_has_the_emblem_of_its_edition_where_it_has_one(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)
    without = registration_received(made).html_body
    key = pictures.receive(PictureUse.EMBLEM, "sign.svg", BytesIO(svg())).upload_key
    edition_look.dress(edition, by="ana@example.org", kept={PictureUse.EMBLEM: key or ""})

    written = registration_received(made).html_body

    mark = (edition.emblem or "").removesuffix(".svg")
    picture = f'<img src="http://localhost/pictures/{mark}-letter.png" alt="" width="44" height="44"'
    assert (picture in written, 'aria-hidden="true"' in written) == (True, False)
    assert ("<img" in without, 'aria-hidden="true"' in without) == (False, True)
