"""How many rows are in each state."""

from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Select

from biblionet_reg.extensions import db

_State = TypeVar("_State", bound=StrEnum)


def by_state(states: type[_State], counted: Select[_State, int]) -> dict[_State, int]:
    """Return what `counted` (state, number) says, in the order of `states`; a state without rows is left out."""
    numbers: dict[_State, int] = {state: number for state, number in db.session.execute(counted)}  # noqa: C416 - rows, not pairs
    return {state: numbers[state] for state in states if state in numbers}


def by_every_state(states: type[_State], counted: Select[_State, int]) -> dict[_State, int]:
    """Return the same with every state: one without rows has none."""
    return dict.fromkeys(states, 0) | by_state(states, counted)
