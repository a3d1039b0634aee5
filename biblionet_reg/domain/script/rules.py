"""The rules of Latin to Cyrillic beside the letters: words that stay, words with a form of their own.

The standing lists hold for everybody; an edition adds to them, and its words win.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from biblionet_reg.domain.codes import IN_TEXT
from biblionet_reg.domain.script.alphabet import CAPITAL, MARKS, SMALL, whole_letters
from biblionet_reg.domain.script.protected_words import PAIRS, PROTECTED
from biblionet_reg.domain.script.trie import pattern_of

#: Endings that a foreign word takes without a hyphen (Zoomom, PDFovi); the whole word then stays.
_ENDING = "(?:a|e|i|u|om|em|ima|og|oj|ov|ovi|ova|ove|ovima|ov(?:og|oj|om|ih))"
#: Shorter shorthand takes its endings with a hyphen only; of other words those longer by one letter are declined (Andi is no and).
_DECLINED = 3
_UNITS = "h km/h m/s km cm mm dm nm kg mg ml cl dl hl MB GB TB kB PB Hz kHz MHz GHz dB kW MW GW kV mA Mbit Gbit Mb Gb dpi".split()
#: The blank inside a protected phrase, as a pattern has it, and what the text may have there.
_BLANK = (re.escape(" "), "[ \u00a0\u202f\t\n]{1,3}")
#: Letters that Serbian never doubles, or only at a seam (суббореални, вакуумметар, ваннаставни, транссахарски, двадесеттри).
_DOUBLED = r"ll|ff|cc|kk|gg|pp|hh|(?<!\b[Nn]u)(?<!\b[Ii])zz|(?<!\b[Ss]u)bb|mm(?!et)|(?<!\b[VvPp]a)nn|(?<![Tt]ran)ss|(?<![esr])tt"


@dataclass(frozen=True, slots=True)
class ScriptRules:
    """What an edition adds: Latin words that stay, and pairs of a Latin stem or word with its Cyrillic form."""

    protected: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.protected, self.pairs)))

    def __hash__(self) -> int:
        """Return what was reckoned once: rules are asked for with every text."""
        return self._hash


STANDARD_RULES = ScriptRules()


@dataclass(frozen=True, slots=True)
class ReadyRules:
    """Rules made ready: the pattern of all words that are more than letters, and the forms of its pairs."""

    word: re.Pattern[str]
    forms: dict[str, str]


@lru_cache(maxsize=32)
def ready(rules: ScriptRules) -> ReadyRules:
    """Return the rules as one pattern, compiled once for each set of them."""
    own = {whole_letters(" ".join(word.split())) for word in rules.protected if word.strip()}
    forms = {whole_letters(latin).lower(): cyrillic for latin, cyrillic in rules.pairs if latin}
    standing = {word for word in PROTECTED if word.lower() not in forms}
    forms = {latin: cyrillic for latin, cyrillic in PAIRS if latin not in {word.lower() for word in own}} | forms
    kept = {spelling for word in standing | own for spelling in _spellings(word)}
    return ReadyRules(re.compile(_pattern(kept, forms), re.VERBOSE), forms)


def _spellings(word: str) -> set[str]:
    """A protected word is met as it is written, in capitals and, when it is all small, at the beginning of a sentence."""
    return {word, word.upper(), *([word[:1].upper() + word[1:], word.title()] if word.islower() else [])}


def _declined_in_a(word: str) -> set[str]:
    """A name in a loses it in its cases: of IFLA, IFLE, IFLI, IFLU, IFLOM."""
    if not word.isalpha() or word.islower() or len(word) <= _DECLINED or word[-1] not in "aA":
        return set()
    endings = ("e", "i", "u", "om")
    return {word[:-1] + (ending.upper() if word.isupper() else ending) for ending in endings}


def _pattern(kept: set[str], forms: dict[str, str]) -> str:
    kept = kept.union(*map(_declined_in_a, kept))
    declined = {word for word in kept if word.isalpha() and len(word) >= (_DECLINED if word.isupper() else _DECLINED + 1)}
    return rf"""
        (?<![^\W_])(?<![^\W_][{MARKS}])(?:
            (?P<kept>
                (?: {pattern_of(kept - declined).replace(*_BLANK)} | {pattern_of(declined)}{_ENDING}? )(?![^\W_])
              | {IN_TEXT}(?![^\W_])                                            # a code of ours
              | [A-Z]{{1,6}}-(?=[A-Z]*+\d)(?=\d*+[A-Z])[A-Z\d]++(?![^\W_])    # somebody else's
              | \d++(?:[.,]\d++)*+[ \u00a0\u202f]?(?:{"|".join(_UNITS)})(?![^\W_])
              | C(?=[+\#]) | (?<=°)[CF](?![^\W_]) | (?<=°[ \u00a0\u202f])[CF](?![^\W_])
              | [A-Z]['’][A-Z][^\W_]++                                       # O'Brien
            )
          | (?P<pair>(?i:{pattern_of(forms)}))(?P<rest>[{CAPITAL}{SMALL}]*+)(?![^\W_])
          | (?P<roman>[IVXLCDM]++(?![^\W_]))
          | (?P<odd>[{CAPITAL}{SMALL}]*+[^\W_]++)
          | (?P<camel>(?!(?:e[{CAPITAL}][{SMALL}]++|[{CAPITAL}]++i[{CAPITAL}]++)(?![^\W_]))[{CAPITAL}]?+[{SMALL}]++[{CAPITAL}][^\W_]*+)
          | (?P<doubled>(?=[{CAPITAL}{SMALL}]*?(?P<twin>[bcfghklmnpstz])(?P=twin))[{CAPITAL}{SMALL}]*?(?:{_DOUBLED})[^\W_]*+)
        )"""
