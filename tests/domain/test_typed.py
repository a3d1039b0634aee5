"""What people type into one field is shown in the reader's script where it is Serbian, and as typed where it is not."""

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import ScriptRules, to_cyrillic, to_latin
from biblionet_reg.domain.text import Said
from biblionet_reg.domain.tongue import tongue_of
from biblionet_reg.domain.typed import free_as_typed, say_free, say_place, say_typed

FOREIGN = [
    "British Library",
    "National Library of Scotland",
    "Trinity College",
    "Országos Széchényi Könyvtár",
    "Slovenská národná knižnica",
    "Goethe-Institut",
    "Microsoft",
    "American Corner",
    "British Council",
    "Institut Cervantes",
    "Impact Hub",
    "MK Group",
    "Coca-Cola HBC",
    "Banca Intesa",
    "Delhaize Serbia",
    "Canva",
    "Szeged",
    "Narodna in univerzitetna knjižnica",
    "Mestna knjižnica Ljubljana",
    "Max Planck",
    "Project manager",
    "Librarian",
    "CEO",
    "Biblioteka Kombëtare e Kosovës",
    "Biblioteka e Qytetit",
    "Εθνική Βιβλιοθήκη της Ελλάδος",
]
SERBIAN = [
    "Francuski institut",
    "Turistička organizacija Vranja",
    "NUB RS Banja Luka",
    "Crveni krst",
    "Galerija savremene umetnosti",
    "Radio-televizija Vranje",
    "JKP Vodovod",
    "Apoteka Vranje",
    "Specijalna bolnica",
    "Mesna zajednica",
    "Gerontološki centar",
    "Naučno-tehnološki park Niš",
    "Omladinski centar",
    "Lokalna samouprava",
    "Pošta",
    "Knjižara Sigma",
    "Bioskop Zvezda",
    "Zlatiborski okrug",
    "načelnik odeljenja nabavke",
    "rukovodilac matične službe",
    "književnik",
    "docent",
    "prof. dr",
    "menadžer",
    "volonter",
    "penzioner",
    "Zoo vrt Palić",
    "IT sektor",
    "IT administrator",
    "PR menadžer",
    "Biblioteka e-knjiga",
    "marketing menadžer",
    "Zavod za ishranu",
    "koordinator",
    "Institut za prethodna istraživanja",
    "Nacionalna i sveučilišna knjižnica u Zagrebu",
]


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Народна библиотека Србије", Lang.SR),
        ("Narodna biblioteka Srbije", Lang.SR_LATN),
        ("Gradska biblioteka „Karlo Bijelicki“", Lang.SR_LATN),
        ("Osnovna škola „Vuk Karadžić“", Lang.SR_LATN),
        ("Institut za književnost i umetnost", Lang.SR_LATN),
        ("viši bibliotekar savetnik", Lang.SR_LATN),
        ("Rad je dobar, ali treba skratiti uvod.", Lang.SR_LATN),
        ("The paper is good, but its introduction should be shorter.", Lang.EN),
        ("National Library of Scotland", Lang.EN),
        ("Országos Széchényi Könyvtár", None),
        ("Slovenská národná knižnica", None),
        ("Microsoft", None),
        ("12", None),
        ("", None),
    ],
)
def test_tongue_is_guessed_or_left_open(text: str, tongue: Lang | None) -> None:
    assert tongue_of(text) is tongue


@pytest.mark.parametrize(
    ("text", "cyrillic", "latin"),
    [
        ("Народна библиотека Србије", "Народна библиотека Србије", "Narodna biblioteka Srbije"),
        ("Narodna biblioteka Srbije", "Народна библиотека Србије", "Narodna biblioteka Srbije"),
        ("Biblioteka „Bora Stanković“", "Библиотека „Бора Станковић“", "Biblioteka „Bora Stanković“"),
    ],
)
def test_serbian_institution_is_written_in_the_script_of_the_page(text: str, cyrillic: str, latin: str) -> None:
    assert [say_typed(text, lang) for lang in Lang] == [
        Said(cyrillic, Lang.SR),
        Said(latin, Lang.SR_LATN),
        Said(latin, Lang.SR_LATN),
    ]


@pytest.mark.parametrize("text", SERBIAN)
def test_name_of_serbian_letters_with_nothing_foreign_is_converted(text: str) -> None:
    assert say_typed(text, Lang.SR) == Said(to_cyrillic(text), Lang.SR)
    assert to_latin(to_cyrillic(text)) == text


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [("COBISS centar", "COBISS центар"), ("PhD student", "PhD студент"), ("Biblioteka Weifert", "Библиотека Weifert")],
)
def test_shorthand_within_a_serbian_name_stays(text: str, cyrillic: str) -> None:
    assert say_typed(text, Lang.SR) == Said(cyrillic, Lang.SR)


def test_foreign_cyrillic_institution_stays_as_typed() -> None:
    assert {say_typed("Российская государственная библиотека", lang) for lang in Lang} == {
        Said("Российская государственная библиотека", None)
    }


def test_serbian_words_beside_a_foreign_name_are_latin_for_readers_of_latin() -> None:
    said = [say_typed("Удружење Goethe-Institut", lang).text for lang in Lang]

    assert said == ["Удружење Goethe-Institut", "Udruženje Goethe-Institut", "Udruženje Goethe-Institut"]


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_institution_stays_as_typed(text: str) -> None:
    assert {say_typed(text, lang).text for lang in Lang} == {text}
    assert say_typed(text, Lang.SR).lang is not Lang.SR


def test_institution_follows_the_rules_of_its_edition_and_drops_the_mark() -> None:
    rules = ScriptRules(protected=frozenset({"Laguna"}), pairs=())

    assert say_typed("Knjižara Laguna i -{Delfi}-, biblioteka", Lang.SR, rules).text == "Књижара Laguna и Delfi, библиотека"
    assert say_typed("Књижара -{Laguna}-", Lang.SR).text == "Књижара Laguna"
    assert say_typed("Delfi -{knjižare}-", Lang.SR_LATN).text == "Delfi knjižare"


@pytest.mark.parametrize(
    ("place", "institution", "cyrillic"),
    [
        ("Beograd", "Narodna biblioteka Srbije", Said("Београд", Lang.SR)),
        ("Beograd", "", Said("Београд", Lang.SR)),
        ("London", "British Library", Said("London", None)),
        ("Pécs", "Csorba Győző Könyvtár", Said("Pécs", None)),
        ("Београд", "Goethe-Institut", Said("Београд", Lang.SR)),
        ("", "British Library", Said("", Lang.SR)),
        ("Beograd", "NBS", Said("Београд", Lang.SR)),
        ("Novi Sad", "Art centar", Said("Нови Сад", Lang.SR)),
        ("Αθήνα", "", Said("Αθήνα", None)),
    ],
)
def test_place_keeps_the_script_of_a_foreign_institution(place: str, institution: str, cyrillic: Said) -> None:
    assert say_place(place, Lang.SR, institution) == cyrillic


@pytest.mark.parametrize(
    ("text", "langs"),
    [
        ("Rad je dobar, ali treba skratiti uvod.", [Lang.SR_LATN, Lang.SR_LATN, Lang.SR_LATN]),
        ("The paper is good.", [Lang.EN, Lang.EN, Lang.EN]),
        ("Bravo!", [None, Lang.SR_LATN, Lang.EN]),
        ("5/5", list(Lang)),
        ("مكتبة", [None, None, None]),
    ],
)
def test_free_text_stays_as_typed_and_says_its_language(text: str, langs: list[Lang | None]) -> None:
    assert [say_free(text, lang) for lang in Lang] == [Said(text, lang) for lang in langs]


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Рад је добар: „Његош“, COBISS-а и https://nb.rs/стр.", "Rad je dobar: „Njegoš“, COBISS-a i https://nb.rs/стр."),
        ("Додајте реч -{Правопис}-.", "Dodajte reč Правопис."),
    ],
)
def test_free_text_goes_the_exact_way_for_who_reads_latin(text: str, latin: str) -> None:
    here = [say_free(text, lang) for lang in (Lang.SR_LATN, Lang.EN)]

    assert here == [Said(latin, Lang.SR_LATN), Said(latin, Lang.SR_LATN)]
    assert say_free(text, Lang.SR) == free_as_typed(text, Lang.EN) == Said(text.replace("-{", "").replace("}-", ""), Lang.SR)


def test_free_text_in_another_cyrillic_stays() -> None:
    russian = "Мы читаем эту статью и её выводы."

    assert [say_free(russian, lang) for lang in Lang] == [Said(russian, None)] * 3


def test_place_drops_the_mark() -> None:
    assert [say_place("-{Pécs}-", lang).text for lang in Lang] == ["Pécs"] * 3
    assert [say_place("-{Vranje}- Врање", lang).text for lang in Lang] == ["Vranje Врање", "Vranje Vranje", "Vranje Vranje"]
    assert say_place("-{Pécs}-", Lang.SR, "Csorba Győző Könyvtár").text == "Pécs"
