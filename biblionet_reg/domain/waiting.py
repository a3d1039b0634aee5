"""What a submission may wait for; the lists and the overview speak of the same."""

from enum import StrEnum

#: A decision rests on more than one opinion.
ENOUGH_REVIEWS = 2


class Waiting(StrEnum):
    """What has to be done with a submission; the value stands in the address of the list."""

    FIRST_REVIEW = "first-review"
    SECOND_LOOK = "second-look"
    DECISION = "decision"
    PLACE = "place"
