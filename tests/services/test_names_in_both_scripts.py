"""A name as typed and its other form, from the answers to letters, badges and the programme."""

from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from flask import Flask, current_app
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.other_name import OtherNameFault, OtherNameRefused
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.submission_answers import AnswerFault, AnswersRefused, AuthorAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import Timetable
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import programme_versions
from biblionet_reg.services import badges, outbox, programme_files, registrations, submissions
from biblionet_reg.services.programme_versions import publish
from tests.documents.pdf import Pdf
from tests.factories import make_block, make_slot
from tests.names import CAST, ENGLISH, HUNGARIAN, LATIN, SLOVAK, TOLD, Reads
from tests.registrations import answers
from tests.submissions import LJUBICA
from tests.submissions import answers as paper


def _register(edition: Edition, person: Reads, **more: object) -> Registration:
    name = {part: getattr(person.name, part) for part in PersonName.__dataclass_fields__}
    address = f"{CAST.index(person)}@example.org"
    return registrations.register(answers(**name, email=address, **more), edition=edition)


def _author(person: Reads) -> AuthorAnswers:
    name = {part: getattr(person.name, part) for part in PersonName.__dataclass_fields__}
    return AuthorAnswers(**name, institution_name="Narodna biblioteka", institution_place="Užice", is_presenter=True)


def _letters_in(app: Flask) -> list[str]:
    found = sorted(Path(app.extensions["settings"].data_dir, "mail").glob("*.eml"))
    return [BytesParser(policy=policy.default).parsebytes(path.read_bytes()).get_body(("plain",)).get_content() for path in found]


def test_other_form_is_kept_as_told_and_shown(session: scoped_session[Session], edition: Edition) -> None:
    made = _register(edition, TOLD, other_badge_name="Djole")

    kept = (made.given_name, made.family_name, made.other_given_name, made.other_family_name, made.badge_name, made.other_badge_name)
    assert kept == ("Ђорђе", "Чолић", "Djordje", "Cholich", "Ђорђе Чолић", "Djole")


def test_correcting_the_other_form_is_a_change_with_a_letter(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(form_key="0" * 36), edition=edition)
    received = outbox.deliver_due()

    registrations.change(made, answers(form_key="0" * 36, other_given_name="Ljubitsa"))

    assert (received, made.other_given_name, outbox.deliver_due()) == (1, "Ljubitsa", 1)


def test_other_form_in_the_same_script_is_refused_by_every_caller(session: scoped_session[Session], edition: Edition) -> None:
    with pytest.raises(OtherNameRefused) as refused:
        registrations.register(answers(other_given_name="Љубица"), edition=edition)
    with pytest.raises(AnswersRefused) as faults:
        submissions.submit(paper(authors=(AuthorAnswers(**{**_fields(LJUBICA), "other_given_name": "Љубица"}),)), edition=edition)

    assert (refused.value.field, refused.value.fault) == ("other_given_name", OtherNameFault.NOT_LATIN)
    assert faults.value.faults == (AnswerFault.OTHER_NAME_REFUSED,)


def _fields(author: AuthorAnswers) -> dict[str, object]:
    return {name: getattr(author, name) for name in AuthorAnswers.__dataclass_fields__}


@pytest.mark.parametrize("lang", list(Lang))
def test_letters_name_people_in_the_language_they_are_written_in(
    app: Flask, session: scoped_session[Session], edition: Edition, lang: Lang
) -> None:
    for person in CAST:
        _register(edition, person, language=lang)
    outbox.deliver_due()

    letters = {text: person for person in CAST for text in _letters_in(app) if person.in_language(lang) in text}

    assert sorted(person.latin for person in letters.values()) == sorted(person.latin for person in CAST)
    for text, person in letters.items():
        other = person.latin if lang is Lang.SR else person.cyrillic
        both = f"{person.in_language(lang)} / {other}" if other != person.in_language(lang) else person.latin
        assert [line.endswith(f": {both}") for line in text.splitlines()].count(True) >= len(["name", "badge"]), text


@pytest.mark.parametrize("lang", list(Lang))
def test_badges_name_people_in_the_language_they_are_printed_in(session: scoped_session[Session], edition: Edition, lang: Lang) -> None:
    for person in CAST:
        _register(edition, person)

    text = Pdf(badges.making(edition, sheet="a4-2x5", lang=lang)().content).text

    assert [person.in_language(lang) for person in CAST if person.in_language(lang) not in text] == []
    assert [person.cyrillic for person in CAST if lang is not Lang.SR and person.cyrillic != person.latin and person.cyrillic in text] == []


@pytest.fixture
def published(session: scoped_session[Session], edition: Edition) -> Submission:
    authors = (LJUBICA, *(_author(person) for person in CAST))
    made = submissions.submit(
        paper(authors=authors, title=LocalText(sr="Knjige i ljudi u programu COBISS", en="Books and people")), edition=edition
    )
    submissions.move(made, SubmissionState.ACCEPTED, by="test")
    make_slot(make_block(edition), made, "10:00")
    publish(edition, name="1.0", by="test")
    return made


@pytest.mark.parametrize("lang", list(Lang))
def test_programme_names_authors_in_the_language_it_is_printed_in(edition: Edition, published: Submission, lang: Lang) -> None:
    version = programme_versions.latest(edition)
    assert version is not None

    text = Pdf(programme_files.making(edition, version, lang)().content).text

    assert [person.in_language(lang) for person in CAST if person.in_language(lang) not in text] == []
    assert ("Народна библиотека, Ужице" if lang is Lang.SR else "Narodna biblioteka, Užice") in text
    assert {Lang.SR: "Књиге и људи у програму COBISS", Lang.SR_LATN: "Knjige i ljudi u programu COBISS", Lang.EN: "Books and people"}[
        lang
    ] in text


def test_published_version_keeps_both_forms_whatever_is_corrected_later(edition: Edition, published: Submission) -> None:
    told = next(author for author in published.authors if author.other_given_name == "Djordje")
    told.other_given_name = "Georges"
    current_app.extensions.pop("biblionet_published", None)

    version = programme_versions.latest(edition)
    assert version is not None
    authors = programme_versions.published(version).presentations[published.code].item.authors

    assert [PersonName.of(author) for author in authors] == [PersonName("Љубица", "Ђорђевић"), *(person.name for person in CAST)]


def test_version_published_before_names_had_two_forms_still_shows(edition: Edition, published: Submission) -> None:
    version = programme_versions.latest(edition)
    assert version is not None
    content = programme_versions.published(version).timetable.as_dict()
    for item in (item for day in content["days"] for block in day["sessions"] for item in block["items"]):
        for author in item["authors"]:
            del author["other_given_name"], author["other_family_name"]

    authors = Timetable.from_dict(content).presentations()[0].authors

    assert {PersonName.of(author) for author in authors} >= {HUNGARIAN.name, ENGLISH.name, LATIN.name, PersonName("Mária", "Kováčová")}
    assert SLOVAK.name not in {PersonName.of(author) for author in authors}
