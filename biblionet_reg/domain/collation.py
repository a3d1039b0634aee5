"""Alphabetical order as readers of each language expect it: азбука, abeceda, or the English alphabet.

A key is a text of digits, so sorted() and every database, whatever its collation, put keys into one order. It holds two digits a
letter (its place in the alphabet), a gap between words before them all, then numbers by their value, and at the end what tells
equal letters apart (é beside e). Lists are sorted in the script they are shown in; names of both scripts stand in one row:

- in the azbuka a Latin word stands where its Cyrillic form would; letters Serbian does not have stand at the nearest
  (w at в, q at к, x at кс, y at и, before a vowel at ј), so Nagy is found at Н and Weber at В;
- in the abeceda lj, nj and dž are one letter where the Cyrillic form has one: „инјекција“ and "injekcija" have n and j;
- in English marks count only between equal words, and digraphs are two letters.
"""

import re
import unicodedata

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_cyrillic
from biblionet_reg.domain.script.alphabet import AZBUKA, DIGRAPHS, SINGLE
from biblionet_reg.domain.text import LocalText

#: How long a key is at most; longer ones are cut, so texts alike in their first hundred letters or so are equal.
KEY_LENGTH = 250

_ABECEDA = tuple("a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž".split())
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_AZBUKA_IN_LATIN = tuple((SINGLE | DIGRAPHS)[letter] for letter in AZBUKA)
_NEAREST_LATIN = {"q": "к", "w": "в", "x": "кс", "y": "и"}
_NEAREST_CYRILLIC = dict(
    zip("йыэєґѓќіїюящѕъь", ["ј", "и", "е", "је", "г", "ђ", "ћ", "и", "ји", "ју", "ја", "шч", "дз", "", ""], strict=True)
)
_NOT_DECOMPOSED = {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "đ", "þ": "th", "ı": "i", "ŧ": "t", "ħ": "h"}
#: A digraph that is one letter, as the one character that Unicode has for it.
_ONE_LETTER = {"lj": "ǉ", "nj": "ǌ", "dž": "ǆ"}

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[\s_/\u2010-\u2015\u2212-]+")
#: Two Latin letters that are one, unless the Cyrillic form says otherwise; in lower case.
DIGRAPH = re.compile("lj|nj|dž")
_LATIN = re.compile("[a-z]")
_Y_AS_J = re.compile("y(?=[aeiou])")

# Places before the letters, and the first digit of a letter that the alphabet does not have, which its code follows.
_END, _GAP, _NUMBER, _FIRST_LETTER, _FOREIGN = "00", "01", "02", 10, "9"
_LONGEST_NUMBER = 99
_NO_LETTER = "#"


class _Alphabet(dict[int, str]):
    """Places of letters for `str.translate`; one it was not told is worked out from the letter without its marks."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__({ord(letter): place for letter, place in letters.items()})

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = _base(letter)
        if base == letter or not base:
            return f"{_FOREIGN}{code:07d}"
        place = base.translate(self)
        if not place.startswith(_FOREIGN):
            self[code] = place
        return place


class _Marks(dict[int, str]):
    """For `str.translate`: "1" for the letter itself, a greater digit for one that only counts as it."""

    def __init__(self, marked: dict[str, str]) -> None:
        super().__init__({ord(letter): digit for letter, digit in marked.items()})

    def __missing__(self, _code: int) -> str:
        return "4"


def sort_key(*parts: str, lang: Lang) -> str:
    """Return the key that sorts texts shown in `lang` by their first part, then the next; quotes and case do not count."""
    places, marks = zip(*(_placed(part, lang) for part in parts), strict=True)
    key, told_apart = _END.join(places), "".join(marks).rstrip("1")
    return (key + _END + told_apart if told_apart else key)[:KEY_LENGTH]


def text_keys(text: LocalText) -> dict[Lang, str]:
    """Return the key of `text` in every order, each of what readers of that language see."""
    shown = {lang: text.say(lang).text for lang in Lang}
    if text.sr and not text.sr_latn:
        shown[Lang.SR_LATN] = text.sr
    return {lang: sort_key(words, lang=lang) for lang, words in shown.items()}


def heading(key: str, lang: Lang) -> str:
    """Return the letter under which a key stands in an index: „Љ“, "Lj", "C" for Čolić in English; "#" for no letter."""
    place = key[:2]
    if place.startswith(_FOREIGN):
        return chr(int(key[1:8])).upper()
    return _HEADINGS[lang].get(place, _NO_LETTER)


def _placed(text: str, lang: Lang) -> tuple[str, str]:
    """Return the places of a text, and the marks of its letters."""
    places, marks = [_GAP], []
    for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).lower()):
        if token.isdecimal():
            places.append(_number(token))
        elif token[0].isalnum():
            places.append(_read(token, lang).translate(_ALPHABETS[lang]))
            marks.append(token.translate(_MARKS[lang]))
        elif places[-1] != _GAP:
            places.append(_GAP)
    if places[-1] == _GAP and len(places) > 1:
        places.pop()
    return "".join(places[1:]), "".join(marks)


def _read(word: str, lang: Lang) -> str:
    """Return a word letter by letter: what is one letter in this language is one character."""
    if lang is Lang.EN:
        return word
    if lang is Lang.SR and "y" in word:
        word = _Y_AS_J.sub("j", word)
    if DIGRAPH.search(word) is None:
        return word
    cyrillic = to_cyrillic(word)
    return DIGRAPH.sub(lambda found: _ONE_LETTER[found.group()], word) if _LATIN.search(cyrillic) else cyrillic


def _number(digits: str) -> str:
    """Return a number's length before its digits: 9 stands before 14."""
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")[:_LONGEST_NUMBER]
    return f"{_NUMBER}{len(value):02d}{value}"


def _base(letter: str) -> str:
    """Return a letter without its marks: é is e, ø is o."""
    plain = unicodedata.normalize("NFKD", _NOT_DECOMPOSED.get(letter, letter))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _in_row(letters: tuple[str, ...]) -> dict[str, str]:
    return {letter: f"{place:02d}" for place, letter in enumerate(letters, start=_FIRST_LETTER)}


def _azbuka() -> _Alphabet:
    places = _in_row(tuple(AZBUKA))
    latin = {_ONE_LETTER.get(shown, shown): places[own] for own, shown in zip(AZBUKA, _AZBUKA_IN_LATIN, strict=True)}
    return _with_nearest({**places, **latin}, {**_NEAREST_LATIN, **_NEAREST_CYRILLIC})


def _abeceda() -> _Alphabet:
    places = _in_row(_ABECEDA)
    latin = {_ONE_LETTER.get(letter, letter): place for letter, place in places.items()}
    cyrillic = {own: places[shown] for own, shown in zip(AZBUKA, _AZBUKA_IN_LATIN, strict=True)}
    return _with_nearest({**latin, **cyrillic}, _NEAREST_CYRILLIC)


def _english() -> _Alphabet:
    places = _in_row(tuple(_ENGLISH))
    latin = _Alphabet({**places, "đ": places["d"]})
    cyrillic = {own: shown.translate(latin) for own, shown in zip(AZBUKA, _AZBUKA_IN_LATIN, strict=True)}
    return _with_nearest({**places, "đ": places["d"], **cyrillic}, _NEAREST_CYRILLIC)


def _with_nearest(places: dict[str, str], nearest: dict[str, str]) -> _Alphabet:
    return _Alphabet({**places, **{letter: "".join(places[one] for one in read) for letter, read in nearest.items()}})


def _headings(letters: tuple[str, ...]) -> dict[str, str]:
    return {place: letter.capitalize() for letter, place in _in_row(letters).items()}


_ALPHABETS = {Lang.SR: _azbuka(), Lang.SR_LATN: _abeceda(), Lang.EN: _english()}
_HEADINGS = {Lang.SR: _headings(tuple(AZBUKA)), Lang.SR_LATN: _headings(_ABECEDA), Lang.EN: _headings(tuple(_ENGLISH))}
_OWN_IN_ENGLISH = {**dict.fromkeys(_ENGLISH, "1"), "č": "2", "đ": "2", "š": "2", "ž": "2", "ć": "3"}
_MARKS = {
    Lang.SR: _Marks({**dict.fromkeys("".join(_ABECEDA), "2"), **dict.fromkeys("qwxy", "3"), **dict.fromkeys(AZBUKA, "1")}),
    Lang.SR_LATN: _Marks(dict.fromkeys("".join(_ABECEDA) + AZBUKA, "1")),
    Lang.EN: _Marks(
        {
            **_OWN_IN_ENGLISH,
            **{own: "".join(_OWN_IN_ENGLISH[one] for one in shown) for own, shown in zip(AZBUKA, _AZBUKA_IN_LATIN, strict=True)},
        }
    ),
}
