"""What the answers of a submission must hold together."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.submission_answers import (
    AnswerFault,
    AnswersRefused,
    AuthorAnswers,
    PartnerAnswers,
    SubmissionAnswers,
    author_faults,
    check_answers,
    read_keywords,
    text_faults,
)
from biblionet_reg.domain.text import LocalText
from tests.submissions import LJUBICA, SEAN, answers

F = AnswerFault


@pytest.mark.parametrize(
    ("title", "abstract", "faults"),
    [
        (LocalText(sr="н"), LocalText(sr="с"), []),
        (LocalText(en="t"), LocalText(en="a"), []),
        (LocalText(sr="н", en="t"), LocalText(sr="с", en="a"), []),
        (LocalText(sr="н", en="t"), LocalText(sr="с"), []),
        (LocalText(), LocalText(), [F.TITLE_SR_MISSING, F.ABSTRACT_SR_MISSING]),
        (LocalText(sr="н"), LocalText(), [F.ABSTRACT_SR_MISSING]),
        (LocalText(), LocalText(sr="с"), [F.TITLE_SR_MISSING]),
        (LocalText(sr="н"), LocalText(sr="с", en="a"), [F.TITLE_EN_MISSING]),
        (LocalText(sr="н", en="t"), LocalText(en="a"), [F.ABSTRACT_SR_MISSING]),
        (LocalText(en="t"), LocalText(sr="с", en="a"), [F.TITLE_SR_MISSING]),
        (LocalText(en="t"), LocalText(), [F.TITLE_SR_MISSING, F.ABSTRACT_SR_MISSING]),
        (LocalText(), LocalText(en="a"), [F.TITLE_SR_MISSING, F.ABSTRACT_SR_MISSING, F.TITLE_EN_MISSING]),
    ],
)
def test_a_title_and_an_abstract_are_needed_in_one_language(title: LocalText, abstract: LocalText, faults: list[AnswerFault]) -> None:
    assert list(text_faults(title, abstract)) == faults


@pytest.mark.parametrize(
    ("authors", "faults"),
    [
        ((LJUBICA, SEAN), []),
        ((), [F.AUTHORS_MISSING]),
        ((LJUBICA, SEAN, replace(SEAN, given_name="Áine")), [F.AUTHORS_TOO_MANY]),
        ((replace(LJUBICA, is_presenter=False),), [F.PRESENTER_MISSING]),
        ((replace(LJUBICA, is_corresponding=False),), [F.CORRESPONDING_MISSING]),
        ((LJUBICA, replace(SEAN, is_corresponding=True)), [F.CORRESPONDING_TWICE]),
        ((replace(LJUBICA, email=""),), [F.CORRESPONDING_EMAIL_MISSING]),
        ((LJUBICA, replace(LJUBICA, given_name="Ljubica", family_name="Đorđević", is_corresponding=False)), [F.AUTHOR_TWICE]),
        ((LJUBICA, replace(LJUBICA, family_name="Djordjevic", is_corresponding=False)), [F.AUTHOR_TWICE]),
        ((replace(LJUBICA, family_name="Ћирић"), replace(LJUBICA, family_name="Чирић", is_corresponding=False)), []),
    ],
)
def test_authors_have_one_who_gets_the_letters_and_one_who_presents(authors: tuple[AuthorAnswers, ...], faults: list[AnswerFault]) -> None:
    assert list(author_faults(authors, limit=2)) == faults


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("читање; парк", ("читање", "парк")),
        ("reading,  the   park\nLibrary.", ("reading", "the park", "Library")),
        (";;, ;", ()),
        ("Парк; парк; ПАРК", ("Парк",)),
        ("а, б; а", ("а", "б")),
    ],
)
def test_keywords_are_read_between_any_signs(typed: str, words: tuple[str, ...]) -> None:
    assert read_keywords(typed) == words


def test_whole_answers_are_let_through() -> None:
    check_answers(answers(), abstract_limit=100, authors_limit=2)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (answers(title=LocalText(sr="н" * 301, en="Title")), F.TITLE_TOO_LONG),
        (answers(abstract=LocalText(sr="с" * 101)), F.ABSTRACT_TOO_LONG),
        (answers(keywords=LocalText(sr=";".join("абвгдђежзиј"))), F.KEYWORDS_TOO_MANY),
        (answers(keywords=LocalText(en="k" * 61)), F.KEYWORD_TOO_LONG),
        (answers(partners=(PartnerAnswers(name="Школа", sector="culture"),) * 11), F.PARTNERS_TOO_MANY),
    ],
)
def test_what_is_too_long_or_too_many_is_refused(given: SubmissionAnswers, fault: AnswerFault) -> None:
    with pytest.raises(AnswersRefused) as refused:
        check_answers(given, abstract_limit=100, authors_limit=2)

    assert refused.value.faults == (fault,)
