"""The letters that tell a decision: three kinds, three languages, two bodies."""

import re
from html import escape

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LINK_PLACE, LetterKind, LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import speaking
from biblionet_reg.services import decisions
from biblionet_reg.services.reviews import save_review
from biblionet_reg.wording import label
from tests.reviewing import account_in, opinion, submission_in

TITLES = {Lang.SR: "Читање у парку", Lang.SR_LATN: "Čitanje u parku", Lang.EN: "Reading in the park"}


def letter_of(edition, outcome, lang=Lang.SR, **changes):
    submission = submission_in(edition, language=lang)
    return decisions.decide(submission, outcome, chair=account_in(edition, StaffRole.CHAIR), **changes).letter


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("outcome", Outcome)
def test_the_letter_is_whole_in_the_language_of_its_author(edition, session, outcome, lang):
    letter = letter_of(edition, outcome, lang, message="Ово каже одбор: <b>& „цитат“</b>")

    subtopic = next(subtopic for subtopic in edition.subtopics if subtopic.code == "literacy").title.say(lang).text
    assert (letter.language, letter.state, letter.to_email) == (lang, LetterState.DRAFT, "ljubica@example.org")
    assert "\n" not in letter.subject
    assert letter.submission.code in letter.subject
    assert not re.search(r"\n{3}", letter.text_body)
    assert f'<html lang="{lang.value}">' in letter.html_body
    assert LINK_PLACE in letter.text_body
    assert LINK_PLACE in letter.html_body
    message = "Ово каже одбор: <b>& „цитат“</b>" if lang is Lang.SR else "Ovo kaže odbor: <b>& „citat“</b>"
    for words in (TITLES[lang], subtopic, letter.submission.code, message, edition.contact_email):
        assert words in letter.text_body
        assert escape(words, quote=False) in letter.html_body


@pytest.mark.parametrize("outcome", Outcome)
def test_links_are_absolute_and_in_the_language(edition, session, outcome):
    letter = letter_of(edition, outcome, Lang.SR_LATN)

    addresses = set(re.findall(r"https?://[^\s\"<]+", letter.text_body))

    expected = {
        Outcome.ACCEPT: {"http://localhost/sr-Latn/2020/register", "http://localhost/sr-Latn/2020/programme"},
        Outcome.CHANGES: set(),
        Outcome.REJECT: {"http://localhost/sr-Latn/2020/register"},
    }
    assert addresses == expected[outcome]


def test_each_kind_has_a_subject_of_its_own(edition, session):
    letters = [letter_of(edition, outcome, Lang.EN) for outcome in Outcome]

    subjects = {letter.subject.replace(letter.submission.code, "S") for letter in letters}

    assert len(subjects) == 3
    assert [letter.kind for letter in letters] == [
        LetterKind.SUBMISSION_ACCEPTED,
        LetterKind.SUBMISSION_CHANGES_REQUESTED,
        LetterKind.SUBMISSION_REJECTED,
    ]


def test_an_acceptance_as_another_kind_names_both(edition, session):
    letter = letter_of(edition, Outcome.ACCEPT, Lang.SR, accepted_as=SubmissionKind.POSTER)

    with speaking(Lang.SR):
        words = [label(SubmissionKind.POSTER), label(SubmissionKind.PAPER)]
    assert [word in letter.text_body and word in letter.html_body for word in words] == [True, True]


@pytest.mark.parametrize("count", [1, 2])
def test_comments_stand_in_the_order_of_the_reviews_and_empty_ones_are_left_out(edition, session, count):
    submission = submission_in(edition)
    for number in range(count):
        reviewer = account_in(edition, StaffRole.REVIEWER, f"r{number}@example.org")
        save_review(submission, opinion(comment_for_authors=f"Савет бр. {number}\nдруги ред"), reviewer=reviewer)
    save_review(submission, opinion(comment_for_authors=""), reviewer=account_in(edition, StaffRole.REVIEWER, "silent@example.org"))

    letter = decisions.decide(submission, Outcome.CHANGES, chair=account_in(edition, StaffRole.CHAIR)).letter

    assert re.findall(r"Савет бр. (\d)\nдруги ред", letter.text_body) == [str(number) for number in range(count)]
    numbered = [str(number + 1) for number in range(count)] if count > 1 else []
    assert [re.findall(r"Коментар (\d)", body) for body in (letter.text_body, letter.html_body)] == [numbered, numbered]


def test_the_longest_title_and_message_fit(edition, session):
    submission = submission_in(edition, title=LocalText(sr="Ж" * 300, en="W" * 300))

    letter = decisions.decide(submission, Outcome.ACCEPT, message="щ" * 5000, chair=account_in(edition, StaffRole.CHAIR)).letter

    assert len(letter.subject) <= 300
    assert "Ж" * 300 in letter.text_body
