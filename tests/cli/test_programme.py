"""`flask programme …` and `flask badges …`."""

import subprocess
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeVersion
from biblionet_reg.queries import editions
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block, make_person, make_registration, make_slot, make_submission
from tests.needs import need


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


def invoke(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=words)
    return result.exit_code, result.output


def text_of(pdf: Path) -> str:
    program = need("pdftotext", package="poppler-utils")
    return subprocess.run([program, "-enc", "UTF-8", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def place_one(title: str = "Љубав према књизи") -> None:
    edition = edition_here()
    make_slot(make_block(edition), make_submission(edition, title=title, authors=[make_person("Ђурђина", "Њежић")]), "10:00")


def test_publish_freezes_a_version(app: Flask) -> None:
    with app.app_context():
        place_one()

    ran = invoke(app, "programme", "publish", "--name", " Прелиминарни  програм ")

    assert ran == (0, "Published: version 1, “Прелиминарни програм”.\n")
    with app.app_context():
        assert db.session.scalars(select(ProgrammeVersion.name)).all() == ["Прелиминарни програм"]


def test_publish_twice_under_one_name_is_refused(app: Flask) -> None:
    with app.app_context():
        place_one()
    invoke(app, "programme", "publish", "--name", "1.0")

    ran = invoke(app, "programme", "publish", "--name", "1.0")

    assert ran == (1, "Error: A published programme is already called “1.0”. Choose another name.\n")


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_publish_refuses_a_wrong_name(app: Flask, name: str) -> None:
    code, output = invoke(app, "programme", "publish", "--name", name)

    assert (code, "Give a name of 1 to 60 characters." in output) == (2, True)


def test_publish_refuses_an_empty_programme(app: Flask) -> None:
    assert invoke(app, "programme", "publish", "--name", "1.0") == (1, "Error: There is nothing to publish yet. Add a session first.\n")


@pytest.mark.parametrize(("lang", "name"), [("sr", "Ђурђина Њежић"), ("sr-Latn", "Đurđina Nježić"), ("en", "Đurđina Nježić")])
def test_export_writes_a_pdf(app: Flask, tmp_path: Path, lang: str, name: str) -> None:
    with app.app_context():
        place_one()
        publish(edition_here(), name="1.0", by="test")
    target = tmp_path / "programme.pdf"

    code, output = invoke(app, "programme", "export", "--format", "pdf", "--lang", lang, "--output", str(target))

    assert (code, output.startswith(f"Written: {target} (pdf, version 1, ")) == (0, True)
    assert name in text_of(target)


def test_export_writes_an_older_version(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        place_one("Први рад")
        publish(edition_here(), name="1.0", by="test")
        make_slot(make_block(edition_here(), "14:00", "15:00"), make_submission(edition_here(), title="Други рад"), "14:00")
        publish(edition_here(), name="2.0", by="test")
    target = tmp_path / "programme.pdf"

    invoke(app, "programme", "export", "--format", "pdf", "--version", "1", "--output", str(target))

    assert ("Први рад" in text_of(target), "Други рад" in text_of(target)) == (True, False)


def test_export_without_a_version_is_refused(app: Flask, tmp_path: Path) -> None:
    target = tmp_path / "programme.pdf"

    unpublished = invoke(app, "programme", "export", "--format", "pdf", "--output", str(target))
    unknown = invoke(app, "programme", "export", "--format", "pdf", "--version", "7", "--output", str(target))
    beyond = invoke(app, "programme", "export", "--format", "pdf", "--version", "9" * 30, "--output", str(target))

    assert (unpublished, unknown) == ((1, "Error: Nothing is published yet.\n"), (1, "Error: There is no version 7.\n"))
    assert beyond[0] == 2
    assert not target.exists()


def test_badges_export_writes_a_pdf(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        code = make_registration(edition_here(), given_name="Џана", family_name="Ђокић").code
    target = tmp_path / "badges.pdf"

    exit_code, output = invoke(app, "badges", "export", "--sheet", "single", "--lang", "sr-Latn", "--output", str(target))

    assert (exit_code, output.startswith(f"Written: {target} (")) == (0, True)
    text = " ".join(text_of(target).split())
    assert ("Džana Đokić" in text, code in text) == (True, True)


def test_badges_export_to_a_missing_folder_is_refused(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        make_registration(edition_here())
    target = tmp_path / "missing" / "badges.pdf"

    ran = invoke(app, "badges", "export", "--output", str(target))

    assert ran == (1, f"Error: {target} cannot be written: No such file or directory.\n")


def test_badges_export_without_registrations_is_refused(app: Flask, tmp_path: Path) -> None:
    ran = invoke(app, "badges", "export", "--output", str(tmp_path / "badges.pdf"))

    assert ran == (1, "Error: There are no confirmed registrations yet.\n")
