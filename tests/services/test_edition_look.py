"""How an edition looks: pictures kept, shown, replaced, taken down and put back; with their files and the ledger."""

from io import BytesIO

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.draft import KEPT_FOR
from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.picture import Ground, PictureFault, PictureRefused, PictureUse
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import pictures as found
from biblionet_reg.services import edition_look, editions, files, pictures, printed_pictures, programme_versions, uploads
from biblionet_reg.storage import store
from tests.drawing import cover, disc, svg
from tests.factories import make_block

DB = scoped_session[Session]
ANA = "ana@example.org"


def kept(use: PictureUse, content: bytes, name: str = "picture") -> dict[PictureUse, str]:
    row = pictures.receive(use, name, BytesIO(content))
    assert row.upload_key
    return {use: row.upload_key}


def dressed(edition: Edition, use: PictureUse, content: bytes) -> None:
    edition_look.dress(edition, by=ANA, kept=kept(use, content))


def names(session: DB) -> set[str]:
    return set(session.scalars(select(StoredFile.picture_name).where(StoredFile.picture_name.is_not(None))))


def stored(session: DB) -> list[str]:
    return list(session.scalars(select(StoredFile.key)))


def test_an_emblem_is_shown_with_all_that_is_made_of_it(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, svg())

    assert edition.emblem is not None
    mark = edition.emblem.removesuffix(".svg")
    assert names(session) == {f"{mark}.svg", f"{mark}-print.png", f"{mark}-letter.png"}
    assert edition.emblem_ground is Ground.LIGHT
    row = found.by_name(f"{mark}.svg")
    assert row is not None
    assert (row.edition_id, row.upload_key, row.media_type) == (edition.id, None, "image/svg+xml")
    assert files.content_of(row).startswith(b"<svg")


def test_a_cover_is_shown_with_its_size_and_words(session: DB, edition: Edition) -> None:
    words = {"cover_alt": LocalText(sr="Брда"), "cover_credit": LocalText(sr="Ана")}
    edition_look.dress(edition, by=ANA, kept=kept(PictureUse.COVER, cover(2400, 1500)), colour="#004488", **words)

    assert (edition.cover_width, edition.cover_height, edition.colour) == (1600, 1000, "#004488")
    assert (edition.cover_alt.sr, edition.cover_credit.sr) == ("Брда", "Ана")
    assert names(session) == {f"{edition.cover}-1600.jpg", f"{edition.cover}-800.webp", f"{edition.cover}-1600.webp"}


def test_a_change_is_noted_once_with_old_and_new(session: DB, edition: Edition) -> None:
    before = edition.updated_at

    edition_look.dress(edition, by=ANA, kept=kept(PictureUse.EMBLEM, svg()), colour="#004488")

    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.action, entry.actor, entry.subject_code) == ("edition.changed", ANA, "2020")
    assert entry.details == {
        "emblem": {"kind": "changed", "old": "", "new": edition.emblem.removesuffix(".svg") if edition.emblem else None},
        "colour": {"kind": "changed", "old": "#7a1f3d", "new": "#004488"},
    }
    assert edition.updated_at != before


def test_nothing_new_is_no_change(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, disc())
    before = stored(session), edition.updated_at

    assert edition_look.dress(edition, by=ANA, kept=kept(PictureUse.EMBLEM, disc()), colour=edition.colour) == []
    assert (stored(session), edition.updated_at) == before


def test_a_new_picture_takes_the_place_of_the_old(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, svg())
    old = stored(session)

    dressed(edition, PictureUse.EMBLEM, disc())

    assert edition.emblem is not None
    assert names(session) == {f"{edition.emblem.removesuffix('.png')}{rest}" for rest in (".png", "-print.png", "-letter.png")}
    for key in old:
        with pytest.raises(FileNotFoundError):
            store.read(key)


def test_a_picture_taken_down_is_seen_by_nobody_and_can_be_put_back(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.COVER, cover())
    before = edition.cover, names(session)

    key = edition_look.take_down(edition, PictureUse.COVER, by=ANA)

    assert (edition.cover, edition.cover_width, names(session), len(stored(session))) == (None, None, set(), 1)

    edition_look.dress(edition, by=ANA, kept={PictureUse.COVER: key})

    assert (edition.cover, names(session)) == before


def test_what_is_not_put_back_is_forgotten_in_time(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, svg())
    key = edition_look.take_down(edition, PictureUse.EMBLEM, by=ANA)
    row = uploads.pending(key)
    assert row is not None
    row.created_at = clock.now() - KEPT_FOR * 2
    session.commit()

    assert uploads.purge_pending() == 1
    with pytest.raises(PictureRefused) as refused:
        edition_look.dress(edition, by=ANA, kept={PictureUse.EMBLEM: key})
    assert (refused.value.fault, refused.value.field, stored(session)) == (PictureFault.NOT_KEPT, "emblem", [])


def test_taking_down_nothing_is_no_change(session: DB, edition: Edition) -> None:
    before = edition.updated_at

    assert edition_look.take_down(edition, PictureUse.EMBLEM, by=ANA) == ""
    assert edition.updated_at == before


def test_a_file_that_is_no_picture_of_the_kind_is_refused_and_nothing_changes(session: DB, edition: Edition) -> None:
    paper = files.keep(b"%PDF-1.7", name="paper.pdf", media_type="application/pdf", upload_key="somebody's paper")

    with pytest.raises(PictureRefused) as refused:
        edition_look.dress(edition, by=ANA, kept={PictureUse.EMBLEM: "somebody's paper"}, colour="#004488")

    session.refresh(edition)
    assert (refused.value.fault, edition.emblem, edition.colour) == (PictureFault.KIND_NOT_TAKEN, None, "#7a1f3d")
    assert files.content_of(paper) == b"%PDF-1.7"


def test_a_closed_edition_keeps_its_look(edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, svg())
    editions.close(edition, by=ANA)

    with pytest.raises(EditionClosed):
        edition_look.take_down(edition, PictureUse.EMBLEM, by=ANA)
    with pytest.raises(EditionClosed):
        edition_look.dress(edition, by=ANA, kept={}, colour="#004488")
    assert (edition.emblem is not None, edition.colour) == (True, "#7a1f3d")


def test_a_published_programme_is_printed_anew(session: DB, edition: Edition) -> None:
    make_block(edition)
    programme_versions.publish(edition, name="прва", by=ANA)
    for job in session.scalars(select(Job)):
        session.delete(job)
    session.commit()

    edition_look.dress(edition, by=ANA, kept={}, colour=edition.colour)
    assert session.scalars(select(Job)).all() == []

    dressed(edition, PictureUse.EMBLEM, svg())
    assert [job.kind for job in session.scalars(select(Job))] == [JobKind.PROGRAMME_PDF] * 3


def test_two_editions_with_one_emblem_lose_it_apart(session: DB, edition: Edition) -> None:
    dressed(edition, PictureUse.EMBLEM, svg())
    second = editions.copy_edition(
        edition, slug="2021", number=15, theme=LocalText(sr="Нова"), starts_on=edition.starts_on, ends_on=edition.ends_on, by=ANA
    )
    assert second.emblem == edition.emblem

    edition_look.take_down(edition, PictureUse.EMBLEM, by=ANA)

    row = found.by_name(second.emblem or "")
    assert row is not None
    assert (row.edition_id, edition.emblem) == (second.id, None)
    assert files.content_of(row).startswith(b"<svg")


def test_pictures_for_print_are_read_from_the_storage(edition: Edition) -> None:
    nothing = (printed_pictures.small_emblem(edition), printed_pictures.master(edition, PictureUse.COVER))
    dressed(edition, PictureUse.EMBLEM, svg())
    dressed(edition, PictureUse.COVER, cover())

    small, emblem, large = (
        printed_pictures.small_emblem(edition),
        printed_pictures.master(edition, PictureUse.EMBLEM),
        printed_pictures.master(edition, PictureUse.COVER),
    )

    assert nothing == (None, None)
    assert small is not None
    assert emblem is not None
    assert large is not None
    assert [one.media_type for one in (small, emblem, large)] == ["image/png", "image/svg+xml", "image/jpeg"]
    assert [one.address for one in (small, large)] == ["asset:own-emblem", "asset:own-cover"]
