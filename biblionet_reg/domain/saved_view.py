"""A saved view: a list as somebody filtered, ordered and laid it out, under a name of their own."""

from biblionet_reg.domain.errors import Refusal

NAME_LIMIT = 60
#: Two searches of 200 letters, as an address writes Cyrillic, and all choices and columns of a list.
QUERY_LIMIT = 4000
#: So many views of one list an account may have in an edition.
MOST_VIEWS = 20


class ViewNameTaken(Refusal):
    """Another view of this list has the name already."""

    field = "name"


class TooManyViews(Refusal):
    """The account has as many views of this list as there is room for."""

    field = "name"
