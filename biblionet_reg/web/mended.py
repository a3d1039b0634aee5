"""What was put right in the texts of this request: told on this page or, after a redirect, on the next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from flask import Flask, Response, flash, g

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.mending import Mended, mend
from biblionet_reg.domain.script import Script, is_cyrillic, script_of

#: The category of the flashed notice.
CATEGORY = "mended"
# The notice may travel in the session's cookie, so it stays short.
_WORDS_TOLD = 8
_LENGTH_TOLD = 40


@dataclass(slots=True)
class Told:
    """The notice: words that changed (as typed, as kept), foreign ones that were left, and how many more there were."""

    changes: list[tuple[str, str]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    more: int = 0

    def add(self, found: Mended) -> None:
        """Take in what was found in one text; a word is told once."""
        for words, pairs in ((self.changes, found.changes), (self.left, found.left)):
            for old, new in pairs:
                self._tell(words, (old[:_LENGTH_TOLD], new[:_LENGTH_TOLD]))

    def _tell(self, words: list[tuple[str, str]], word: tuple[str, str]) -> None:
        if word in words:
            return
        if len(self.changes) + len(self.left) < _WORDS_TOLD:
            words.append(word)
        else:
            self.more += 1


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a word as it was typed."""

    text: str
    is_wrong: bool


def mended(text: str, otherwise: Script | None = None) -> str:
    """Return typed text with its look-alike letters put right, and remember to tell what changed; `otherwise`: see `mend`."""
    found = mend(text, otherwise)
    if found.changes or found.left:
        if "mended" not in g:
            g.mended = Told()
        g.mended.add(found)
    return found.text


@contextmanager
def mending_only(asks: Callable[[str], bool]) -> Iterator[None]:
    """Put right, in the forms read meanwhile, what `asks` says yes to by its name; the rest was told of when it was typed."""
    g.mends = asks
    try:
        yield
    finally:
        g.pop("mends")


def is_mended(name: str) -> bool:
    """Say whether what stands in the field of this name is to be put right."""
    asks: Callable[[str], bool] | None = g.get("mends")
    return asks is None or asks(name)


def told_now() -> list[Told]:
    """Return the notice of this very request for the page now made, once."""
    found: Told | None = g.pop("mended", None)
    return [] if found is None else [found]


def letters_of(old: str, new: str) -> list[Letter]:
    """Return the letters of a word as it was typed, the replaced ones marked; in an undecided word, those of the other alphabet."""
    if old == new:
        whole = script_of(old) or Script.CYRILLIC
        return [Letter(letter, is_wrong=script_of(letter) not in {whole, None}) for letter in old]
    if len(old) != len(new):
        return [Letter(old, is_wrong=False)]
    return [Letter(typed, is_wrong=typed != right) for typed, right in zip(old, new, strict=True)]


def script_tag(word: str) -> str:
    """Return the language tag of a word by its script."""
    return (Lang.SR if is_cyrillic(word) else Lang.SR_LATN).value


def tell_later(response: Response) -> Response:
    """Hand the notice to the next page when this answer only leads there."""
    if response.location and (found := g.pop("mended", None)):
        flash(asdict(found), CATEGORY)  # type: ignore[arg-type]  # the session takes what JSON can say
    return response


def init_app(app: Flask) -> None:
    app.after_request(tell_later)
    app.jinja_env.globals.update(mended_now=told_now, letters_of=letters_of, script_tag=script_tag)
