"""Latin to Cyrillic, as well as rules can.

Letters and digraphs convert, false digraphs come apart (exceptions.py), and what is not Serbian text stays: addresses
and file names (addresses.py), protected words and words with foreign letters (rules.py), Roman numerals (roman.py), and
whatever stands inside the mark `-{…}-` (marks.py).
"""

import re
import unicodedata

from biblionet_reg.domain.script import roman
from biblionet_reg.domain.script.addresses import outside_what_is_not_text
from biblionet_reg.domain.script.alphabet import CYRILLIC, DIGRAPHS, LATIN, SINGLE, in_both_cases, whole_letters
from biblionet_reg.domain.script.exceptions import part_digraphs
from biblionet_reg.domain.script.marks import outside_marks
from biblionet_reg.domain.script.mixed import in_one_script
from biblionet_reg.domain.script.rules import STANDARD_RULES, ReadyRules, ScriptRules, ready

_TABLE = str.maketrans(in_both_cases({latin: cyrillic for cyrillic, latin in SINGLE.items()} | {"ð": "ђ"}))
_DIGRAPHS = [
    (spelling, letter)
    for cyrillic, latin in DIGRAPHS.items()
    for spelling, letter in ((latin, cyrillic), (latin.capitalize(), cyrillic.upper()), (latin.upper(), cyrillic.upper()))
]
_LATIN = re.compile(f"[{LATIN}]")
_CYRILLIC = re.compile(f"[{CYRILLIC}]")
_NUMBER_WITH_ENDING = re.compile(r"\d+(?:ih|im|ima|og|om|oj|tih?|tim|tog|toj|t[aeu]|[abveiou])")
#: What stands before the hyphen of a foreign term: one word without the marks and the endings of Serbian adjectives.
_JOINED = re.compile(r"(?<![^\W_])(?!\w*(?:sko|vno|tno|čno)-)[A-Za-z]++-$")
_FOREIGN = re.compile("[qwxyQWXY]")
#: Accents that only Serbian scholarship writes, and all the accents it writes beside them.
_SERBIAN_ACCENT = re.compile("[\u030f\u0311]")
_ACCENTED = re.compile("[A-PR-VZČĆŠŽĐa-pr-vzčćšžđ\u0300\u0301\u0304\u030f\u0311]+")
_GRAVE = {"sè": "сѐ", "Sè": "Сѐ", "SÈ": "СЀ", "nè": "нѐ", "Nè": "Нѐ"}


def to_cyrillic(text: str, rules: ScriptRules = STANDARD_RULES) -> str:
    """Return Serbian Latin `text` in Serbian Cyrillic; the marks `-{…}-` are dropped, what they hold stays as it is."""
    prepared = ready(rules)

    def words(part: str) -> str:
        return _words(part, prepared)

    return outside_marks(text, lambda part: outside_what_is_not_text(part, words) if _LATIN.search(part) else part)


def _words(text: str, rules: ReadyRules) -> str:
    text = whole_letters(text)
    pieces, end = [], 0
    for found in rules.word.finditer(text):
        start = found.start()
        word = _word(found, rules)
        if text[start - 1 : start] == "-" and word == found[0] and _FOREIGN.search(word):
            start = _start_of_joined(text, end, start)
        pieces += [letters_to_cyrillic(text[end:start]), text[start : found.start()], word]
        end = found.end()
    pieces.append(letters_to_cyrillic(text[end:]))
    return "".join(pieces)


def _start_of_joined(text: str, end: int, start: int) -> int:
    """Return where a term with a foreign second half begins (Co-working); a Serbian first half (`čas`, `srpsko`) is its own."""
    joined = _JOINED.search(text[end:start].rpartition(" ")[2])
    return start if joined is None else start - len(joined[0])


def letters_to_cyrillic(text: str) -> str:
    """Return `text` with every Serbian Latin letter in Cyrillic, protected words and all."""
    if not text:
        return text
    text = part_digraphs(text)
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    return text.translate(_TABLE)


def _word(found: re.Match[str], rules: ReadyRules) -> str:
    word = found[0]
    match found.lastgroup:
        case "rest":
            form = rules.forms.get(found["pair"].lower())
            return word if form is None else _in_case_of(found["pair"], form) + letters_to_cyrillic(found["rest"])
        case "roman":
            return word if roman.stays(found.string, *found.span()) else letters_to_cyrillic(word)
        case "odd":
            return word if word.isdecimal() else _odd(word, rules)
    return word


def _in_case_of(latin: str, cyrillic: str) -> str:
    if latin.isupper() and len(latin) > 1:
        return cyrillic.upper()
    return cyrillic[:1].upper() + cyrillic[1:] if latin[:1].isupper() else cyrillic


def _odd(word: str, rules: ReadyRules) -> str:
    """Return a word with something beside Serbian letters in it: most stay, endings of numbers and accented words convert."""
    if _CYRILLIC.search(word):
        whole = in_one_script(word)
        return word if whole == word else _words(whole, rules)
    if _NUMBER_WITH_ENDING.fullmatch(word):
        return letters_to_cyrillic(word)
    if word in _GRAVE:
        return _GRAVE[word]
    parts = unicodedata.normalize("NFD", word)
    if _SERBIAN_ACCENT.search(parts):
        parts = whole_letters(parts)
        if _ACCENTED.fullmatch(parts):
            return unicodedata.normalize("NFC", letters_to_cyrillic(parts))
    return word
