"""Finding presentations in a published programme: by title, author, institution, subtopic and keyword, in either script.

A published version never changes, so its words are gathered once and looked through in memory. It forgives what the search of records
does: either script, missing diacritics, beginnings, any order, and a mistyped name that nothing has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from biblionet_reg.domain.search import Question, Term, read_terms
from biblionet_reg.domain.search_words import NAMES, Field, entries, name_words
from biblionet_reg.domain.spelling import closest, tolerance
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedItem, Timetable

#: The place of an item in the order of its programme.
Position = int
Texts = Mapping[Field, list[str]]


@dataclass(frozen=True, slots=True)
class Matches:
    """What a question found; `shown` are the words that were taken for mistyped ones, as people write them."""

    positions: frozenset[Position]
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimetableIndex:
    """The words of a programme: where each stands, by the part of an item it is in, and how names are written."""

    places: Mapping[Field, Mapping[str, frozenset[Position]]]
    written: Mapping[str, str]

    def find(self, text: str) -> Matches:
        """Return the items that have every word of `text`; a name that nothing has is taken for the closest there is."""
        terms = read_terms([Question(text)])
        found, shown = {term: self._having(term) for term in terms}, list[str]()
        doubtful = [term for term in terms if not found[term]] or ([] if _common(found.values()) else terms)
        for term in doubtful:
            meant = closest(term.word, self._alike(term.word))
            found[term] |= frozenset().union(*(self._exactly(word) for word in meant))
            shown += (self.written[word] for word in meant)
        positions = _common(found.values()) if terms else frozenset()
        return Matches(positions, tuple(dict.fromkeys(shown)) if positions else ())

    def _having(self, term: Term) -> frozenset[Position]:
        begun = {field: self.places.get(field, {}) for field in term.beginning_fields}
        parts = [at for words in begun.values() for word, at in words.items() if word.startswith(term.word)]
        whole = [self.places.get(field, {}).get(term.word, frozenset()) for field in term.fields]
        return frozenset().union(*parts, *whole)

    def _alike(self, typed: str) -> list[str]:
        """Return the names that share enough letters with it to be compared at all."""
        letters, allowed = frozenset(typed), tolerance(typed)
        return [word for word in self.written if len(letters.difference(word)) <= allowed and len(set(word) - letters) <= allowed]

    def _exactly(self, name: str) -> frozenset[Position]:
        return frozenset().union(*(self.places.get(field, {}).get(name, frozenset()) for field in NAMES))


def index_of(timetable: Timetable) -> TimetableIndex:
    """Gather the words of every item that has a title."""
    places: dict[Field, dict[str, set[Position]]] = {}
    written: dict[str, str] = {}
    for position, item in enumerate(items_of(timetable)):
        texts = _texts_of(item)
        written |= name_words(texts)
        for entry in entries(texts):
            places.setdefault(entry.field, {}).setdefault(entry.word, set()).add(position)
    return TimetableIndex({field: {word: frozenset(at) for word, at in words.items()} for field, words in places.items()}, written)


def items_of(timetable: Timetable) -> list[ListedItem]:
    """Return every item in the order of the programme: what a position counts."""
    return [item for day in timetable.days for block in day.sessions for item in block.items]


def _texts_of(item: ListedItem) -> Texts:
    names = [name for one in item.authors for name in (one.given_name, one.family_name, one.other_given_name, one.other_family_name)]
    return {
        Field.CODE: [item.code],
        Field.NAME: [name for name in (*names, item.presenter_name) if name],
        Field.INSTITUTION: [text for one in item.authors for text in (one.institution, one.place) if text],
        Field.TITLE: _every_form(item.title),
        Field.TOPIC: [*_every_form(item.subtopic), *_every_form(item.keywords)],
    }


def _every_form(text: LocalText) -> list[str]:
    return [form for form in (text.sr, text.en, text.sr_latn) if form]


def _common(found: Iterable[frozenset[Position]]) -> frozenset[Position]:
    sets = list(found)
    return frozenset.intersection(*sets) if sets else frozenset()
