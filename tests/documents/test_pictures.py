"""An edition's own emblem and cover in print: on the cover of the booklet, at the head of the badges, reached by name alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image

from biblionet_reg.documents.assets import ASSETS, Picture
from biblionet_reg.documents.badges import BadgeRow, badge_chunks, badge_pdf
from biblionet_reg.documents.fetcher import AssetRefused, ClosedFetcher
from biblionet_reg.documents.programme import CoverPictures, programme_html, programme_pdf
from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.edition import EditionFacts
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.picture import Ground
from biblionet_reg.domain.registration import ParticipantRole
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import Timetable
from biblionet_reg.imports.cover import read_cover
from biblionet_reg.imports.emblem import emblem_renditions, read_emblem
from tests.documents.pdf import Pdf
from tests.drawing import DISC, cover, svg

PUBLISHED = datetime(2020, 9, 20, 10, 0, tzinfo=UTC)
EMBLEM = read_emblem(svg(DISC.replace("#7a1f3d", "#0000ff")))
DRAWN = Picture("own-emblem", "image/svg+xml", EMBLEM.content)
SMALL = Picture("own-emblem", "image/png", emblem_renditions(EMBLEM)[1].content)
COVER = Picture("own-cover", "image/jpeg", read_cover(cover()).content)
BLUE = (0, 0, 255)


def programme(timetable: Timetable, facts: EditionFacts, pictures: CoverPictures, lang: Lang = Lang.SR) -> Pdf:
    return Pdf(programme_pdf(timetable, edition=facts, lang=lang, version_name="прва", published_at=PUBLISHED, pictures=pictures))


def is_near(pixel: tuple[int, ...], colour: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=True))


def pixel(page: Image.Image, across: float, down: float) -> tuple[int, ...]:
    found = page.convert("RGB").getpixel((int(page.width * across), int(page.height * down)))
    assert isinstance(found, tuple)
    return found


@pytest.fixture
def pictured(facts: EditionFacts) -> EditionFacts:
    return replace(facts, cover_alt=LocalText("Брда у сумрак"), cover_credit=LocalText("Цртеж: Ана Анић"), emblem_ground=Ground.ANY)


def test_cover_of_the_booklet_shows_picture_and_emblem(timetable: Timetable, pictured: EditionFacts) -> None:
    pdf = programme(timetable, pictured, CoverPictures(DRAWN, COVER))

    page = pdf.picture(1)
    assert is_near(pixel(page, 0.5, 0.02), (0xF4, 0xD7, 0xA8))
    assert is_near(pixel(page, 0.5, 0.32), (0x7A, 0x1F, 0x3D))
    assert is_near(pixel(page, 0.2, 0.857), BLUE)
    assert "Цртеж: Ана Анић" in pdf.text
    assert pdf.info["Tagged"] == "yes"


def test_pictures_of_the_booklet_are_described(timetable: Timetable, pictured: EditionFacts) -> None:
    def html(lang: Lang) -> str:
        return programme_html(
            timetable, edition=pictured, lang=lang, version_name="прва", published_at=PUBLISHED, pictures=CoverPictures(DRAWN, COVER)
        )

    assert 'src="asset:own-cover" alt="Брда у сумрак">' in html(Lang.SR)
    assert 'alt="Brda u sumrak">' in html(Lang.SR_LATN)
    assert 'alt="Брда у сумрак" lang="sr">' in html(Lang.EN)
    assert 'src="asset:own-emblem" alt="Emblem of the meeting">' in html(Lang.EN)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_long_theme_fits_beside_the_picture(timetable: Timetable, pictured: EditionFacts, lang: Lang) -> None:
    long = replace(pictured, theme=LocalText("Сарадња библиотека " * 15, "Cooperation of libraries " * 12))

    pdf = programme(timetable, long, CoverPictures(cover=COVER), lang)

    on_cover = [word for word in pdf.words(1) if word.text in {"библиотека", "biblioteka", "libraries"}]
    assert len(on_cover) >= 12
    assert min(word.top for word in on_cover) > 62 * 72 / 25.4 + 40


def test_badges_have_the_emblem_at_their_head(pictured: EditionFacts) -> None:
    rows = [BadgeRow(code="R-23456C", name="Ана", institution="", place="", role=ParticipantRole.PARTICIPANT)]

    with_own = Pdf(badge_pdf(rows, edition=pictured, sheet=Sheet.SINGLE, lang=Lang.SR, emblem=SMALL))
    without = Pdf(badge_pdf(rows, edition=pictured, sheet=Sheet.SINGLE, lang=Lang.SR))

    assert is_near(pixel(with_own.picture(1), 8 / 85, 7.6 / 54), BLUE)
    assert not is_near(pixel(without.picture(1), 8 / 85, 7.6 / 54), BLUE)


def test_a_light_emblem_stands_on_a_dark_ground(timetable: Timetable, pictured: EditionFacts) -> None:
    light = replace(pictured, emblem_ground=Ground.DARK)
    rows = [BadgeRow(code="R-23456C", name="Ана", institution="", place="", role=ParticipantRole.PARTICIPANT)]

    badges = badge_chunks(rows, edition=light, sheet=Sheet.SINGLE, lang=Lang.SR, emblem=SMALL)[0]
    booklet = programme_html(
        timetable, edition=light, lang=Lang.SR, version_name="", published_at=None, pictures=CoverPictures(emblem=DRAWN)
    )

    assert 'class="badge__emblem on-dark"' in badges
    assert 'class="cover__emblem on-dark"' in booklet


def test_fetch_serves_the_pictures_of_its_order_and_no_others() -> None:
    fetcher = ClosedFetcher([DRAWN])

    assert fetcher.fetch("asset:own-emblem").read() == EMBLEM.content
    with pytest.raises(AssetRefused):
        fetcher.fetch("asset:own-cover")
    with pytest.raises(AssetRefused):
        ClosedFetcher().fetch("asset:own-emblem")


def test_a_picture_never_takes_the_place_of_our_own_files() -> None:
    fetcher = ClosedFetcher([Picture("emblem.svg", "image/svg+xml", b"another")])

    assert fetcher.fetch("asset:emblem.svg").read() == ASSETS["emblem.svg"].read()
