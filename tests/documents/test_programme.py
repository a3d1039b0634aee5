"""The programme booklet read back: words, order, pages, marks for machines, in three languages."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from biblionet_reg.documents.programme import (
    IndexEntry,
    index_of,
    meeting_kind,
    people_by_institution,
    programme_html,
    programme_pdf,
    roman,
)
from biblionet_reg.domain.edition import EditionFacts
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedDay, Timetable
from biblionet_reg.i18n import speaking
from tests.documents.conftest import author, item, session_of
from tests.documents.pdf import Pdf

PUBLISHED = datetime(2020, 9, 20, 10, 0, tzinfo=UTC)


def made(timetable: Timetable, facts: EditionFacts, lang: Lang = Lang.SR, **more: bool) -> Pdf:
    return Pdf(programme_pdf(timetable, edition=facts, lang=lang, version_name="прва", published_at=PUBLISHED, **more))


def html(timetable: Timetable, facts: EditionFacts, lang: Lang = Lang.SR) -> str:
    return programme_html(timetable, edition=facts, lang=lang, version_name="прва", published_at=PUBLISHED)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            Lang.SR,
            ["Библионет 2020", "Четвртак, 1. октобар 2020.", "Његошева библиотека", "Ђорђе Љубишић, Ана Жикић, Библиотека шабачка, Шабац"],
        ),
        (
            Lang.SR_LATN,
            ["Biblionet 2020", "Četvrtak, 1. oktobar 2020.", "Njegoševa biblioteka", "Đorđe Ljubišić, Ana Žikić, Biblioteka šabačka"],
        ),
        (Lang.EN, ["BiblioNet 2020", "Thursday, 1 October 2020", "The library of Njegoš", "Đorđe Ljubišić, Ana Žikić, Biblioteka šabačka"]),
    ],
)
def test_programme_pdf_speaks_its_language(lang: Lang, expected: list[str], timetable: Timetable, facts: EditionFacts) -> None:
    text = made(timetable, facts, lang).text

    assert [words for words in expected if words not in text] == []


def test_programme_pdf_is_a5_with_a_page_for_each_part(timetable: Timetable, facts: EditionFacts) -> None:
    pdf = made(timetable, facts)

    assert {pdf.size_mm(page) for page in range(1, pdf.page_count + 1)} == {(148.0, 210.0)}
    assert pdf.page_count == len(["cover", "imprint", "contents", "theme", "overview", "day", "abstracts", "index", "practical"])


def test_programme_pdf_is_tagged_and_names_itself(timetable: Timetable, facts: EditionFacts) -> None:
    pdf = made(timetable, facts, Lang.EN)

    assert pdf.info["Title"] == "BiblioNet 2020: Programme"
    assert pdf.info["Author"] == "Community of Parent Libraries of Serbia"
    assert pdf.info["Tagged"] == "yes"
    assert pdf.info["CreationDate"].startswith("Sun Sep 20 10:00:00 2020")
    assert b"/Lang (en)" in pdf.objects
    assert b"pdfuaid" in pdf.objects


def test_programme_pdf_embeds_every_font_and_uses_ours(timetable: Timetable, facts: EditionFacts) -> None:
    fonts = made(timetable, facts).fonts

    assert [embedded for _name, embedded in fonts] == ["yes"] * len(fonts)
    assert {name.partition("+")[2].rpartition("-")[0].startswith("Biblionet") or "Biblionet" in name for name, _ in fonts} == {True}


def test_programme_pdf_contents_lead_to_the_printed_pages(timetable: Timetable, facts: EditionFacts) -> None:
    pdf = made(timetable, facts, Lang.EN)

    contents = " ".join(word.text for word in pdf.words(3) if word.text.strip(" ."))

    assert "The days at a glance 5 Thursday, 1 October 2020 6 Abstracts 7 Authors and presenters 8 Practical information 9" in contents
    assert "Abstracts" in [word.text for word in pdf.words(7)]


def test_programme_pdf_same_input_gives_the_same_bytes(timetable: Timetable, facts: EditionFacts) -> None:
    first, second = (programme_pdf(timetable, edition=facts, lang=Lang.SR, version_name="1", published_at=PUBLISHED) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("empty", [Timetable("Europe/Belgrade"), Timetable("Europe/Belgrade", (ListedDay(date(2020, 10, 1), ()),))])
def test_programme_pdf_without_sessions_says_it_is_still_to_come(empty: Timetable, facts: EditionFacts) -> None:
    pdf = Pdf(programme_pdf(empty, edition=facts, lang=Lang.EN, version_name="", published_at=None))

    assert "The programme of this meeting has not been published yet." in pdf.text
    assert pdf.page_count == len(["cover", "imprint", "contents", "theme", "programme", "practical"])


def test_programme_pdf_of_demonstration_data_says_so_on_its_pages(timetable: Timetable, facts: EditionFacts) -> None:
    pdf = made(timetable, facts, Lang.EN, is_demo=True)

    pages = [" ".join(word.text for word in pdf.words(page)) for page in range(1, pdf.page_count + 1)]

    assert ["Demonstration" in page for page in pages] == [number != 2 for number in range(1, pdf.page_count + 1)]


def test_programme_html_prints_markup_literally_and_drops_controls(facts: EditionFacts) -> None:
    nasty = "<img src=x onerror=alert(1)> {{ 7*7 }} \x00\x07\u202eназад"
    one = item(
        "S-23456A", LocalText(nasty, nasty), author("<b>Ана</b>", "O’Neil & син", code="P-1"), abstract=LocalText(nasty + "\n\n<p>два</p>")
    )
    listed = Timetable("Europe/Belgrade", (ListedDay(date(2020, 10, 1), (session_of(one, title=LocalText(nasty)),)),))

    page = html(listed, replace(facts, idea=LocalText("<script>x</script> **јако**"), colour="red;} * {display:none"))

    assert "<img" not in page
    assert "<script" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} назад" in page
    assert "<p>&lt;p&gt;два&lt;/p&gt;</p>" in page
    assert "&lt;b&gt;Ана&lt;/b&gt; O’Neil &amp; син" in page
    assert "<strong>јако</strong>" in page
    assert ":root { --accent: #7a1f3d }" in page


def test_programme_html_marks_texts_in_another_language(timetable: Timetable, facts: EditionFacts) -> None:
    page = html(timetable, facts, Lang.EN)

    assert '<html lang="en">' in page
    assert '<span lang="sr">Само на српском</span>' in page
    assert '<span lang="en">Only in English</span>' in html(timetable, facts, Lang.SR)
    assert '<html lang="sr-Latn">' in html(timetable, facts, Lang.SR_LATN)


def test_programme_html_names_a_session_without_title_by_its_kind(timetable: Timetable, facts: EditionFacts) -> None:
    assert "<h2>Break</h2>" in html(timetable, facts, Lang.EN)


def test_index_of_sorts_as_the_language_does_and_gathers_presentations(timetable: Timetable) -> None:
    assert index_of(timetable, Lang.SR)[0] == ("Ж", [IndexEntry("Жикић, Ана", ("S-23456A", "S-23456B"))])
    assert [letter for letter, _people in index_of(timetable, Lang.SR)] == ["Ж", "Љ", "Ч"]
    assert [letter for letter, _people in index_of(timetable, Lang.SR_LATN)] == ["Č", "Lj", "Ž"]
    assert [letter for letter, _people in index_of(timetable, Lang.EN)] == ["C", "L", "Z"]


def test_people_by_institution_gathers_neighbours() -> None:
    ana, bane = author("Ана", "А", code="P-1"), author("Бане", "Б", code="P-2")
    vera = author("Вера", "В", code="P-3", institution="Архив")

    assert people_by_institution([ana, bane, vera]) == [([ana, bane], "Библиотека шабачка", "Шабац"), ([vera], "Архив", "Шабац")]


@pytest.mark.parametrize(("number", "expected"), [(14, "XIV"), (1, "I"), (39, "XXXIX"), (None, ""), (0, ""), (40, ""), (-1, "")])
def test_roman_numbers_the_meeting(number: int | None, expected: str) -> None:
    assert roman(number) == expected


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        (
            LocalText("Стручно-научни скуп", "Professional meeting"),
            14,
            ["XIV стручно-научни скуп", "XIV stručno-naučni skup", "14th professional meeting"],
        ),
        (LocalText("БДС форум", "BDS forum"), 2, ["II БДС форум", "II BDS forum", "2nd BDS forum"]),
        (LocalText("Скуп", "Meeting"), None, ["Скуп", "Skup", "Meeting"]),
        (LocalText(), 14, ["", "", ""]),
    ],
)
def test_kind_of_the_meeting_follows_its_number(kind: LocalText, number: int | None, expected: list[str], facts: EditionFacts) -> None:
    edition = replace(facts, meeting_kind=kind, number=number)
    told = []
    for lang in Lang:
        with speaking(lang):
            told.append(meeting_kind(edition))

    assert told == expected


def test_index_names_a_page_once(timetable: Timetable, facts: EditionFacts) -> None:
    index = made(timetable, facts).text.split("Аутори и излагачи")[-1]

    assert "Жикић, Ана 7 Љ" in " ".join(index.split())


def test_programme_says_of_an_abstract_that_it_is_not_translated(timetable: Timetable, facts: EditionFacts) -> None:
    first = timetable.days[0].sessions[0]
    untranslated = replace(first.items[1], abstract=LocalText("Само српски пасус."))
    days = (replace(timetable.days[0], sessions=(replace(first, items=(untranslated,)),)),)

    pdf = made(replace(timetable, days=days), facts, Lang.EN)

    assert "(in Serbian) Само српски пасус." in " ".join(pdf.text.split())


def test_a_dash_stays_with_the_word_before_it(timetable: Timetable, facts: EditionFacts) -> None:
    page = html(timetable, replace(facts, theme=LocalText("Књига – читалац")))

    assert ("Књига\N{NO-BREAK SPACE}– читалац" in page, "Књига – читалац" in page) == (True, False)
