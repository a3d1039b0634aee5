"""What people told, as the language spoken shows it: names, institutions, texts; with `lang` where it is another's.

Functions come in two forms: the plain one returns a string for letters in plain text, attributes and titles;
`…_marked` wraps in HTML what is not in the language and script of the page, and says so of a text that has no translation.
"""
