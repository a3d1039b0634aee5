"""The papers tell what there is: settings, commands, targets, decisions."""

import re
from collections.abc import Iterator

import click
import pytest
from flask import Flask

from tests.architecture.tree import PRODUCT, ROOT

_SETTING = re.compile(r'"([A-Z][A-Z0-9_]{3,})"')
_CODE_BLOCK = re.compile(r"^```(?:sh|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAPERS = ["README.md", "CONTRIBUTING.md"]


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _settings() -> set[str]:
    sources = [PRODUCT / "config.py", ROOT / "gunicorn.conf.py"]
    return {name for source in sources for name in _SETTING.findall(source.read_text(encoding="utf-8"))}


def test_every_setting_has_its_heading() -> None:
    headings = re.findall(r"^### `([A-Z0-9_]+)`", _read("docs/settings.md"), re.MULTILINE)

    assert sorted(headings) == sorted(_settings())


def _commands(group: click.Group, *before: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, *before, name)
        else:
            yield " ".join((*before, name)), command


def _own_commands(app: Flask) -> dict[str, click.Command]:
    def is_ours(command: click.Command) -> bool:
        inner = getattr(command.callback, "__wrapped__", command.callback)
        return str(getattr(inner, "__module__", "")).startswith("biblionet_reg")

    return {name: command for name, command in _commands(app.cli) if is_ours(command)}


def test_every_command_has_its_line(app: Flask) -> None:
    lines = re.findall(r"^\| `([a-z]+(?: [a-z]+)?)", _read("docs/commands.md"), re.MULTILINE)

    assert sorted(line for line in lines if not line.startswith("db ")) == sorted(_own_commands(app))


def test_every_command_says_what_it_does(app: Flask) -> None:
    assert [name for name, command in _own_commands(app).items() if not command.help] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_name_only_make_targets_that_are(paper: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", _read("Makefile"), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", _read(paper), re.MULTILINE)) <= {
        pair for target in targets for pair in ((target, ""), ("", target))
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_name_only_commands_that_are(paper: str, app: Flask) -> None:
    known = {*_own_commands(app), "db upgrade", "run"}
    said = re.findall(r"flask --app wsgi ([a-z]+(?: [a-z]+)?)", "\n".join(_CODE_BLOCK.findall(_read(paper))))

    assert [words for words in said if words not in known and words.split()[0] not in known] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_name_only_files_that_are(paper: str) -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\((?!https?:)([^)]+)\)", _read(paper))]
    installed = re.findall(r"pip install -r ([\w./-]+)", _read(paper))

    assert [name for name in (*links, *installed) if name and not (ROOT / name.rstrip("`")).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_dependency_has_its_reason_and_its_pin(name: str) -> None:
    wanted = [line for line in _read(f"{name}.in").splitlines() if line and not line.startswith(("#", "-r"))]
    pinned = set(re.findall(r"^([A-Za-z0-9_.-]+)==", _read(f"{name}.txt"), re.MULTILINE))
    plain = {re.split(r"[\[=><~ ]", line)[0].lower(): line for line in wanted}

    assert [line for line in wanted if " # " not in line] == []
    assert sorted(plain.keys() - {pin.lower() for pin in pinned}) == []
