"""What the code of the product never does."""

import ast
import re

from tests.architecture.tree import PRODUCT, ROOT, calls, modules, name_of, tree_of

LONGEST = 250
_CLOCKS = re.compile(r"(^|\.)(datetime\.(now|utcnow|today|fromtimestamp)|date\.today|time\.time|time\.localtime)$")
#: A word that another one of docs/glossary.md stands for.
OTHER_WORDS = {
    "agenda": "programme",
    "affiliation": "institution",
    "attendee": "person, registration",
    "booking": "registration",
    "conference": "edition",
    "contribution": "presentation",
    "delegate": "person, registration",
    "diploma": "certificate",
    "hall": "room",
    "helper": "the noun it helps",
    "judgement": "decision",
    "notification": "letter",
    "organisation": "institution",
    "organization": "institution",
    "profile": "person, account",
    "rating": "score",
    "speaker": "author, presenter",
    "talk": "presentation, submission",
    "ticket": "registration",
    "user": "person, account",
    "utils": "the noun it is about",
    "vote": "review",
}


def test_only_the_clock_knows_the_time() -> None:
    found = [
        f"{name_of(path)}:{line} {call}"
        for path in modules()
        for call, line in calls(path)
        if _CLOCKS.search(call) and path != PRODUCT / "clock.py"
    ]

    assert found == [], "ask clock.now() or clock.today()"


def test_nothing_prints() -> None:
    found = [f"{name_of(path)}:{line}" for path in modules() for call, line in calls(path) if call == "print"]

    assert found == [], "a command speaks with click.echo, everything else through the logger"


def test_only_services_commit() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in modules()
        for call, line in calls(path)
        if call.endswith("session.commit") and path != PRODUCT / "services" / "transaction.py"
    ]

    assert found == [], "a use-case runs inside `with transaction():`"


def test_modules_are_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}, (
        "a noun became a drawer: split it by a smaller noun"
    )


def test_modules_say_what_they_are() -> None:
    assert [name_of(path) for path in modules() if not ast.get_docstring(tree_of(path))] == [], "begin the module with one sentence"


def test_names_come_from_the_glossary() -> None:
    found = [
        f"{name_of(path)}: {name} (say {OTHER_WORDS[word]})"
        for path in modules()
        for name in sorted({path.stem, *_names_made_in(tree_of(path))})
        for word in _words_of(name)
        if word in OTHER_WORDS
    ]

    assert found == []


def _names_made_in(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def _words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_exceptions_to_a_rule_have_their_reason() -> None:
    bare = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore)\s*$")
    found = [
        f"{name_of(path)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]

    assert found == [], "say why after the rule: `# noqa: E501 - a table reads better unbroken`"


def test_migrations_import_nothing_of_the_product_but_its_rules() -> None:
    more = re.compile(r"biblionet_reg(?!\.domain\.)")
    found = [name_of(path) for path in (ROOT / "migrations").rglob("*.py") if more.search(path.read_text(encoding="utf-8"))]

    assert found == [], "a migration must work long after the code it came with; the domain's functions may fill what it adds"
