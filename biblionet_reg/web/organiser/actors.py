"""Who did something, as people read it: the ledger and the jobs keep an account's address, or the name of a program."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.queries.history import names_behind
from biblionet_reg.shown.names import name_in_script_marked

_PROGRAMS = {"command": _l("The command line"), "worker": _l("The system"), "demonstration": _l("Demonstration")}


def who_among(actors: Iterable[str]) -> Callable[[str], str | Markup]:
    """Return what names each of `actors`: the person behind an account, else the program, else what was kept."""
    names = names_behind(actors)

    def who(actor: str) -> str | Markup:
        return name_in_script_marked(names[actor]) if actor in names else str(_PROGRAMS.get(actor, actor))

    return who
