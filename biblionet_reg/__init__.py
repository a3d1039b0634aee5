"""Библионет: registration, reviewing, programme, badges. Version only; nobody's hub."""

__version__ = "0.1.0"
