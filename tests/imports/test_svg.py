"""An organiser's SVG written anew: what draws stays, and nothing else, whatever was in it."""

import pytest

from biblionet_reg.domain.picture import PictureFault, PictureRefused
from biblionet_reg.imports.svg import cleaned
from tests.drawing import DISC, svg

PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" fill="#7a1f3d" r="40" /></svg>'
#: What is left out, and the disc beside it stays.
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script from outside": '<script href="https://example.org/x.js"/>',
    "event at the root's child": '<g onload="alert(1)"/>',
    "html inside": '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
    "picture from outside": '<image href="https://example.org/spy.png" width="9" height="9"/>',
    "picture of data": '<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>',
    "use from outside": '<use href="https://example.org/x.svg#a"/>',
    "use of data": '<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
    "animated address": '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    "set": '<set attributeName="onload" to="alert(1)"/>',
    "style from outside": '<style>@import url("https://example.org/x.css"); circle{background:url(https://example.org/y)}</style>',
    "filter": '<filter id="f"><feImage href="https://example.org/z.png"/></filter>',
    "font": "<style>@font-face{font-family:x;src:url(https://example.org/f.woff)}</style>",
    "text": '<text x="1" y="9">words</text>',
    "handler": '<handler type="application/javascript">alert(1)</handler>',
    "metadata": "<metadata><owner>Ana</owner></metadata>",
    "another vocabulary": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "iframe": '<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>',
    "comment": "<!-- <script>alert(1)</script> -->",
    "instruction": '<?xml-stylesheet href="https://example.org/x.css"?>',
    "pattern": '<pattern id="p"><image href="file:///etc/passwd"/></pattern>',
    "marker": '<marker id="m"><path d="M0 0h1"/></marker>',
}  # fmt: skip
#: Attributes that go, and the element they stood at stays.
ATTRIBUTES = [
    'onclick="alert(1)"',
    'style="fill:url(https://example.org/x)"',
    'style="background:url(javascript:alert(1))"',
    'stroke="url(https://example.org/x#a)"',
    'stroke="u\\72l(https://example.org/x)"',
    'clip-path="url(//example.org/x#a)"',
    'filter="url(#f)"',
    'mask="url(https://example.org/m)"',
    'href="javascript:alert(1)"',
    'xlink:href="https://example.org/"',
    'class="x"',
    'data-x="1"',
    'xml:base="https://example.org/"',
    'requiredExtensions="x"',
]


@pytest.mark.parametrize("kind", list(HOSTILE))
def test_what_does_not_draw_is_left_out(kind: str) -> None:
    written = cleaned(svg(HOSTILE[kind] + DISC))[0]

    assert written.replace(b"<g />", b"").replace(b"<g/>", b"") == PLAIN


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_attributes_that_do_not_draw_are_left_out(attribute: str) -> None:
    assert cleaned(svg(DISC.replace("<circle", f"<circle {attribute}")))[0] == PLAIN


def test_events_of_the_drawing_itself_are_left_out() -> None:
    assert cleaned(svg(box='viewBox="0 0 100 100" onload="alert(1)" style="background:url(//x)"'))[0] == PLAIN


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (svg(before='<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', body="<title>&b;</title>" + DISC), PictureFault.ENTITIES),
        (svg(before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body="<title>&x;</title>" + DISC), PictureFault.ENTITIES),
        (svg(before='<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://example.org/x.dtd"> %x;]>'), PictureFault.ENTITIES),
        (svg()[:-4], PictureFault.BROKEN),
        (b"<svg>\xff\xfe</svg>", PictureFault.BROKEN),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', PictureFault.BROKEN),
        (b"<html><body>hello</body></html>", PictureFault.KIND_NOT_TAKEN),
        (b'<svg xmlns="https://example.org/"/>', PictureFault.KIND_NOT_TAKEN),
        (svg(box=""), PictureFault.NO_SIZE),
        (svg(box='viewBox="0 0 0 100"'), PictureFault.NO_SIZE),
        (svg(box='viewBox="0 0 nan 100"'), PictureFault.NO_SIZE),
        (svg(box='viewBox="0 0 1e99 1e99"'), PictureFault.NO_SIZE),
        (svg(box='width="100%" height="100%"'), PictureFault.NO_SIZE),
        (svg(""), PictureFault.SHOWS_NOTHING),
        (svg("<text>only words</text>"), PictureFault.SHOWS_NOTHING),
        (svg(DISC * 5001), PictureFault.TOO_INTRICATE),
        (svg("<g>" * 60 + DISC + "</g>" * 60), PictureFault.TOO_INTRICATE),
        (svg("<g>" * 20_000 + DISC + "</g>" * 20_000), PictureFault.TOO_INTRICATE),
    ],
)  # fmt: skip
def test_what_is_no_drawing_of_ours_is_refused(content: bytes, fault: PictureFault) -> None:
    with pytest.raises(PictureRefused) as refused:
        cleaned(content)

    assert refused.value.fault is fault


def test_a_plain_document_type_is_no_fault() -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'

    assert cleaned(svg(before=doctype))[0] == PLAIN


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ('width="40" height="20"', (b'viewBox="0 0 40 20"', 40, 20)),
        ('width="40mm" height="20.5mm"', (b'viewBox="0 0 40 20.5"', 40, 20)),
        ('viewBox="-5,-5 , 10 10" width="900" height="900"', (b'viewBox="-5 -5 10 10"', 10, 10)),
    ],
)
def test_size_is_kept_in_the_view_box(box: str, expected: tuple[bytes, int, int]) -> None:
    written, width, height = cleaned(svg(box=box))

    assert (written.split(b"><")[0].split(b" ", 2)[2], width, height) == expected


def test_styles_are_written_at_the_elements() -> None:
    style = "<style>.a{fill:#123456;cursor:url(x)} .a,.b{stroke:red} circle{opacity:.5} #c{fill:blue} .a .b{fill:green}</style>"

    written = cleaned(svg(f'{style}<circle class="a" r="4"/><path id="c" class="b" d="M0 0h9" style="stroke-width:2"/>'))[0]

    assert b'<circle fill="#123456" opacity=".5" r="4" stroke="red" />' in written
    assert b'<path d="M0 0h9" fill="blue" id="c" stroke="red" stroke-width="2" />' in written


def test_gradients_and_clips_inside_the_drawing_stay() -> None:
    defs = (
        '<defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff"/></linearGradient>'
        '<radialGradient id="b" xlink:href="#a"/><path id="s" d="M0 0h50v50z"/><clipPath id="k"><use xlink:href="#s"/></clipPath></defs>'
    )

    written = cleaned(svg(f'{defs}<g clip-path="url(#k)"><rect width="90" height="90" fill="url(#b)"/></g>'))[0]

    for kept in (
        b'<stop offset="0" stop-color="#fff" />',
        b'<radialGradient href="#a" id="b" />',
        b'<use href="#s" />',
        b'fill="url(#b)"',
        b'clip-path="url(#k)"',
    ):
        assert kept in written


def test_nothing_grows_or_turns_in_a_circle() -> None:
    body = (
        '<g id="x"><use href="#x"/></g><g id="y"><use href="#x"/><use href="#x"/></g><use href="#y"/>'
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
        '<clipPath id="k" clip-path="url(#k)"><path d="M0 0h9" clip-path="url(#k)"/></clipPath><path id="p" d="M0 0h9"/>'
        + '<use href="#p"/>'
        * 150
    )

    written = cleaned(svg(body + DISC))[0]

    assert (written.count(b"<use"), b"href" in written.partition(b"<path")[0], b"url(#k)" in written) == (99, False, False)


def test_groups_that_link_or_choose_become_plain_ones() -> None:
    written = cleaned(svg(f'<switch><foreignObject/><a href="javascript:alert(1)">{DISC}</a></switch>'))[0]

    assert written == PLAIN.replace(b"<circle", b"<g><g><circle").replace(b"</svg>", b"</g></g></svg>")


def test_what_is_written_reads_back_as_itself() -> None:
    body = '<style>.a{fill:red}</style><g class="a" transform="rotate(9)"><path d="M 0 0\n h 9"/></g>'
    once = cleaned(svg(body + DISC))

    assert cleaned(once[0]) == once
