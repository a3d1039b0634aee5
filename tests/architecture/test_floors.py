"""The law of floors: imports go down, and nowhere in a circle."""

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_imports_keep_the_law_of_floors(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_imports_go_nowhere_in_a_circle() -> None:
    graph = grimp.build_graph("biblionet_reg", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    while free := {module for module, below in imports.items() if not below}:
        imports = {module: below - free for module, below in imports.items() if module not in free}

    assert imports == {}, "these modules import each other in a circle"
