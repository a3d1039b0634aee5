"""Where an act comes from, for the audit ledger: the visitor's network address, or nothing for commands and the worker."""

from flask import has_request_context, request


def here() -> str | None:
    """Return the address this request came from; None outside of one."""
    return request.remote_addr if has_request_context() else None
