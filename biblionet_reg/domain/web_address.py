"""Web addresses that people give."""

from urllib.parse import urlsplit


def is_web_address(text: str) -> bool:
    """Say whether `text` begins with http(s), names a host and has no blanks."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(char.isspace() for char in text)
