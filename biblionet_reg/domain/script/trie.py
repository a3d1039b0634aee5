"""One pattern for many words: common beginnings are read once."""

import re
from collections.abc import Iterable
from typing import Any


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of `words` at a place; one that never matches when there are none."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root) if root else r"(?!)"


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + _pattern(rest) for char, rest in node.items() if char]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return inner + "?" if "" in node else inner
