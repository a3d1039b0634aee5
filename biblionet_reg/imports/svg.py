"""Writing an organiser's SVG anew: only what draws stays, by lists of elements and attributes.

No script, no event, no animation, no text, no picture inside, nothing from outside, no style: what classes say of
colours and lines is written at the elements themselves. What is written anew reads back as itself.
"""

import re
from xml.etree.ElementTree import Element, ParseError, tostring

from biblionet_reg.domain.picture import PictureFault, PictureRefused, PictureUse
from biblionet_reg.imports import svg_style
from biblionet_reg.imports.svg_names import ATTRIBUTES, DRAWN, ELEMENTS, GRADIENTS, GROUPS, REFERENCES, SHAPES

_SPACE = "http://www.w3.org/2000/svg"
_LINK_SPACE = "{http://www.w3.org/1999/xlink}"
_MOST_ELEMENTS = 5000
_MOST_USES = 100
_MOST_DEPTH = 40
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(?:px|pt|mm|cm|in|pc)?\s*", re.IGNORECASE)
_INSIDE = re.compile(r"url\(\s*[\"']?#([\w.:-]+)[\"']?\s*\)\s*(?:none)?", re.ASCII)
_REFERENCE = re.compile(r"#([\w.:-]+)", re.ASCII)
_PLAIN = re.compile(r"[^<>\"'&\\{};@]*")
_LARGEST = 1_000_000.0


def cleaned(content: bytes) -> tuple[bytes, int, int]:
    """Return the SVG written anew, with its width and height in its own units. Raises PictureRefused."""
    root = _parsed(content)
    if _local(root) != "svg":
        raise _refused(PictureFault.KIND_NOT_TAKEN)
    _refuse_intricate(root)
    box = _view_box(root)
    kept = Element("svg", {"xmlns": _SPACE, "viewBox": " ".join(f"{number:g}" for number in box)})
    rules = svg_style.rules_of(element for element in root.iter() if _local(element) == "style")
    kept.attrib |= _attributes(root, "svg", rules)
    _copy(root, kept, rules)
    _mend_references(kept)
    if not any(element.tag in DRAWN for element in kept.iter()):
        raise _refused(PictureFault.SHOWS_NOTHING)
    return tostring(kept, encoding="utf-8", xml_declaration=False), max(round(box[2]), 1), max(round(box[3]), 1)


def _parsed(content: bytes) -> Element:
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only when a picture comes
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - only when a picture comes

    try:
        root: Element = fromstring(content)
    except DefusedXmlException as error:
        raise _refused(PictureFault.ENTITIES) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise _refused(PictureFault.BROKEN) from error
    return root


def _refuse_intricate(root: Element) -> None:
    """Raise PictureRefused when there is more in it than in any emblem: elements, or elements inside elements."""
    count, row = 0, [root]
    for _depth in range(_MOST_DEPTH):
        count += len(row)
        if count > _MOST_ELEMENTS:
            break
        row = [child for element in row for child in element]
        if not row:
            return
    raise _refused(PictureFault.TOO_INTRICATE)


def _view_box(root: Element) -> tuple[float, float, float, float]:
    """Return the box the drawing stands in: its own, or one as large as the drawing says it is."""
    given = root.get("viewBox", "").replace(",", " ").split()
    try:
        left, top, width, height = (float(number) for number in given)
    except ValueError:
        left, top, width, height = 0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))
    if not (0 < width < _LARGEST and 0 < height < _LARGEST and abs(left) < _LARGEST and abs(top) < _LARGEST):
        raise _refused(PictureFault.NO_SIZE)
    return left, top, width, height


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) if found else 0.0


def _copy(old: Element, new: Element, rules: svg_style.Rules) -> None:
    """Copy what draws, with its attributes, from one element into another."""
    for child in old:
        name = "g" if _local(child) in GROUPS else _local(child)
        if name not in ELEMENTS:
            continue
        kept = Element(name, _attributes(child, name, rules))
        new.append(kept)
        _copy(child, kept, rules)


def _attributes(element: Element, name: str, rules: svg_style.Rules) -> dict[str, str]:
    """Return the attributes that may stay; what a style says stands above what an attribute says."""
    allowed, found = ATTRIBUTES[name], dict[str, str]()
    own = {_local_name(key): value for key, value in element.attrib.items()}
    by_rules = rules.of(name, element.get("id", ""), element.get("class", "").split())
    for said in (own, by_rules, svg_style.declarations(element.get("style", ""))):
        plain = ((key, " ".join(value.split())) for key, value in said.items() if key in allowed)
        found |= {key: value for key, value in plain if _is_safe(key, value)}
    return dict(sorted(found.items()))


def _is_safe(name: str, value: str) -> bool:
    if name == "href":
        return _REFERENCE.fullmatch(value) is not None
    if name in REFERENCES and _INSIDE.fullmatch(value):
        return True
    return _PLAIN.fullmatch(value) is not None and "url" not in value.lower()


def _mend_references(root: Element) -> None:
    """Leave out what uses more than a single shape, or a gradient that uses another: nothing grows or turns in a circle."""
    shapes = {element.get("id") for element in root.iter() if element.tag in SHAPES}
    ends = {element.get("id") for element in root.iter() if element.tag in GRADIENTS and "href" not in element.attrib}
    left = _MOST_USES
    for parent in list(root.iter()):
        for child in list(parent):
            target = child.get("href", "").removeprefix("#")
            if child.tag == "use":
                left -= 1
                if left < 0 or target not in shapes:
                    parent.remove(child)
            elif target not in ends:
                child.attrib.pop("href", None)
    for clip in root.iter("clipPath"):
        for element in clip.iter():
            element.attrib.pop("clip-path", None)


def _local(element: Element) -> str:
    """Return the name of an element of SVG, or of one without any space; nothing for other vocabularies."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    return name if space in {"", "{" + _SPACE} else ""


def _local_name(key: str) -> str:
    return key.removeprefix(_LINK_SPACE)


def _refused(fault: PictureFault) -> PictureRefused:
    return PictureRefused(PictureUse.EMBLEM, fault)
