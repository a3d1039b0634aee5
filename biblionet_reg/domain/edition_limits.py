"""How long the texts of an edition may be, how large its numbers, how long its lists."""

from biblionet_reg.domain.script_word import WORD_LIMIT

#: How many entries a list may have.
LIST_LIMIT = 500

#: How long a text may be, in characters; in parts of an edition as `list.field`.
TEXT_LIMITS = {
    "series": 120,
    "meeting_kind": 300,
    "theme": 300,
    "idea": 12_000,
    "host_name": 200,
    "host_place": 100,
    "host_website": 300,
    "venue_name": 200,
    "venue_address": 300,
    "travel": 4_000,
    "stay": 4_000,
    "office_hours": 1_000,
    "contact_email": 254,
    "contact_phone": 60,
    "fee_note": 2_000,
    "cover_alt": 300,
    "cover_credit": 200,
    "rooms.name": 120,
    "rooms.place": 200,
    "subtopics.title": 300,
    "subtopics.scope": 1_000,
    "sectors.title": 120,
    "meals.title": 120,
    "organisers.name": 300,
    "organisers.duty": 500,
    "news.title": 200,
    "news.body": 6_000,
    "words.latin": WORD_LIMIT,
    "words.cyrillic": WORD_LIMIT,
}

#: The lowest and highest number a field may hold.
NUMBER_LIMITS = {
    "number": (1, 999),
    "participant_limit": (0, 100_000),
    "abstract_limit": (200, 20_000),
    "authors_limit": (1, 50),
    "rooms.seats": (1, 100_000),
}
