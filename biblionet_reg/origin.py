"""Where an act comes from: the visitor's network address, for the audit ledger and for counting attempts."""

from ipaddress import ip_address

from flask import has_request_context, request


def here() -> str | None:
    """Return the address this request came from; None outside of one, or from this machine itself.

    A proxy on this machine tells whom it speaks for in X-Forwarded-For (the last it names, for the others may be made up);
    nobody else is believed.
    """
    if not has_request_context():
        return None
    peer = _address(request.remote_addr)
    if peer is not None:
        return peer
    return _address(request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip())


def _address(told: str | None) -> str | None:
    """Return a network address other than this machine's own, or None."""
    try:
        found = ip_address(told or "")
    except ValueError:
        return None
    return None if found.is_loopback else found.compressed
