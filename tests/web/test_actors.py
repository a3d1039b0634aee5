"""Who did something, as pages say it."""

import pytest
from flask import Flask

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.i18n import speaking
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts
from biblionet_reg.web.organiser.actors import who_among
from tests.statements import statements


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.SR, ["Љубица Џунић", "Nagy Ágnes", "gone@example.org", "Командна линија", "Систем"]),
        (Lang.SR_LATN, ["Ljubica Džunić", "Nagy Ágnes", "gone@example.org", "Komandna linija", "Sistem"]),
        (Lang.EN, ["Ljubica Džunić", "Nagy Ágnes", "gone@example.org", "The command line", "The system"]),
    ],
)
def test_actors_are_named_by_the_people_behind_them(app: Flask, lang: Lang, expected: list[str]) -> None:
    actors = ["ljubica@example.org", "agnes@example.org", "gone@example.org", "command", "worker"]
    with app.app_context():
        edition = editions.by_slug("2020")
        for email, name in (("ljubica@example.org", "Љубица Џунић"), ("agnes@example.org", "Nagy Ágnes")):
            accounts.grant_role(email, name=name, role=StaffRole.DESK, edition=edition, by="test")
        with speaking(lang):
            who = who_among(actors)
            told = [getattr(words, "striptags", words.__str__)() for words in map(who, actors)]

    assert told == expected


def test_nobody_is_looked_for_where_no_account_acted(app: Flask) -> None:
    with app.app_context(), statements(app) as asked:
        who_among(["command", "R-234567"])

    assert asked == []
