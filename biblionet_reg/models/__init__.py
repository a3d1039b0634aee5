"""The tables, one file per aggregate. Import models from their own file; `TABLES` lists the files."""

from importlib import import_module

TABLES = (
    "account",
    "audit",
    "draft",
    "edition",
    "institution",
    "job",
    "letter",
    "person",
    "programme",
    "rate_count",
    "registration",
    "review",
    "saved_view",
    "script_word",
    "search_word",
    "stored_file",
    "submission",
)


def load_all() -> None:
    """Import every file, so that the metadata is whole."""
    for name in TABLES:
        import_module(f"{__name__}.{name}")
