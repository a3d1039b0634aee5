"""The three languages."""

import pytest

from biblionet_reg.domain.language import DEFAULT_LANG, OWN_NAMES, Lang, lang_of_tag


def test_locales_are_written_as_babel_knows_them() -> None:
    assert [lang.locale for lang in Lang] == ["sr", "sr_Latn", "en"]


def test_default_language_is_serbian_cyrillic() -> None:
    assert DEFAULT_LANG is Lang.SR


def test_every_language_names_itself() -> None:
    assert set(OWN_NAMES) == set(Lang)


@pytest.mark.parametrize(
    ("tags", "lang"),
    [
        ("sr sr-RS sr-Cyrl sr-Cyrl-RS sr-BA sr-XK SR sr_RS mk mk-MK bs-Cyrl bs-Cyrl-BA sr-Cyrl-ME sh-Cyrl cnr-Cyrl-ME", Lang.SR),
        (
            "sr-Latn sr-latn sr_Latn sr-Latn-RS sr-Latn-ME sr-ME sr-RS-Latn hr hr-HR hr-BA bs bs-BA bs-Latn bs-Latn-BA sh sh-RS cnr cnr-ME",
            Lang.SR_LATN,
        ),
        ("en en-GB en-US EN en-Latn-RS", Lang.EN),
        ("de fr-FR sl sl-SI ru bg hrx srn * zh-Hant-TW", None),
    ],
)
def test_tag_leads_to_the_language_its_reader_reads(tags: str, lang: Lang | None) -> None:
    assert {tag: lang_of_tag(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), lang)


@pytest.mark.parametrize("tag", ["", "-", "--", "sr-", "sr--latn", "-latn", "x" * 5000, "ср", "sr-\u0000"])
def test_no_tag_however_broken_raises(tag: str) -> None:
    assert lang_of_tag(tag) in {None, *Lang}
