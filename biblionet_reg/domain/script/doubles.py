"""Letters of Latin, Cyrillic and Greek that look the same, and the way from each to its double."""

_CYRILLIC = "аеорсухјіѕһԁԛԝАВЕКМНОРСТУХЈІЅҺ"
_LATIN_OF = "aeopcyxjishdqwABEKMHOPCTYXJISH"
_GREEK = "οναρυχικΑΒΕΖΗΙΚΜΝΟΡΤΥΧϳ"
_LATIN_OF_GREEK = "ovapuxikABEZHIKMNOPTYXj"
_CYRILLIC_OF_GREEK = {"ο": "о", "α": "а", "ρ": "р", "υ": "у", "χ": "х", "Α": "А", "Β": "В", "Ε": "Е", "Η": "Н", "Κ": "К", "Μ": "М"}
_CYRILLIC_OF_GREEK |= {"Ο": "О", "Ρ": "Р", "Τ": "Т", "Υ": "У", "Χ": "Х", "ϳ": "ј", "κ": "к"}

#: Latin doubles of Cyrillic and Greek letters.
TO_LATIN = dict(zip(_CYRILLIC, _LATIN_OF, strict=True)) | dict(zip(_GREEK, _LATIN_OF_GREEK, strict=True))
#: Serbian Cyrillic doubles of Latin and Greek letters.
TO_CYRILLIC = {TO_LATIN[letter]: letter for letter in "аеорсухјАВЕКМНОРСТУХЈ"} | _CYRILLIC_OF_GREEK
