"""What may stand in an emblem: the elements that draw, with the attributes that say how."""

SHAPES = frozenset("path rect circle ellipse line polyline polygon".split())
DRAWN = SHAPES | {"use"}
GRADIENTS = frozenset(("linearGradient", "radialGradient"))
_CONTAINERS = frozenset(("svg", "g", "defs", "clipPath"))
ELEMENTS = (DRAWN | GRADIENTS | _CONTAINERS | {"stop"}) - {"svg"}

#: What only holds other elements together, and is kept as a plain group.
GROUPS = frozenset(("a", "g", "switch"))

#: How something is painted; a style may say these as well.
PAINT = frozenset(
    (
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "display", "visibility", "clip-path",
        "clip-rule", "stop-color", "stop-opacity", "paint-order", "vector-effect",
    )
)  # fmt: skip
#: Attributes that may name another element of the same drawing, as `url(#name)`.
REFERENCES = frozenset(("clip-path", "fill", "stroke"))

_EVERYWHERE = PAINT | {"id", "transform"}
_PLACE = frozenset("x y width height".split())
_OWN: dict[str, frozenset[str]] = {
    "svg": frozenset(("preserveAspectRatio",)),
    "path": frozenset(("d",)),
    "rect": _PLACE | {"rx", "ry"},
    "circle": frozenset("cx cy r".split()),
    "ellipse": frozenset("cx cy rx ry".split()),
    "line": frozenset("x1 y1 x2 y2".split()),
    "polyline": frozenset(("points",)),
    "polygon": frozenset(("points",)),
    "use": _PLACE | {"href"},
    "clipPath": frozenset(("clipPathUnits",)),
    "linearGradient": frozenset("x1 y1 x2 y2 gradientUnits gradientTransform spreadMethod href".split()),
    "radialGradient": frozenset("cx cy r fx fy fr gradientUnits gradientTransform spreadMethod href".split()),
    "stop": frozenset(("offset",)),
}
#: The attributes an element may have.
ATTRIBUTES = {name: _EVERYWHERE | _OWN.get(name, frozenset()) for name in ELEMENTS | {"svg"}}
