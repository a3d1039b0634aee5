"""The law of floors: imports go down, and nowhere in a circle."""

import subprocess
import sys
from pathlib import Path

import grimp


def test_imports_keep_the_law_of_floors() -> None:
    # In a process of its own: it sets up logging and silences every logger there is.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr


def test_imports_go_nowhere_in_a_circle() -> None:
    graph = grimp.build_graph("biblionet_reg", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    while free := {module for module, below in imports.items() if not below}:
        imports = {module: below - free for module, below in imports.items() if module not in free}

    assert imports == {}, "these modules import each other in a circle"
