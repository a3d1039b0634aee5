"""The two-script engine: how fast it is, and what it and other converters get right. Run by `make bench`.

Prints tables; asserts nothing. Every text is made of distinct words, so nothing is gained by remembering.
"""

import hashlib
import importlib
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from biblionet_reg.domain.script import fold, is_cyrillic, name_to_cyrillic, repair, script_of, strict_key, to_cyrillic, to_latin
from tests.domain.script.corpus import rows, vectors

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_PEERS_FOLDER = _ROOT / ".venv" / "peers"
_WORDS = 150_000
_NAMES = 20_000
_BEGINNINGS = "за пре под на о из раз про у до при по об не над".split()
_ROOTS = (
    "библиотек књиг читалац издањ грађ љубав њег џеп ђак шум врањ сарадњ развој култур наслов говор школ човек земљ питањ ниш учитељ"
    " инјекциј конјугациј чувањ чита пис зна прича рад мисл гледа слуша памт цветањ ћут хлад жив журнал фонд"
).split()
_MIDDLES = "ов ар ск ив ен ал от ник ић ц шт ж ч љ њ ај иј ом ед".split()
_ENDINGS = "а е и у о ом ама има ски ска ско ање ивање остима ујемо ићемо".split()
_SPECIAL = (
    "COBISS-a|http://www.nb.rs/put|ana@nb.rs|XIX|Windows 10|2020.|1990-ih|PDF-ovi|-{New York}-|Petar I|rad.pdf|#skup|Müller|R-7KQ2MX"
).split("|")
_PEERS = ("cyrtranslit", "srtools", "transliterate", "serbian-translit")


def distinct_words(count: int) -> list[str]:
    """Return made words of Serbian letters, none twice: most small, some with a capital, few in capitals, with punctuation."""
    rng = random.Random(2020)
    found: dict[str, None] = {}
    while len(found) < count:
        parts = (rng.choice(_BEGINNINGS), rng.choice(_ROOTS), rng.choice(_MIDDLES), rng.choice(_MIDDLES), rng.choice(_ENDINGS))
        found["".join(parts)] = None
    return [_dressed(word, place) for place, word in enumerate(found)]


def _dressed(word: str, place: int) -> str:
    word = word.upper() if place % 40 == 0 else word.capitalize() if place % 7 == 0 else word
    return f"{word}." if place % 12 == 11 else f"{word}," if place % 9 == 8 else word


def seconds(ask: Callable[[str], object], texts: list[str]) -> float:
    """Return the CPU seconds of asking for every text once, the best of three rounds."""
    best = float("inf")
    for _round in range(3):
        start = time.process_time()
        for text in texts:
            ask(text)
        best = min(best, time.process_time() - start)
    return best


def speed(name: str, ask: Callable[[str], object], texts: list[str]) -> None:
    """Print megabytes (of UTF-8 input) a second, and microseconds a text."""
    used = seconds(ask, texts)
    size = sum(len(text.encode()) for text in texts)
    print(f"{name:<48}{size / used / 1e6:>9.1f} MB/s{used / len(texts) * 1e6:>12.1f} µs each")


def speeds() -> None:
    """Measure conversion of a whole text, of lines and of single words, then the keys of names."""
    cyrillic = distinct_words(_WORDS)
    latin = [to_latin(word) for word in cyrillic]
    mixed = [f"{word} {_SPECIAL[place // 15 % len(_SPECIAL)]}" if place % 15 == 0 else word for place, word in enumerate(latin)]
    names = [f"{given[:6]} {family[:10]}" for given, family in zip(cyrillic[:_NAMES], cyrillic[_NAMES : 2 * _NAMES], strict=True)]
    print(f"\n{_WORDS} distinct words")
    for name, ask, words in (("to Latin", to_latin, cyrillic), ("to Cyrillic", to_cyrillic, latin)):
        speed(f"{name}, one text", ask, [" ".join(words)])
        speed(f"{name}, lines of twelve words", ask, [" ".join(words[place : place + 12]) for place in range(0, len(words), 12)])
        speed(f"{name}, word by word", ask, words)
    speed("to Cyrillic, every 15th word protected or worse", to_cyrillic, [" ".join(mixed)])
    speed("repair, nothing to repair", repair, [" ".join(cyrillic)])
    for name, ask in (("loose key", fold), ("strict key", strict_key)):
        speed(f"{name} of a name in Cyrillic", ask, names)
        speed(f"{name} of a name in Latin", ask, [to_latin(each) for each in names])
    speed("name to Cyrillic", name_to_cyrillic, [to_latin(each) for each in names])
    speed("script of a name", script_of, names)
    speed("is a name Cyrillic", is_cyrillic, names)


def questions() -> dict[str, list[tuple[str, str, str]]]:
    """Return what is asked, by rule: direction, text, answer."""
    asked: dict[str, list[tuple[str, str, str]]] = {}
    published = vectors()
    for pair in published["pairs"]:
        asked.setdefault("published pairs", []).extend([("latin", pair["cyr"], pair["lat"]), ("cyrillic", pair["lat"], pair["cyr"])])
    for kind in ("latin_to_cyrillic_exceptions", "dj_is_not_a_digraph", "latin_to_cyrillic_regular"):
        asked[kind.replace("_", " ")] = [("cyrillic", pair["lat"], pair["cyr"]) for pair in published[kind]]
    asked["never convert"] = [("cyrillic", text, text) for text in published["never_convert"]]
    asked["wild bugs"] = [("latin", fault["cyr"], fault["right_lat"]) for fault in published["wild_bugs"] if "right_lat" in fault]
    for row in rows("conversions.tsv"):
        rule = asked.setdefault(f"{row['rule']} ({'Latin' if row['direction'] == 'latin' else 'Cyrillic'})", [])
        rule.append(("latin" if row["direction"] == "latin" else "cyrillic", row["from"], row["to"]))
        if row["direction"] == "both":
            asked.setdefault(f"{row['rule']} (Latin)", []).append(("latin", row["to"], row["from"]))
    return asked


def converters(name: str) -> dict[str, Callable[[str], str]]:
    """Return the two directions of a converter."""
    if name == "ours":
        return {"latin": to_latin, "cyrillic": to_cyrillic}
    if name == "serbian-translit":
        module = importlib.import_module("serbian_translit.srp")
        return {"latin": module.to_lat, "cyrillic": module.to_cyr}
    module = importlib.import_module(name)
    if name == "srtools":
        return {"latin": module.cyrillic_to_latin, "cyrillic": module.latin_to_cyrillic}
    if name == "cyrtranslit":
        return {"latin": lambda text: module.to_latin(text, "sr"), "cyrillic": lambda text: module.to_cyrillic(text, "sr")}
    return {"latin": lambda text: module.translit(text, "sr", reversed=True), "cyrillic": lambda text: module.translit(text, "sr")}


def right(name: str) -> Counter[str]:
    """Return how many questions of each rule a converter answers right; one that raises is wrong."""
    ask = converters(name)
    found: Counter[str] = Counter()
    for rule, asked in questions().items():
        for direction, text, answer in asked:
            try:
                found[rule] += ask[direction](text) == answer
            except Exception:  # noqa: BLE001 - whatever a stranger raises, it is no answer
                found[rule] += 0
    return found


def peers_installed() -> bool:
    """Install the other converters into their own folder, once for each list of them; say whether they are there."""
    wanted = _HERE / "requirements.txt"
    stamp = _PEERS_FOLDER / f"{hashlib.sha256(wanted.read_bytes()).hexdigest()}.installed"
    if not stamp.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "--target"]
        if subprocess.run([*command, str(_PEERS_FOLDER), "--requirement", str(wanted)], check=False, capture_output=True).returncode != 0:
            return False
        stamp.touch()
    return True


def table() -> None:
    """Print what each converter gets right, by rule."""
    names, answers = ["ours"], [right("ours")]
    if peers_installed():
        names += _PEERS
        path = {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_PEERS_FOLDER)))}
        for name in _PEERS:
            told = subprocess.run([sys.executable, "-m", __spec__.name, name], check=True, capture_output=True, cwd=_ROOT, env=path)
            answers.append(Counter(json.loads(told.stdout)))
    else:
        print("\nThe other converters cannot be installed here; the table tells only of ours.")
    asked = {rule: len(all_of) for rule, all_of in questions().items()}
    print(f"\n{'right answers':<52}{'of':>5}" + "".join(f"{name:>18}" for name in names))
    for rule, count in [*asked.items(), ("all", sum(asked.values()))]:
        print(f"{rule:<52}{count:>5}" + "".join(f"{answer.total() if rule == 'all' else answer[rule]:>18}" for answer in answers))


def main() -> None:
    """Print speeds and the table; with the name of a converter, its answers as JSON."""
    if len(sys.argv) > 1:
        print(json.dumps(right(sys.argv[1])))
        return
    speeds()
    table()


if __name__ == "__main__":
    sys.exit(main())
