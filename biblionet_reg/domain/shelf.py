"""What a process keeps at hand between requests: the last few things made, and never more than there is room for."""

from typing import TypeVar

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Shelf(dict[Key, Thing]):
    """Things by what they are made of. Threads share it: look with `get`, for what is there now may be gone a moment later."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def keep(self, key: Key, thing: Thing) -> Thing:
        """Put a thing on the shelf, in the place of the oldest when it is full, and return it."""
        self.pop(key, None)
        self[key] = thing
        for oldest in list(self)[: -self.room]:
            self.pop(oldest, None)
        return thing
