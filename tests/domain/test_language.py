"""The three languages."""

from biblionet_reg.domain.language import DEFAULT_LANG, OWN_NAMES, Lang


def test_locales_are_written_as_babel_knows_them() -> None:
    assert [lang.locale for lang in Lang] == ["sr", "sr_Latn", "en"]


def test_default_language_is_serbian_cyrillic() -> None:
    assert DEFAULT_LANG is Lang.SR


def test_every_language_names_itself() -> None:
    assert set(OWN_NAMES) == set(Lang)
