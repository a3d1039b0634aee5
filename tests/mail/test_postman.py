"""Handing letters over: whatever somebody wrote into them arrives whole."""

from pathlib import Path

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.mail.postman import Parcel, deliver
from tests.conftest import make_app
from tests.databases import Databases
from tests.post_office import post_office


@pytest.mark.parametrize("paragraph", ["Кратко.", "Рад је јасан; допуните податке. " * 100, "a" * 999], ids=["short", "long", "one word"])
def test_a_paragraph_of_any_length_arrives_whole(databases: Databases, tmp_path: Path, paragraph: str) -> None:
    with post_office() as office:
        app = make_app(tmp_path, databases.copy(tmp_path), **office.settings())
        with app.app_context():
            deliver(
                Parcel(
                    file_name="one",
                    message_id="<one@localhost>",
                    to_name="Милица Петровић",
                    to_email="milica@example.org",
                    reply_to="",
                    language=Lang.SR,
                    subject="О вашем раду",
                    text=f"Поштовани/а,\n\n{paragraph}\n",
                    html=f"<p>{paragraph}</p>\n",
                )
            )

    letter = office.letters[0]
    text, html = (letter.get_body((kind,)).get_content().splitlines() for kind in ("plain", "html"))
    assert text == ["Поштовани/а,", "", paragraph]
    assert html == [f"<p>{paragraph}</p>"]
    assert max(len(line) for line in letter.as_bytes().splitlines()) <= 998
