"""Serbian in two scripts: conversion both ways, look-alike repair, keys, names. docs/two-scripts.md tells the rules."""

from biblionet_reg.domain.script.cyrillic import to_cyrillic
from biblionet_reg.domain.script.detection import Script, is_cyrillic, is_in_another, script_of
from biblionet_reg.domain.script.keys import fold, strict_key
from biblionet_reg.domain.script.latin import to_latin
from biblionet_reg.domain.script.marks import outside_marks, without_marks
from biblionet_reg.domain.script.names import name_to_cyrillic, name_to_latin
from biblionet_reg.domain.script.repair import Repaired, repair
from biblionet_reg.domain.script.rules import STANDARD_RULES, ScriptRules
from biblionet_reg.domain.script.sameness import same_name

__all__ = [
    "STANDARD_RULES",
    "Repaired",
    "Script",
    "ScriptRules",
    "fold",
    "is_cyrillic",
    "is_in_another",
    "name_to_cyrillic",
    "name_to_latin",
    "outside_marks",
    "repair",
    "same_name",
    "script_of",
    "strict_key",
    "to_cyrillic",
    "to_latin",
    "without_marks",
]
