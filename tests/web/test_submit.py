"""The submission form in the hands of its users: rows, files, bad input, two presses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.file_kind import FileFault, FileKind, FileRefused
from biblionet_reg.domain.submission_answers import AnswerFault, AnswersRefused
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries.submissions import answers_of
from biblionet_reg.services import uploads
from biblionet_reg.services.transaction import transaction
from biblionet_reg.web.forms.submission import SubmissionForm
from tests.pages import Browser, Form, Page
from tests.submissions import PDF, container
from tests.submitting import ANSWERS, FORM, PAGES, address, form_of, open_page, to_check, walk
from tests.walking import Walk

LANGS = ("sr", "sr-Latn", "en")


def _stored(app: Flask) -> list[Submission]:
    with app.app_context():
        return list(db.session.scalars(select(Submission)))


def _files(app: Flask) -> list[tuple[str, bool]]:
    """Every kept file: its name, and whether it still waits for its form."""
    with app.app_context():
        return [(row.name, row.upload_key is not None) for row in db.session.scalars(select(StoredFile).order_by(StoredFile.id))]


def _change(app: Flask, change: Callable[[Edition], object]) -> None:
    with app.app_context(), transaction():
        edition = editions.by_slug("2020")
        assert edition is not None
        change(edition)


def _authors(browser: Browser) -> Form:
    return form_of(browser, "authors").fill({name: value for name, value in ANSWERS.items() if name.startswith("authors-")})


def _pending(browser: Browser, file: tuple[Any, ...] = (PDF, "рад.pdf")) -> Page:
    """Send a file; return the file page, which then has it."""
    form_of(browser, "file").fill(file=file).submit("do=send")
    return open_page(browser, "file")


@pytest.mark.parametrize("lang", LANGS)
def test_a_paper_is_submitted_in_every_language(app: Flask, browser: Browser, lang: str) -> None:
    page = walk(browser, lang).submit("do=send")

    (submission,) = _stored(app)
    assert submission.code in page.text
    assert "ljubica@example.org" in page.text
    assert submission.language.value == lang


def test_everything_that_is_asked_is_kept(app: Flask, browser: Browser) -> None:
    authors = _authors(browser).submit("do=add-author").form(FORM)
    form_of(browser, "partners").submit("do=add-partner")
    known = next(value for value in authors.choices("authors-0-institution") if value.startswith("javna biblioteka bora stankovic"))

    page = walk(
        browser,
        **{
            "title_en": "Reading in the park",
            "abstract_en": "The library and the school.",
            "keywords_sr": "читање,  парк, читање",
            "keywords_en": "reading; park",
            "authors-0-institution": known,
            "authors-0-is_presenter": None,
            "authors-1-given_name": "Seán",
            "authors-1-family_name": "O’Brien",
            "authors-1-email": "sean@example.org",
            "authors-1-institution_name": "Trinity College",
            "authors-1-institution_place": "Dublin",
            "authors-1-institution_kind": "university",
            "authors-1-is_presenter": "y",
            "corresponding": "1",
            "partners-0-name": "Основна школа „Вук Караџић“",
            "partners-0-sector": "culture",
            "language": "sr",
            "file": (container(FileKind.ODT), "../рад <1>.odt"),
        },
    ).submit("do=send")

    with app.app_context():
        (submission,) = db.session.scalars(select(Submission))
        kept = answers_of(submission)
        assert [(author.institution_name, author.institution_place, author.institution_kind.value) for author in kept.authors] == [
            ("Јавна библиотека „Бора Станковић“", "Врање", "library"),
            ("Trinity College", "Dublin", "university"),
        ]
        assert [(author.is_presenter, author.is_corresponding) for author in kept.authors] == [(False, False), (True, True)]
        assert (kept.keywords.sr, kept.keywords.en) == ("читање; парк", "reading; park")
        assert [(partner.name, partner.sector) for partner in kept.partners] == [("Основна школа „Вук Караџић“", "culture")]
        assert [file.name for file in submission.files] == ["рад <1>.odt"]
    assert "sean@example.org" in page.text


def test_rows_are_added_moved_and_removed_with_everything_typed(browser: Browser) -> None:
    form_of(browser, "abstract").fill(title_sr="Читање у парку").submit("do=send", status=422)
    form = _authors(browser).submit("do=add-author").form(FORM)
    form.fill({"authors-1-given_name": "Seán", "authors-1-institution_kind": "company", "corresponding": "1"})

    moved = form.submit("do=up-author-1").form(FORM)
    assert (moved.values["authors-0-given_name"], moved.values["authors-1-given_name"]) == (["Seán"], ["Љубица"])
    assert (moved.values["corresponding"], moved.values["authors-0-institution_kind"]) == (["0"], ["company"])

    removed = moved.submit("do=remove-author-0").form(FORM)
    assert removed.values["authors-0-family_name"] == ["Ђорђевић"]
    assert "authors-1-given_name" not in removed.names()
    assert form_of(browser, "abstract").values["title_sr"] == ["Читање у парку"]


def test_a_new_row_has_the_focus_and_no_errors(browser: Browser) -> None:
    page = form_of(browser, "authors").submit("do=add-author")

    assert page.errors() == []
    assert [field["name"] for field in page.soup.select("[autofocus]")] == ["authors-1-given_name"]


@pytest.mark.parametrize(
    "step", ["remove-author-0", "remove-author-9999", "up-author-0", "remove-partner-0", "up-partner-7", "up-author-²", "nonsense"]
)
def test_a_tampered_step_breaks_nothing(browser: Browser, step: str) -> None:
    page = _authors(browser).submit(f"do={step}", status=[200, 422])

    assert page.soup.select("#authors-0, #kind")


def test_a_submission_in_english_only_is_taken(app: Flask, browser: Browser) -> None:
    walk(browser, title_sr="", abstract_sr="", title_en="Reading", abstract_en="Reading together.").submit("do=send")

    assert len(_stored(app)) == 1


EMPTY = {
    "paper": ["Choose what you are submitting", "Choose the subtopic of your submission"],
    "abstract": [
        "Enter the title in Serbian. If you write in English only, enter the title and the abstract in English.",
        "Enter the abstract in Serbian. If you write in English only, fill in the title and the abstract in English.",
    ],
    "authors": [
        "Enter the author’s given name",
        "Enter the author’s family name",
        "Enter the e-mail address of the author who gets the letters",
    ],
    "partners": [],
    "file": [],
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "sentences"), EMPTY.items(), ids=EMPTY)
def test_an_empty_page_says_what_to_enter(app: Flask, browser: Browser, lang: str, name: str, sentences: list[str]) -> None:
    page = form_of(browser, name, lang).submit("do=send", status=422 if sentences else 200)

    assert len(page.errors()) == len(sentences)
    if lang == "en":
        assert page.errors() == sentences
    assert _stored(app) == []


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "subtopic of another edition": ({"subtopic": "of-another-edition"}, "Choose one of the subtopics in the list"),
    "unknown kind": ({"kind": "keynote"}, "Choose one of the kinds in the list"),
    "unknown language": ({"language": "ru"}, "Choose the language of our letters from the list"),
    "long title": ({"title_sr": "н" * 301}, "Title in Serbian must be 300 characters or fewer"),
    "long abstract": ({"abstract_sr": "с" * 3001}, "Abstract in Serbian must be 3,000 characters or fewer"),
    "a megabyte": ({"abstract_sr": "с" * 1024 * 1024}, "Abstract in Serbian must be 3,000 characters or fewer"),
    "too many keywords": ({"keywords_en": ";".join("abcdefghijk")}, "Enter 10 keywords or fewer"),
    "a keyword that is a sentence": (
        {"keywords_sr": "к" * 61},
        "A keyword must be 60 characters or fewer. Put semicolons between keywords.",
    ),
    "wrong e-mail": ({"authors-0-email": "ljubica@"}, "Enter the whole e-mail address, such as name@example.org"),
    "long name": ({"authors-0-given_name": "Љ" * 101}, "Given name must be 100 characters or fewer"),
    "unknown institution": ({"authors-0-institution": "x|y"}, "Choose an institution from the list, or type its name below"),
    "institution without its kind": ({"authors-0-institution_name": "Школа"}, "Choose the kind of institution"),
    "English abstract without a title": ({"abstract_en": "Reading"}, "Enter the title in English too, because the abstract is in English"),
}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"corresponding": "7"}, "Choose the author who gets the letters"),
        ({"authors-0-is_presenter": None}, "Mark at least one author who presents at the meeting"),
        ({"corresponding": "1"}, "Enter the e-mail address of the author who gets the letters"),
    ],
)
def test_of_several_authors_one_gets_the_letters_and_one_presents(browser: Browser, changes: dict[str, Any], sentence: str) -> None:
    second = {"authors-1-given_name": "Seán", "authors-1-family_name": "O’Brien"}
    form = _authors(browser).submit("do=add-author").form(FORM).fill(second)

    page = form.fill(changes).submit("do=send", status=422)

    assert page.errors() == [sentence]


@pytest.mark.parametrize("told", [{}, {"corresponding": "7"}, {"authors-0-is_presenter": ""}])
def test_of_the_only_author_neither_is_asked(app: Flask, browser: Browser, told: dict[str, str]) -> None:
    form = _authors(browser)

    browser.post(address("authors"), {**form.values, **told, "do": "send"})
    walk(browser).submit("do=send")

    assert [name for name in form.names() if name == "corresponding" or name.endswith("is_presenter")] == []
    with app.app_context():
        (author,) = db.session.scalars(select(Author))
        assert (author.is_presenter, author.is_corresponding) == (True, True)


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG)
def test_wrong_answers_get_their_sentence_and_stay(app: Flask, browser: Browser, changes: dict[str, Any], sentence: str) -> None:
    page = walk(browser, **changes).submit("do=send", status=422)

    assert page.errors() == [sentence]
    assert _stored(app) == []
    shown = page.form(FORM)
    for name, value in {**ANSWERS, **changes}.items():
        if name in shown.values and name not in {"kind", "subtopic", "language", "corresponding", "authors-0-institution"}:
            assert shown.values[name] == [value]


def test_a_partner_needs_its_name_and_its_sector(browser: Browser) -> None:
    form = form_of(browser, "partners")
    for _number in range(3):
        form = form.submit("do=add-partner").form(FORM)

    page = form.fill({"partners-0-name": "Школа", "partners-1-sector": "culture"}).submit("do=send", status=422)

    assert page.errors() == ["Choose the sector of the partner", "Enter the name of the partner, or remove the partner"]


def test_an_institution_is_chosen_or_typed_but_not_both(browser: Browser) -> None:
    form = _authors(browser)
    form.fill({"authors-0-institution": form.choices("authors-0-institution")[1], "authors-0-institution_name": "Школа"})

    page = form.submit("do=send", status=422)

    assert page.errors() == ["You chose an institution from the list and typed another one: leave only one of them"]


def test_eleven_partners_are_refused(browser: Browser) -> None:
    partners = {f"partners-{number}-{name}": [value] for number in range(11) for name, value in (("name", "Школа"), ("sector", "culture"))}

    page = browser.post(address("partners"), {**form_of(browser, "partners").values, **partners, "do": "send"}, status=422)

    assert page.errors() == ["Enter 10 partners or fewer"]


def test_what_the_service_refuses_stands_beside_its_field(app: Flask) -> None:
    with app.test_request_context("/en/2020/submit"):
        edition = editions.by_slug("2020")
        assert edition is not None
        form = SubmissionForm.for_edition(edition, [])
        form.upload_key.data = "gone"

        form.refuse(AnswersRefused([AnswerFault.SUBTOPIC_UNKNOWN, AnswerFault.SECTOR_UNKNOWN]))
        form.refuse(FileRefused(FileFault.NOT_KEPT))

        assert set(form.errors) == {"subtopic", "partners", "file"}
        assert form.upload_key.data == ""


def test_names_are_kept_and_shown_literally_without_marks_of_direction(app: Flask, browser: Browser) -> None:
    name = {"authors-0-given_name": "<b>Љубица</b>\u202e\x00 📚", "authors-0-family_name": "O'Neill"}

    shown = to_check(browser, **name)
    shown.form(FORM).submit()

    assert "<b>Љубица</b> 📚 O'Neill" in shown.text
    with app.app_context():
        (author,) = db.session.scalars(select(Author))
        assert (author.given_name, author.family_name) == ("<b>Љубица</b> 📚", "O'Neill")


def test_two_hundred_authors_are_refused_and_kept(app: Flask, browser: Browser) -> None:
    names = {f"authors-{number}-{name}": [f"А{number}"] for number in range(200) for name in ("given_name", "family_name")}

    answer = browser.post(
        address("authors"), {**_authors(browser).values, **names, "authors-0-is_presenter": "y", "do": "send"}, status=422
    )

    assert answer.errors() == ["There are more authors than the call allows. Remove some of them."]
    assert answer.form(FORM).values["authors-199-given_name"] == ["А199"]
    assert form_of(browser, "authors").values["authors-199-given_name"] == ["А199"]


def test_the_same_author_twice_is_refused(browser: Browser) -> None:
    form = _authors(browser).submit("do=add-author").form(FORM)
    form.fill({"authors-1-given_name": "Ljubica", "authors-1-family_name": "Đorđević", "authors-1-email": "LJUBICA@example.org"})

    page = form.submit("do=send", status=422)

    assert page.errors() == ["The same author stands twice. Remove one of the two."]


def test_rows_with_any_numbers_are_read(app: Flask, browser: Browser) -> None:
    values = _authors(browser).values
    odd = {name.replace("authors-0-", "authors-77-"): value for name, value in values.items()}
    odd |= {"authors-²-given_name": ["x"], f"authors-{'9' * 5000}-given_name": ["x"], "authors--1-given_name": ["x"], "do": ["send"]}

    browser.post(address("authors"), odd)
    rest = {name: value for name, value in ANSWERS.items() if not name.startswith("authors-")}
    Walk(browser, address("paper")).fill(rest).submit("do=send")

    assert [author.given_name for author in _authors_stored(app)] == ["Љубица"]


def _authors_stored(app: Flask) -> list[Author]:
    with app.app_context():
        return list(db.session.scalars(select(Author)))


def test_missing_hidden_fields_are_made_up_for(app: Flask, browser: Browser) -> None:
    for name in PAGES:
        form = form_of(browser, name)
        told = {field: value for field, value in ANSWERS.items() if field in form.names()}
        browser.post(address(name), {"csrf_token": form.values["csrf_token"], **told, **_ticked(form)})

    open_page(browser, "check").form(FORM).submit()

    assert len(_stored(app)) == 1


def _ticked(form: Form) -> dict[str, Any]:
    return {name: value for name, value in form.values.items() if name in {"language", "authors-0-is_presenter"}}


def test_a_page_without_anything_is_refused_calmly(app: Flask, browser: Browser) -> None:
    page = browser.post("/en/2020/submit", {}, status=422)

    assert page.errors()[0].startswith("This page was open for too long.")


def test_an_expired_page_loses_nothing_not_even_its_file(app: Flask, browser: Browser) -> None:
    to_check(browser)

    page = form_of(browser, "file").fill(csrf_token="expired", file=(PDF, "рад.pdf")).submit("do=send", status=422)

    assert page.errors() == ["This page was open for too long. Your answers are still here: check them and send the form again."]
    assert "рад.pdf" in page.text
    assert _files(app) == [("рад.pdf", True)]

    page.form(FORM).submit("do=send").form(FORM).submit()

    assert len(_stored(app)) == 1
    assert _files(app) == [("рад.pdf", False)]


def test_a_file_survives_a_failed_page_and_the_pages_after_it(app: Flask, browser: Browser) -> None:
    failed = form_of(browser, "file").fill(language="ru", file=(PDF, "рад.pdf")).submit("do=send", status=422)
    failed.form(FORM).fill(language="en").submit("do=send")
    form_of(browser, "authors").submit("do=add-author").form(FORM).submit("do=remove-author-1")

    page = to_check(browser)

    assert "рад.pdf" in failed.text
    assert "рад.pdf" in page.text

    page.form(FORM).submit()

    assert _files(app) == [("рад.pdf", False)]


def test_a_pending_file_is_replaced_and_removed(app: Flask, browser: Browser) -> None:
    _pending(browser, (PDF, "први.pdf"))
    second = _pending(browser, (PDF + b"2", "други.pdf"))
    after = _files(app)
    removed = second.form(FORM).submit("do=remove-file")

    assert ("други.pdf" in second.text, after) == (True, [("други.pdf", True)])
    assert ("други.pdf" in removed.text, _files(app)) == (False, [])

    walk(browser).submit("do=send")

    assert (len(_stored(app)), _files(app)) == (1, [])


FILES: dict[str, tuple[tuple[Any, ...], str]] = {
    "not what its name says": (
        (b"MZ\x90", "рад.pdf"), "The file is not what its name says. Save it again as PDF, DOCX, ODT, PPTX or ODP, and choose it again.",
    ),
    "a picture": ((b"\x89PNG", "a.png"), "The file must be PDF, DOCX, ODT, PPTX or ODP. Save it as one of these and choose it again."),
    "empty": ((b"", "рад.pdf"), "The file is empty. Choose another file."),
    "broken": (
        (container(FileKind.DOCX)[:50], "рад.docx"),
        "The file is damaged, so nobody could open it. Save it again and choose it again.",
    ),
    "fifty megabytes": ((PDF + b"\n" * 50 * 1024 * 1024, "рад.pdf"), "The file is larger than 20 MB. Choose a smaller file."),
}  # fmt: skip


@pytest.mark.parametrize(("file", "sentence"), FILES.values(), ids=FILES)
def test_a_file_that_is_not_taken_gets_its_sentence_on_its_page(app: Flask, browser: Browser, file: tuple[Any, ...], sentence: str) -> None:
    page = walk(browser, file=file).submit("do=send", status=422)

    assert (page.path, page.errors()) == (address("file"), [sentence])
    assert form_of(browser, "abstract").values["title_sr"] == ["Читање у парку"]
    assert (_stored(app), _files(app)) == ([], [])


def test_a_refused_file_does_not_push_out_the_good_one(app: Flask, browser: Browser) -> None:
    first = _pending(browser)

    page = first.form(FORM).fill(file=(b"no", "други.pdf")).submit("do=send", status=422)

    assert "рад.pdf" in page.text
    assert _files(app) == [("рад.pdf", True)]


def test_a_file_that_was_purged_is_asked_for_again(app: Flask, browser: Browser) -> None:
    shown = to_check(browser, file=(PDF, "рад.pdf"))
    with app.app_context():
        uploads.discard(db.session.scalars(select(StoredFile.upload_key)).one() or "")
    sentence = "We keep a file for two weeks until the form is sent, and they are over. Choose the file again."

    refused = shown.form(FORM).submit(status=422)
    asked = refused.follow(sentence)

    assert (refused.errors(), asked.path, asked.errors()) == ([sentence], address("file"), [sentence])

    asked.form(FORM).submit("do=send").form(FORM).submit()

    assert (len(_stored(app)), _files(app)) == (1, [])


def test_a_request_beyond_all_measure_is_refused_as_a_whole(browser: Browser) -> None:
    form_of(browser, "file").fill(file=(b"\n" * 101 * 1024 * 1024, "рад.pdf")).submit("do=send", status=413)


def test_the_back_button_and_a_second_press_make_one_record(app: Flask, browser: Browser) -> None:
    form = to_check(browser, file=(PDF, "рад.pdf")).form(FORM)

    first = form.submit()
    second = form.submit()

    (submission,) = _stored(app)
    assert (submission.code in first.text, submission.code in second.text) == (True, True)
    assert (first.path, second.path) == ("/en/2020/submit/done", "/en/2020/submit/done")
    assert _files(app) == [("рад.pdf", False)]


def test_the_done_page_without_a_submission_says_what_to_do(browser: Browser) -> None:
    page = browser.get("/en/2020/submit/done")

    assert page.h1 == "Submit a paper"


WINDOWS: dict[str, tuple[Callable[[Edition], object], str]] = {
    "not yet": (lambda edition: setattr(edition, "call_opens_at", clock.now() + timedelta(days=1)), "The call is not open yet"),
    "over": (lambda edition: setattr(edition, "call_closes_at", clock.now() - timedelta(days=1)), "The call is over"),
}


@pytest.mark.parametrize(("change", "h1"), WINDOWS.values(), ids=WINDOWS)
def test_outside_the_call_a_page_says_so(app: Flask, browser: Browser, change: Callable[[Edition], object], h1: str) -> None:
    _change(app, change)

    assert browser.get("/en/2020/submit").h1 == h1


def test_in_a_closed_edition_a_page_says_so(app: Flask, browser: Browser) -> None:
    def close(edition: Edition) -> None:
        edition.closed_at, edition.closed_by = clock.now(), "test"

    _change(app, close)

    assert browser.get("/en/2020/submit").h1 == "This meeting is closed"


def test_who_is_late_by_a_minute_loses_nothing_typed(app: Flask, browser: Browser) -> None:
    form = form_of(browser, "abstract").fill(title_sr="Читање у парку", abstract_sr="Заједно.")
    _change(app, WINDOWS["over"][0])

    page = form.submit("do=send", status=422)
    later = open_page(browser, "abstract")

    sentence = "The deadline has passed, so this cannot be sent any more."
    assert (page.errors(), later.errors()) == ([sentence], [sentence])
    assert [one.form(FORM).values["title_sr"] for one in (page, later)] == [["Читање у парку"]] * 2


def test_who_is_late_at_sending_sees_all_answers(app: Flask, browser: Browser) -> None:
    form = to_check(browser).form(FORM)
    _change(app, WINDOWS["over"][0])

    page = form.submit(status=422)

    assert page.errors() == ["The deadline has passed, so this cannot be sent any more."]
    assert "Библиотека и школа читају заједно." in page.text
    assert _stored(app) == []
