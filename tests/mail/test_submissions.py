"""Letters about a submission: each in three languages, with its link, and nothing of a person's name lost."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE, LetterKind, LinkScope
from biblionet_reg.mail.submissions import submission_changed, submission_link, submission_received, submission_withdrawn
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import submissions, uploads
from biblionet_reg.services.transaction import transaction
from tests.submissions import LJUBICA, PDF, SEAN, answers

LETTERS = (submission_received, submission_link, submission_changed, submission_withdrawn)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("letter_of", LETTERS)
def test_a_letter_is_whole_in_every_language(session: scoped_session[Session], edition: Edition, letter_of, lang: Lang) -> None:
    upload_key = uploads.receive("рад <b>.pdf", BytesIO(PDF)).upload_key
    submission = submissions.submit(answers(language=lang, upload_key=upload_key), edition=edition)

    letter = letter_of(submission)

    assert (letter.language, letter.to_email, letter.link_scope) == (lang, "ljubica@example.org", LinkScope.SUBMISSION)
    assert letter.to_name == {Lang.SR: "Љубица Ђорђевић"}.get(lang, "Ljubica Đorđević")
    assert submission.code in letter.subject
    assert "\n" not in letter.subject
    for body in (letter.text_body, letter.html_body):
        assert LINK_PLACE in body
        assert {Lang.SR: "Читање у парку", Lang.SR_LATN: "Čitanje u parku", Lang.EN: "Reading in the park"}[lang] in body
        assert {Lang.SR: "Љубица Ђорђевић", Lang.SR_LATN: "Ljubica Đorđević", Lang.EN: "Ljubica Đorđević"}[lang] in body
        assert "%(" not in body
    assert f'<html lang="{lang.value}">' in letter.html_body
    assert "рад <b>.pdf" in letter.text_body
    assert "рад &lt;b&gt;.pdf" in letter.html_body
    assert not re.search(r"\n{3}", letter.text_body)


def test_a_name_with_markup_is_literal(session: scoped_session[Session], edition: Edition) -> None:
    author = replace(LJUBICA, given_name="<b>Ана</b>", family_name="О’Брајен 📚")
    submission = submissions.submit(answers(authors=(author, SEAN)), edition=edition)

    letter = submission_received(submission)

    assert "<b>Ана</b> О’Брајен 📚" in letter.text_body
    assert "&lt;b&gt;Ана&lt;/b&gt; О’Брајен 📚" in letter.html_body


def test_dates_stand_in_the_letter_only_where_the_edition_has_them(session: scoped_session[Session], edition: Edition) -> None:
    submission = submissions.submit(answers(language=Lang.EN), edition=edition)
    with_dates = submission_received(submission).text_body
    with transaction():
        edition.call_closes_at = edition.decisions_due_on = None

    without_dates = submission_received(submission).text_body

    assert "31\N{NO-BREAK SPACE}August 2020" in with_dates
    assert "10\N{NO-BREAK SPACE}September 2020" in with_dates
    assert "2020 at" not in without_dates
    assert "September" not in without_dates


def test_the_link_sent_once_more_says_so_and_promises_no_date(session: scoped_session[Session], edition: Edition) -> None:
    submission = submissions.submit(answers(language=Lang.EN), edition=edition)

    letter = submission_link(submission)

    assert (letter.kind, letter.subject) == (LetterKind.SUBMISSION_RECEIVED, f"Your personal link: submission {submission.code}")
    assert "once more" in letter.text_body
    assert "2020 at" not in letter.text_body
    assert "September" not in letter.text_body


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ((LJUBICA,), "so the author’s name is written in both."),
        ((LJUBICA, replace(LJUBICA, given_name="Ана", is_corresponding=False)), "so the authors’ names are written in both."),
        ((LJUBICA, SEAN), "Names that have two forms here are written in both, the others stay as they are."),
        ((replace(SEAN, email="s@example.org", is_presenter=True, is_corresponding=True),), "The author’s name stays as it is in both;"),
    ],
)
def test_what_is_said_of_two_scripts_is_true_of_the_authors(session: scoped_session[Session], edition: Edition, authors, said: str) -> None:
    submission = submissions.submit(answers(language=Lang.EN, authors=authors), edition=edition)

    letters = [submission_received(submission), submission_changed(submission)]

    assert [(letter.text_body.count("Programmes come in"), said in letter.text_body) for letter in letters] == [(1, True), (1, True)]


def test_letters_go_to_the_author_who_was_chosen(session: scoped_session[Session], edition: Edition) -> None:
    sean = replace(SEAN, email="sean@example.org", is_corresponding=True)
    submission = submissions.submit(answers(authors=(replace(LJUBICA, is_corresponding=False), sean)), edition=edition)

    letter = submission_received(submission)

    assert (letter.to_name, letter.to_email, letter.kind) == ("Seán O’Brien", "sean@example.org", LetterKind.SUBMISSION_RECEIVED)
