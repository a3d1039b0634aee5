"""Badges read back from the PDF: names, fonts, codes, sizes, and that everything stays in its box."""

from dataclasses import replace
from itertools import cycle, islice

import pytest

from biblionet_reg.documents.badges import BadgeRow, badge_chunks, badge_pdf
from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.codes import ALPHABET, check_character
from biblionet_reg.domain.edition import EditionFacts
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ParticipantRole
from biblionet_reg.domain.text import LocalText
from tests.documents.pdf import POINTS_PER_MM, Pdf, Word

NAMES = [
    "Ђорђе Љубичић",
    "Џенана Чубриловић-Његовановић",
    "Ана Ћ",
    "Siân O’Connor <b>x</b> 😀",
    "Александрина Константиновић-Обрадовић Вукадиновић Јовановић-Трифуновић, дипломирана библиотекарка саветница из Ниша",
    "Ш" * 120,
    "Wolfeschlegelsteinhausenbergerdorff " * 3 + "Wolfe",
]
LIBRARY = "Центар за културу „Градац“ са Народном библиотеком „Радоје Домановић“ и завичајним одељењем за цео краљевачки и рашки крај"


def code_number(number: int) -> str:
    body = "2345" + ALPHABET[number]
    return f"R-{body}{check_character(body)}"


def rows(count: int, names: list[str] = NAMES, **more: str) -> list[BadgeRow]:
    facts = {"institution": "Јавна библиотека „Бора Станковић“", "place": "Врање", **more}
    pairs = zip(islice(cycle(names), count), cycle(ParticipantRole), strict=False)
    return [BadgeRow(code=code_number(n), name=name.strip(), role=role, **facts) for n, (name, role) in enumerate(pairs)]


def made(badges: list[BadgeRow], facts: EditionFacts, sheet: Sheet = Sheet.A4_2X5, lang: Lang = Lang.SR) -> Pdf:
    return Pdf(badge_pdf(badges, edition=facts, sheet=sheet, lang=lang))


@pytest.mark.parametrize(
    ("sheet", "pages", "size"), [(Sheet.SINGLE, 12, (85.0, 54.0)), (Sheet.A4_2X5, 2, (210.0, 297.0)), (Sheet.A4_2X4, 2, (210.0, 297.0))]
)
def test_badge_pdf_has_the_pages_and_sizes_of_its_sheet(sheet: Sheet, pages: int, size: tuple[float, float], facts: EditionFacts) -> None:
    pdf = made(rows(12), facts, sheet)

    assert [pdf.size_mm(page) for page in range(1, pdf.page_count + 1)] == [size] * pages


@pytest.mark.parametrize("sheet", list(Sheet))
def test_badge_pdf_qr_codes_read_back_as_the_codes(sheet: Sheet, facts: EditionFacts) -> None:
    badges = rows(10)

    pdf = made(badges, facts, sheet)

    read = [code for page in range(1, pdf.page_count + 1) for code in pdf.qr_codes(page)]
    assert sorted(read) == sorted(badge.code for badge in badges)


def test_badge_pdf_shows_names_in_the_script_of_the_language(facts: EditionFacts) -> None:
    names = ["Ђорђе Љубишић Његош Џаџић", "Čedomir Ćirić Šešelj", "Ágnes Nagy"]

    shown = {lang: made(rows(3, names), facts, lang=lang).text for lang in Lang}

    for name in ("Ђорђе Љубишић Његош Џаџић", "Чедомир Ћирић Шешељ", "Ágnes Nagy"):
        assert name in shown[Lang.SR]
    for lang in (Lang.SR_LATN, Lang.EN):
        for name in ("Đorđe Ljubišić Njegoš Džadžić", "Čedomir Ćirić Šešelj", "Ágnes Nagy"):
            assert name in shown[lang]
        assert "Javna biblioteka „Bora Stanković“" in shown[lang]
    assert "Библионет 2020 Врање, 1–3. октобар 2020." in shown[Lang.SR]
    assert "BiblioNet 2020 Vranje, 1–3 October 2020" in shown[Lang.EN]


def test_badge_pdf_embeds_every_font_and_uses_ours(facts: EditionFacts) -> None:
    fonts = made(rows(3), facts).fonts

    assert [embedded for _name, embedded in fonts] == ["yes"] * len(fonts)
    assert {name.partition("+")[2] for name, _embedded in fonts} == {"Biblionet-Sans", "Biblionet-Sans-Semi-Bold", "Biblionet-Sans-Bold"}


def test_badge_pdf_prints_markup_literally_and_drops_controls(facts: EditionFacts) -> None:
    name = "O’Neil\x00 \u202e<script>&amp;{{ 7*7 }}</script>\x07"

    text = made(rows(1, [name]), facts).text

    assert "O’Neil <script>&amp;{{ 7*7 }}</script>" in text


@pytest.mark.parametrize("lang", list(Lang))
def test_badge_pdf_keeps_the_longest_texts_inside_their_badge(lang: Lang, facts: EditionFacts) -> None:
    pdf = made(rows(7, institution=LIBRARY, place="Ш" * 100), facts, Sheet.SINGLE, lang)

    outside = [word for page in range(1, 8) for word in pdf.words(page) if not within(word, 85, 54)]

    assert outside == []


@pytest.mark.parametrize("name", NAMES)
def test_badge_pdf_name_meets_neither_the_edition_nor_the_institution(name: str, facts: EditionFacts) -> None:
    pdf = made(rows(1, [name.strip()]), facts, Sheet.SINGLE)

    words = pdf.words()

    name_words = [word for word in words if 12.4 * POINTS_PER_MM < (word.top + word.bottom) / 2 < 29.6 * POINTS_PER_MM]
    assert sorted("".join(word.text for word in name_words)) == sorted("".join(name.split()))


def within(word: Word, width: float, height: float, margin: float = 3.5) -> bool:
    inside_across = margin * POINTS_PER_MM <= word.left and word.right <= (width - margin) * POINTS_PER_MM
    return inside_across and word.top >= 0 and word.bottom <= height * POINTS_PER_MM


def test_badge_pdf_institution_stays_left_of_the_qr_code(facts: EditionFacts) -> None:
    pdf = made(rows(1, institution="Ж" * 200, place="Щ" * 100), facts, Sheet.SINGLE)

    lines = [word for word in pdf.words() if set(word.text) <= set("ЖЩ…") and word.text]

    assert len(lines) > 2
    assert max(word.right for word in lines) <= 63 * POINTS_PER_MM
    assert max(word.bottom for word in lines) <= 47.5 * POINTS_PER_MM


def test_badge_pdf_cuts_a_place_that_would_run_over_the_edge(facts: EditionFacts) -> None:
    pdf = made(rows(1), replace(facts, host_place=LocalText("Бајина Башта " * 12)), Sheet.SINGLE)

    assert [word for word in pdf.words() if word.right > 81.1 * POINTS_PER_MM] == []


def test_badge_pdf_says_the_role_and_a_word_of_the_editions_own(facts: EditionFacts) -> None:
    own = BadgeRow(
        code=code_number(9), name="Ана", institution="", place="", role=ParticipantRole.GUEST, role_label="Волонтерка", is_demo=True
    )

    text = made([*rows(4), own], facts, lang=Lang.EN).text.upper()

    assert [role for role in ("PARTICIPANT", "PRESENTER", "ORGANISER", "GUEST", "ВОЛОНТЕРКА", "DEMONSTRATION") if role not in text] == []


def test_badge_pdf_colours_the_band_by_role(facts: EditionFacts) -> None:
    pdf = made(rows(4), facts, Sheet.SINGLE)

    bands = [pdf.picture(page).getpixel((250, 312)) for page in range(1, 5)]

    assert bands == [(0x7A, 0x1F, 0x3D), (0x1F, 0x4E, 0x79), (0x1E, 0x5B, 0x3C), (0x7A, 0x4B, 0x00)]


def test_badge_pdf_same_rows_give_the_same_bytes(facts: EditionFacts) -> None:
    first, second = (badge_pdf(rows(3), edition=facts, sheet=Sheet.A4_2X5, lang=Lang.SR_LATN) for _ in range(2))

    assert first == second


def test_badge_pdf_without_rows_says_so(facts: EditionFacts) -> None:
    pdf = made([], facts, lang=Lang.EN)

    assert (pdf.page_count, pdf.text) == (1, "There are no badges to print.")


def test_badge_chunks_hold_at_most_two_hundred_pages(facts: EditionFacts) -> None:
    many = rows(1) * 401

    chunks = badge_chunks(many, edition=facts, sheet=Sheet.SINGLE, lang=Lang.SR)

    assert [chunk.count('class="sheet"') for chunk in chunks] == [200, 200, 1]


def test_badge_pdf_joins_chunks_in_order(facts: EditionFacts) -> None:
    many = [*(rows(1, ["Прва"]) * 200), *rows(1, ["Последња"])]

    pdf = made(many, facts, Sheet.SINGLE)

    assert pdf.page_count == 201
    assert "Последња" in [word.text for word in pdf.words(201)]


@pytest.mark.parametrize("lang", list(Lang))
def test_badge_pdf_leaves_the_names_of_foreigners_as_they_are(facts: EditionFacts, lang: Lang) -> None:
    names = ["Ágnes Nagy", "Ľubomír Štúr", "Margaret O’Neill"]

    shown = made(rows(3, names), facts, lang=lang).text

    assert [name for name in names if name in shown] == names
