"""`flask edition …`, as it is typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from biblionet_reg.extensions import db
from biblionet_reg.queries import editions as found
from biblionet_reg.services import editions
from tests.edition_uses import use_everything

ROOT = Path(__file__).resolve().parent.parent.parent
BUNDLED = ROOT / "biblionet_reg/data/edition-2020.json"
SMALL = ROOT / "tests/data/edition-small.json"


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["edition", *words], catch_exceptions=False)


def written(folder: Path, **changes: Any) -> str:
    path = folder / "edition.json"
    path.write_text(json.dumps({**json.loads(SMALL.read_text(encoding="utf-8")), **changes}), encoding="utf-8")
    return str(path)


def test_load_twice_says_that_nothing_changed(app: Flask) -> None:
    result = run(app, "load")

    assert (result.exit_code, result.output) == (0, "Edition 2020 is as the file says; nothing was changed.\n")


def test_load_tells_the_differences(app: Flask, tmp_path: Path) -> None:
    assert run(app, "load", str(SMALL)).output == "added    zrno-2031\n"

    result = run(app, "load", written(tmp_path, number=26, rooms=[]))

    assert result.exit_code == 0
    assert result.output == "changed  number: “25” → “26”\nremoved  rooms.theatre\nremoved  rooms.attic\n"


def test_dry_run_changes_nothing(app: Flask) -> None:
    result = run(app, "load", str(SMALL), "--dry-run")

    assert (result.exit_code, result.output) == (0, "added    zrno-2031\nThis was a dry run; nothing was changed.\n")
    with app.app_context():
        assert found.by_slug("zrno-2031") is None


def test_only_new_leaves_what_is_there(app: Flask, tmp_path: Path) -> None:
    run(app, "load", str(SMALL))

    result = run(app, "load", written(tmp_path, number=26), "--only-new")

    assert (result.exit_code, result.output) == (0, "Edition zrno-2031 is there already; nothing was changed.\n")


def test_what_is_in_use_is_told(app: Flask, tmp_path: Path) -> None:
    run(app, "load", str(SMALL))
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        use_everything(db.session, edition)
    file = json.loads(BUNDLED.read_text(encoding="utf-8"))
    path = tmp_path / "2020.json"
    path.write_text(json.dumps({**file, "rooms": file["rooms"][1:]}), encoding="utf-8")

    result = run(app, "load", str(path))

    assert result.output == "kept     rooms.great-room: the file does not list it, but it is in use (1)\n"


def test_words_that_mixed_alphabets_are_told(app: Flask, tmp_path: Path) -> None:
    path = written(tmp_path, host_place={"sr": "Сoмбор"}, venue_name={"sr": "Клуб „Librаry“ града"})

    first, again = run(app, "load", path), run(app, "load", path)

    mended = (
        "mended   host_place.sr: “Сoмбор” mixed Cyrillic and Latin letters, and is read as “Сомбор”\n"
        "left     venue_name.sr: “Librаry” mixes Cyrillic and Latin letters: check it\n"
    )
    assert (first.exit_code, first.output) == (0, mended + "added    zrno-2031\n")
    assert again.output == mended + "Edition zrno-2031 is as the file says; nothing was changed.\n"


def test_words_are_added_changed_and_removed_by_a_file(app: Flask, tmp_path: Path) -> None:
    words = [{"kind": "protected", "latin": "Kobo"}, {"kind": "pair", "latin": "Injac", "cyrillic": "Инјац"}]
    run(app, "load", str(SMALL))

    added = run(app, "load", written(tmp_path, words=words))
    turned = run(app, "load", written(tmp_path, words=words[::-1]))
    changed = run(app, "load", written(tmp_path, words=[{**words[1], "cyrillic": "Ињац"}]))

    assert added.output == "added    words.kobo\nadded    words.injac\n"
    assert turned.output == "Edition zrno-2031 is as the file says; nothing was changed.\n"
    assert changed.output == "changed  words.injac.cyrillic: “Инјац” → “Ињац”\nremoved  words.kobo\n"


def test_a_bad_file_is_one_list_of_faults(app: Flask, tmp_path: Path) -> None:
    path = written(tmp_path, slug="ё", number=0)

    result = run(app, "load", path)

    assert result.exit_code == 1
    assert result.output == (
        f"Error: {path} was not loaded.\n"
        "  slug: must be small Latin letters, digits and single dashes, 60 characters at most\n"
        "  number: must be a whole number from 1 to 999, or null\n"
    )


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"format": 1}'])
def test_what_is_no_edition_file_never_ends_in_a_traceback(app: Flask, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "edition.json"
    path.write_bytes(content)

    result = run(app, "load", str(path))

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path} was not loaded.\n  ")


def test_a_missing_file_is_told(app: Flask) -> None:
    result = run(app, "load", "/nowhere/edition.json")

    assert result.exit_code == 2
    assert "does not exist" in result.output


def test_a_closed_edition_is_not_changed_by_a_file(app: Flask, tmp_path: Path) -> None:
    run(app, "load", str(SMALL))
    with app.app_context():
        edition = found.by_slug("zrno-2031")
        assert edition is not None
        editions.close(edition, by="test")

    result = run(app, "load", written(tmp_path, number=26))

    assert (result.exit_code, result.output) == (1, "Error: Edition zrno-2031 is closed: reopen it before changing it.\n")


def test_dates_that_do_not_fit_what_is_there_are_told(app: Flask, tmp_path: Path) -> None:
    run(app, "load", str(SMALL))
    data = json.loads(SMALL.read_text(encoding="utf-8"))
    del data["call_closes_at"]
    path = tmp_path / "edition.json"
    path.write_text(json.dumps({**data, "call_opens_at": "2030-12-24T00:00:00+01:00"}), encoding="utf-8")

    result = run(app, "load", str(path))

    assert (result.exit_code, result.output) == (1, "Error: Edition zrno-2031 would have dates in the wrong order: call_closes_at.\n")


def test_too_few_places_are_told(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        use_everything(db.session, edition)
    file = json.loads(BUNDLED.read_text(encoding="utf-8"))
    path = tmp_path / "2020.json"
    path.write_text(json.dumps({**file, "participant_limit": 0}), encoding="utf-8")

    result = run(app, "load", str(path))

    assert (result.exit_code, result.output) == (1, "Error: participant_limit: 1 people are registered, so 0 is too few.\n")


def test_list_shows_every_edition_the_latest_first(app: Flask) -> None:
    run(app, "load", str(SMALL))
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        editions.mark_current(edition, by="test")
        editions.close(edition, by="test")

    result = run(app, "list")

    assert result.output.splitlines() == [
        "zrno-2031\t2031-02-06..2031-02-07\t-\tДеца и млади – библиотека за нове генерације",
        "2020\t2020-10-01..2020-10-03\tcurrent,closed\tСарадња и партнерства: креирање нове заједничке визије за библиотеке",
    ]


def test_export_writes_the_bundled_file(app: Flask, tmp_path: Path) -> None:
    target = tmp_path / "out.json"

    result = run(app, "export", "--edition", "2020", "--output", str(target))

    assert (result.exit_code, result.output) == (0, f"Edition 2020 is written to {target}.\n")
    assert target.read_bytes() == BUNDLED.read_bytes()


def test_export_without_output_writes_to_the_screen(app: Flask) -> None:
    assert run(app, "export").output == BUNDLED.read_text(encoding="utf-8")


def test_export_where_nothing_can_be_written_is_told(app: Flask, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "out.json"

    result = run(app, "export", "--output", str(target))

    assert (result.exit_code, result.output) == (1, f"Error: {target} cannot be written: No such file or directory.\n")
