"""A bare button was pressed: what it does is done and told, or refused and told."""

from collections.abc import Callable

from flask import flash

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.wording import refusal


def pressed(act: Callable[[], object], done: str) -> None:
    """Do what a button asks, and say `done` or the refusal on the next page."""
    try:
        act()
    except Refusal as answer:
        flash(refusal(answer), "error")
    else:
        flash(done, "success")
