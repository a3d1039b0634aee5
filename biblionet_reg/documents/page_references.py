"""Pages a person of an index stands on, each told once: only a laid out document knows which papers share a page."""

import re
from collections.abc import Callable, Mapping

_REFERENCES = re.compile(r'<span class="pages">(.*?)</span>', re.DOTALL)
_REFERENCE = re.compile(r'<a href="#([^"]+)"></a>')


def told_once(html: str, page_of: Mapping[str, int]) -> str:
    """Return `html` where the references of one entry lead to different pages; `page_of` says where each anchor stands."""
    return _REFERENCES.sub(_entry(page_of), html)


def has_several(html: str) -> bool:
    """Say whether any entry has more than one reference, so that pages may repeat."""
    return any(len(_REFERENCE.findall(entry)) > 1 for entry in _REFERENCES.findall(html))


def _entry(page_of: Mapping[str, int]) -> Callable[[re.Match[str]], str]:
    def rewritten(entry: re.Match[str]) -> str:
        first: dict[object, str] = {}
        for anchor in _REFERENCE.findall(entry[1]):
            first.setdefault(page_of.get(anchor, anchor), f'<a href="#{anchor}"></a>')
        return f'<span class="pages">{", ".join(first.values())}</span>'

    return rewritten
