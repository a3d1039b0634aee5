"""A walk through every page in every language: nobody meets a word in a language or a script that is not theirs.

Every link within the site is followed, from the front page, as everybody; of pages made by one view, a few. Forms are sent empty, so that
their errors are read too.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from biblionet_reg.documents.programme import programme_html
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE, LetterKind, LinkScope
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.extensions import db
from biblionet_reg.mail import registrations as registration_letters
from biblionet_reg.mail import submissions as submission_letters
from biblionet_reg.mail.decisions import decision_letter
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions, programme_versions
from biblionet_reg.services import badges, links
from biblionet_reg.services.demo import load as demo
from tests.documents.pdf import Pdf
from tests.pages import Browser
from tests.spoken import Piece, faults_in, pieces_of, pieces_of_letter

#: Of the pages that one view makes, so many are opened by whoever comes first, and one by each of the others.
MOST = 4
HTML, UNPROCESSABLE = "text/html", 422
#: A walk that reads less has lost its way.
LEAST_PIECES = 1500
#: What the postman puts in the place of the personal link.
LINK = "https://biblionet.example/my"


class Walk:
    """A walk in one language: what was read, and where it stood first."""

    def __init__(self, app: Flask, lang: Lang) -> None:
        self.lang = lang
        self.read: dict[Piece, str] = {}
        self._map = app.url_map.bind("localhost")
        self._opened: set[str] = set()

    def go(self, client: FlaskClient, start: str) -> None:
        """Follow every link from `start`, as whoever holds `client`."""
        waiting, seen, here = deque([start]), {start}, Counter[str]()
        while waiting:
            address = waiting.popleft()
            endpoint = self._endpoint(address)
            if endpoint is None or here[endpoint] >= (1 if endpoint in self._opened else MOST):
                continue
            here[endpoint] += 1
            answer = client.get(address)
            if answer.location:
                waiting.append(answer.location)
                continue
            if answer.mimetype != HTML:
                answer.close()
                continue
            self._look(answer.data, address)
            for link in self._links(answer.data, address):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
            if here[endpoint] == 1 and endpoint not in self._opened:
                self._send_empty(client, answer.data, address)
        self._opened |= set(here)

    def _endpoint(self, address: str, method: str = "GET") -> str | None:
        try:
            endpoint, _values = self._map.match(urlsplit(address).path, method=method)
        except (HTTPException, RequestRedirect):
            return None
        return str(endpoint) if endpoint != "static" else None

    def _links(self, page: bytes, address: str) -> Iterator[str]:
        for link in html.document_fromstring(page).xpath("//a/@href"):
            whole = urlsplit(urljoin(f"http://localhost{address}", link))
            if whole.netloc == "localhost" and whole.path.startswith(f"/{self.lang}/"):
                yield whole.path + (f"?{whole.query}" if whole.query else "")

    def _send_empty(self, client: FlaskClient, page: bytes, address: str) -> None:
        for form in html.document_fromstring(page).xpath("//main//form[@method='post']"):
            fields = form.xpath(".//input[not(@type='hidden')] | .//textarea | .//select")
            action = urlsplit(urljoin(address, form.get("action") or address)).path
            if fields and self._endpoint(action) is not None:
                hidden = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
                answer = client.post(action, data=hidden)
                if answer.status_code == UNPROCESSABLE:
                    self._look(answer.data, f"{action} sent empty")

    def _look(self, page: bytes, address: str) -> None:
        for piece in pieces_of(page):
            self.read.setdefault(piece, address)

    def faults(self) -> list[str]:
        """Return what is wrong, each with the page it stands on."""
        return [f"{address}: {fault}" for piece, address in self.read.items() for fault in faults_in([piece])]


@pytest.fixture
def demonstration(app: Flask, prepared: Callable[[Callable[[], object]], None]) -> Flask:
    prepared(load_demonstration)
    return app


def load_demonstration() -> None:
    edition = editions.by_slug("2020")
    assert edition is not None
    demo.load(edition, registrations=30, submissions=24, seed=2020)


def personal_links(app: Flask, lang: Lang) -> list[str]:
    """Return a personal link to a registration and to a submission of every state."""
    with app.app_context():
        people = {one.state: one.id for one in db.session.scalars(select(Registration))}
        papers = {one.state: one.id for one in db.session.scalars(select(Submission))}
        tokens = [("registration", links.mint(LinkScope.REGISTRATION, registration_id=number)) for number in people.values()]
        tokens += [("submission", links.mint(LinkScope.SUBMISSION, submission_id=number)) for number in papers.values()]
    return [f"/{lang}/2020/my/{noun}/{token}" for noun, token in tokens]


@pytest.mark.parametrize("lang", list(Lang))
def test_no_page_speaks_another_language_than_its_reader(demonstration: Flask, lang: Lang) -> None:
    walk = Walk(demonstration, lang)
    public = demonstration.test_client()

    walk.go(public, f"/{lang}/2020/")
    for link in personal_links(demonstration, lang):
        walk.go(public, link)
    for role in StaffRole:
        staff = Browser(demonstration).sign_in(f"{role}@example.org", [role])
        walk.go(staff.client, f"/{lang}/2020/organiser/")
        walk.go(staff.client, f"/{lang}/account/")

    assert len(walk.read) > LEAST_PIECES
    assert walk.faults() == []


def letters_in(lang: Lang) -> list[Letter]:
    """Return a letter of every kind, to somebody who reads `lang`."""
    registration = db.session.scalars(select(Registration)).first()
    papers = db.session.scalars(select(Submission)).all()
    decided = {one.outcome: one for one in db.session.scalars(select(Decision))}
    assert registration is not None
    assert set(decided) == set(Outcome)
    registration.language = lang
    for paper in papers:
        paper.language = lang
    about_people = (
        registration_letters.registration_received,
        registration_letters.registration_link,
        registration_letters.registration_changed,
        registration_letters.registration_cancelled,
    )
    about_papers = (
        submission_letters.submission_received,
        submission_letters.submission_link,
        submission_letters.submission_changed,
        submission_letters.submission_withdrawn,
    )
    letters = [compose(registration) for compose in about_people] + [compose(papers[0]) for compose in about_papers]
    return letters + [decision_letter(one, comments=[]) for one in decided.values()]


@pytest.mark.parametrize("lang", list(Lang))
def test_no_letter_speaks_another_language_than_its_reader(demonstration: Flask, lang: Lang) -> None:
    with demonstration.app_context():
        letters = letters_in(lang)
        pieces = [piece for one in letters for piece in pieces_of(one.html_body.replace(LINK_PLACE, LINK))]
        plain = [
            piece
            for one in letters
            for piece in pieces_of_letter(f"{one.subject}\n{one.text_body}".replace(LINK_PLACE, LINK), lang, one.kind)
        ]
        db.session.rollback()

    assert {one.kind for one in letters} == set(LetterKind)
    assert faults_in([*pieces, *plain]) == []


@pytest.mark.parametrize("lang", list(Lang))
def test_no_document_speaks_another_language_than_its_reader(demonstration: Flask, lang: Lang) -> None:
    with demonstration.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        version = programme_versions.latest(edition)
        assert version is not None
        timetable = programme_versions.published(version).timetable
        html = programme_html(timetable, edition=edition.facts(), lang=lang, version_name=version.name, published_at=version.published_at)

    assert faults_in(pieces_of(html)) == []


def test_latin_badges_have_no_cyrillic_letter(demonstration: Flask) -> None:
    with demonstration.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        made = badges.making(edition, sheet="a4-2x5", lang=Lang.SR_LATN)().content

    text = Pdf(made).text
    assert "UČESNIK" in text.upper()
    assert re.findall(r"[\u0400-\u04ff]+", text) == []
