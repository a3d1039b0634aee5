"""What templates call them; in HTML the plain ones are for titles, attributes and options."""

from biblionet_reg.domain.text import as_typed
from biblionet_reg.shown import institutions, names, texts
from biblionet_reg.shown.finished_letter import letter_marked
from biblionet_reg.shown.marks import fallback_language

FILTERS = {
    "say": texts.say_marked,
    "say_plain": texts.say,
    "in_script": institutions.in_script_marked,
    "in_script_plain": institutions.in_script,
    "name": names.name_in_script_marked,
    "name_plain": names.name_in_script,
    "typed": texts.typed_marked,
    "typed_plain": texts.typed_text,
    "verbatim": texts.verbatim_marked,
    "letter": letter_marked,
}
GLOBALS = {
    "said": texts.said,
    "as_typed": as_typed,
    "person_name": names.person_name_marked,
    "person_name_plain": names.person_name,
    "badge_name": names.badge_name_marked,
    "badge_name_plain": names.badge_name,
    "both_names": names.both_names_marked,
    "both_names_plain": names.both_names,
    "name_is_cyrillic": names.name_is_cyrillic,
    "both_badge_names": names.both_badge_names_marked,
    "both_badge_names_plain": names.both_badge_names,
    "place": institutions.place_marked,
    "where": institutions.where_marked,
    "where_plain": institutions.where,
    "fallback_language": fallback_language,
}
