"""`flask catalogue …` on a small project of its own."""

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel import Locale
from flask import Flask

from biblionet_reg.cli import catalogue
from biblionet_reg.cli.message_files import CatalogueFiles

CODE = """
title = _("Books & people")
count = ngettext("%(num)s paper", "%(num)s papers", n)
sense = pgettext("month", "May")
"""
TEMPLATE = '<h1>{{ _("Hello %(name)s", name=name) }}</h1>'
HEADER = """msgid ""
msgstr ""
"Language: sr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
"""
SERBIAN = {
    'msgid "Books & people"\nmsgstr ""': 'msgid "Books & people"\nmsgstr "Књиге и људи"',
    'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""': 'msgstr[0] "%(num)s рад"\nmsgstr[1] "%(num)s рада"\nmsgstr[2] "%(num)s радова"',
    'msgid "May"\nmsgstr ""': 'msgid "May"\nmsgstr "мај"',
    'msgid "Hello %(name)s"\nmsgstr ""': 'msgid "Hello %(name)s"\nmsgstr "Здраво, %(name)s"',
}


class Project:
    """A project with one module, one template and its catalogues."""

    def __init__(self, app: Flask, root: Path) -> None:
        self._runner = app.test_cli_runner()
        self.root = root
        self.serbian = CatalogueFiles(root, "sr")
        self.latin = CatalogueFiles(root, "sr_Latn")
        for name, text in (("biblionet_reg/words.py", CODE), ("templates/page.html", TEMPLATE)):
            (root / name).parent.mkdir()
            (root / name).write_text(text, encoding="utf-8")

    def run(self, command: str) -> tuple[int, list[str]]:
        result = self._runner.invoke(args=["catalogue", command], catch_exceptions=False)
        return result.exit_code, result.output.splitlines()

    def change(self, changes: dict[str, str]) -> None:
        text = self.serbian.po.read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        self.serbian.po.write_text(text, encoding="utf-8")

    def give_latin(self, messages: str) -> None:
        head = self.latin.po.read_text(encoding="utf-8").partition("\n\n")[0]
        self.latin.overrides.write_text(f"{head}\n\n{messages}", encoding="utf-8")


@pytest.fixture
def project(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "project"
    root.mkdir()
    made = Project(app, root)
    monkeypatch.setattr(catalogue, "_ROOT", root)
    return made


@pytest.fixture
def translated(project: Project) -> Project:
    project.run("update")
    project.change(SERBIAN)
    project.run("update")
    return project


def test_update_gathers_code_and_templates(project: Project) -> None:
    answer = project.run("update")

    po = project.serbian.po.read_text(encoding="utf-8")
    assert answer == (0, ["4 messages, 4 of them not translated yet."])
    assert po.startswith(HEADER)
    assert "#: templates/page.html\n#, python-format\nmsgid" in po


def test_update_twice_changes_nothing(translated: Project) -> None:
    before = [path.read_bytes() for path in sorted(translated.root.rglob("messages.*"))]

    translated.run("update")

    assert [path.read_bytes() for path in sorted(translated.root.rglob("messages.*"))] == before
    assert len(before) == 4


def test_update_derives_latin_and_compiles_both(translated: Project) -> None:
    with translated.serbian.mo.open("rb") as file:
        serbian = GNUTranslations(file)
    with translated.latin.mo.open("rb") as file:
        latin = GNUTranslations(file)

    assert [serbian.ngettext("%(num)s paper", "%(num)s papers", n) for n in (21, 3, 11)] == [
        "%(num)s рад",
        "%(num)s рада",
        "%(num)s радова",
    ]
    assert [latin.gettext(text) for text in ("Books & people", "Hello %(name)s")] == ["Knjige i ljudi", "Zdravo, %(name)s"]
    assert latin.pgettext("month", "May") == "maj"


def test_update_drops_what_is_gone_and_guesses_nothing(translated: Project) -> None:
    (translated.root / "templates/page.html").write_text('{{ _("Hello, %(name)s", name=name) }}', encoding="utf-8")

    translated.run("update")

    po = translated.serbian.po.read_text(encoding="utf-8")
    assert 'msgid "Hello, %(name)s"\nmsgstr ""' in po
    assert "Здраво" not in po
    assert "fuzzy" not in po


def test_compiled_catalogue_leaves_english_what_is_not_translated(project: Project) -> None:
    project.run("update")

    with project.serbian.mo.open("rb") as file:
        found = GNUTranslations(file)
    assert found.ngettext("%(num)s paper", "%(num)s papers", 2) == "%(num)s papers"


def test_check_is_content_with_a_complete_catalogue(translated: Project) -> None:
    assert translated.run("check") == (0, ["The message catalogues are complete."])


def test_check_names_everything_that_is_wrong(translated: Project) -> None:
    translated.change(
        {
            'msgstr "Књиге и људи"': 'msgstr ""',
            'msgstr "Здраво, %(name)s"': 'msgstr "Здраво, %(nam)s"',
            'msgctxt "month"\nmsgid "May"': '#, fuzzy\nmsgctxt "month"\nmsgid "May"',
            'msgid "%(num)s paper"': 'msgid "%(num)s page"',
        }
    )

    assert translated.run("check") == (
        1,
        [
            "Error: 8 faults in the message catalogues:",
            "  “Books & people” is not translated: biblionet_reg/words.py",
            "  “%(num)s paper” is not in the catalogue (make messages): biblionet_reg/words.py",
            "  “May” is marked fuzzy: biblionet_reg/words.py",
            "  “Hello %(name)s” has other placeholders or tags than the message: templates/page.html",
            "  “%(num)s page” is no longer used (make messages): biblionet_reg/words.py",
            "  sr/messages.mo is not up to date (make messages)",
            "  sr_Latn/messages.po is not up to date (make messages)",
            "  sr_Latn/messages.mo is not up to date (make messages)",
        ],
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({'msgstr "мај"': 'msgstr ""'}, "“May” is not translated: biblionet_reg/words.py"),
        ({'msgid "May"': 'msgid "Mai"'}, "“May” is not in the catalogue (make messages): biblionet_reg/words.py"),
        ({'msgid "May"': 'msgid "Mai"'}, "“Mai” is no longer used (make messages): biblionet_reg/words.py"),
        ({'msgctxt "month"': '#, fuzzy\nmsgctxt "month"'}, "“May” is marked fuzzy: biblionet_reg/words.py"),
        ({"Здраво, %(name)s": "Здраво"}, "“Hello %(name)s” has other placeholders or tags than the message: templates/page.html"),
        ({'msgstr[2] "%(num)s радова"': 'msgstr[2] "радова"'}, "has other placeholders or tags than the message"),
        ({'msgstr[2] "%(num)s радова"\n': ""}, "“%(num)s paper” is not translated: biblionet_reg/words.py"),
        ({'msgstr "мај"': 'msgstr "мaј"'}, "“May” has a word of Cyrillic and Latin letters: biblionet_reg/words.py"),
        ({'msgstr "мај"': 'msgstr "май"'}, "“May” has a Cyrillic letter that Serbian does not use: biblionet_reg/words.py"),
    ],
)
def test_check_fails_for_each_fault_alone(translated: Project, change: dict[str, str], fault: str) -> None:
    translated.change(change)

    exit_code, lines = translated.run("check")

    assert exit_code == 1
    assert any(fault in line for line in lines), lines


def test_latin_given_by_hand_stands_in_the_catalogue(translated: Project) -> None:
    translated.give_latin('msgid "Books & people"\nmsgstr "Knjige & ljudi"\n')

    translated.run("update")

    with translated.latin.mo.open("rb") as file:
        latin = GNUTranslations(file)
    assert [latin.gettext(text) for text in ("Books & people", "Hello %(name)s")] == ["Knjige & ljudi", "Zdravo, %(name)s"]
    assert translated.run("check") == (0, ["The message catalogues are complete."])


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ('msgid "Books & people"\nmsgstr "Knjige i ljudi"\n', "“Books & people” in sr_Latn/overrides.po is what is derived anyway"),
        ('msgid "Books"\nmsgstr "Knjige"\n', "“Books” is given in sr_Latn/overrides.po, but is no message any more"),
        ('msgid "May"\nmsgstr "svibanj"\n', "“May” is given in sr_Latn/overrides.po, but is no message any more"),
        ('#, fuzzy\nmsgid "Books & people"\nmsgstr "Ljudi"\n', "“Books & people” is marked fuzzy in sr_Latn/overrides.po"),
        ('msgid "Books & people"\nmsgstr "Kњige"\n', "“Books & people” in sr_Latn/overrides.po has a word of Cyrillic and Latin letters"),
        ('msgid "Books & people"\nmsgstr "Књиге"\n', "“Books & people” in sr_Latn/overrides.po has a Cyrillic letter"),
        ('msgid "Hello %(name)s"\nmsgstr "Ćao"\n', "in sr_Latn/overrides.po has other placeholders or tags than the message"),
    ],
)
def test_check_minds_the_latin_given_by_hand(translated: Project, given: str, fault: str) -> None:
    translated.give_latin(given)
    translated.run("update")

    exit_code, lines = translated.run("check")

    assert exit_code == 1
    assert any(fault in line for line in lines), lines


@pytest.mark.parametrize("locale", ["sr", "sr_Latn"])
def test_both_scripts_have_one_few_and_other(translated: Project, locale: str) -> None:
    with CatalogueFiles(translated.root, locale).mo.open("rb") as file:
        found = GNUTranslations(file)

    words = {n: found.ngettext("%(num)s paper", "%(num)s papers", n).split()[1] for n in range(1200)}

    expected = {"one": "рад", "few": "рада", "other": "радова"}
    latin = {"рад": "rad", "рада": "rada", "радова": "radova"}
    plural_form = Locale("sr").plural_form
    assert words == {n: expected[plural_form(n)] if locale == "sr" else latin[expected[plural_form(n)]] for n in range(1200)}
