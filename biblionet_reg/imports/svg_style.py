"""What a drawing's style says of paint: read, so that it can be written at the elements and the style left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from biblionet_reg.imports.svg_names import PAINT

Paint = dict[str, str]
#: Longer styles are not an emblem's.
_MOST = 100_000


@dataclass(slots=True)
class Rules:
    """Rules for one class, one name or one kind of element; all others are left out."""

    by_kind: dict[str, Paint] = field(default_factory=dict)
    by_class: dict[str, Paint] = field(default_factory=dict)
    by_name: dict[str, Paint] = field(default_factory=dict)

    def of(self, kind: str, name: str, classes: list[str]) -> Paint:
        """Return what the rules say of an element, the nearer rule above the farther."""
        found = dict(self.by_kind.get(kind, {}))
        for one in self.by_class:
            if one in classes:
                found |= self.by_class[one]
        return found | self.by_name.get(name, {})

    def add(self, selector: str, paint: Paint) -> None:
        """Take a rule in; one whose selector is more than a single class, name or kind is left out."""
        kinds = {".": self.by_class, "#": self.by_name}
        place, name = kinds.get(selector[:1], self.by_kind), selector.lstrip(".#")
        if name.replace("-", "").replace("_", "").isalnum():
            place[name] = place.pop(name, {}) | paint


def rules_of(styles: Iterable[Element]) -> Rules:
    """Return what the `style` elements of a drawing say of paint."""
    import tinycss2  # noqa: PLC0415 - only when a picture comes

    found = Rules()
    for style in styles:
        for rule in tinycss2.parse_stylesheet("".join(style.itertext())[:_MOST], skip_comments=True, skip_whitespace=True):
            if rule.type == "qualified-rule":
                paint = _paint(tinycss2.parse_declaration_list(rule.content))
                for selector in tinycss2.serialize(rule.prelude).split(","):
                    found.add(selector.strip(), paint)
    return found


def declarations(text: str) -> Paint:
    """Return what a `style` attribute says of paint."""
    import tinycss2  # noqa: PLC0415 - only when a picture comes

    return _paint(tinycss2.parse_declaration_list(text[:_MOST])) if text else {}


def _paint(parsed: Iterable[object]) -> Paint:
    import tinycss2  # noqa: PLC0415 - only when a picture comes

    said = (one for one in parsed if getattr(one, "type", "") == "declaration")
    return {one.lower_name: tinycss2.serialize(one.value).strip() for one in said if one.lower_name in PAINT}  # type: ignore[attr-defined]  # a declaration has both
