"""Who may do what: readable roles, each with its list of permissions, valid in one edition."""

from collections.abc import Iterable
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal


class StaffRole(StrEnum):
    """Roles of staff accounts, given per edition."""

    ADMINISTRATOR = "administrator"
    CHAIR = "chair"
    REVIEWER = "reviewer"
    HOST = "host"
    DESK = "desk"
    OBSERVER = "observer"


class Permission(StrEnum):
    """One thing that may be done, `object:action`, in alphabetical order."""

    BADGES_PRINT = "badges:print"
    DECISION_MAKE = "decision:make"
    EDITION_EDIT = "edition:edit"
    LETTER_READ = "letter:read"
    LETTER_SEND = "letter:send"
    NEEDS_READ = "needs:read"
    OVERVIEW_READ = "overview:read"
    PROGRAMME_EDIT = "programme:edit"
    PROGRAMME_PUBLISH = "programme:publish"
    REGISTRATION_EDIT = "registration:edit"
    REGISTRATION_READ = "registration:read"
    REVIEW_READ = "review:read"
    REVIEW_WRITE = "review:write"
    SUBMISSION_READ = "submission:read"


_P = Permission
_PROGRAMME_SIDE = frozenset(
    {
        _P.DECISION_MAKE,
        _P.LETTER_READ,
        _P.LETTER_SEND,
        _P.OVERVIEW_READ,
        _P.PROGRAMME_EDIT,
        _P.PROGRAMME_PUBLISH,
        _P.REGISTRATION_READ,
        _P.REVIEW_READ,
        _P.REVIEW_WRITE,
        _P.SUBMISSION_READ,
        _P.BADGES_PRINT,
    }
)

#: What each role may do in its edition. The host side alone sees meals and access needs.
GRANTS: dict[StaffRole, frozenset[Permission]] = {
    StaffRole.ADMINISTRATOR: frozenset(Permission) - {_P.NEEDS_READ},
    StaffRole.CHAIR: _PROGRAMME_SIDE,
    StaffRole.REVIEWER: frozenset({_P.REVIEW_WRITE}),
    StaffRole.HOST: frozenset({_P.OVERVIEW_READ, _P.REGISTRATION_READ, _P.REGISTRATION_EDIT, _P.NEEDS_READ, _P.BADGES_PRINT}),
    StaffRole.DESK: frozenset({_P.REGISTRATION_READ, _P.BADGES_PRINT}),
    StaffRole.OBSERVER: frozenset({_P.OVERVIEW_READ}),
}


class LastAdministrator(Refusal):
    """The edition would be left without an administrator."""


def permissions_of(roles: Iterable[StaffRole]) -> frozenset[Permission]:
    """Return everything that somebody with these roles may do."""
    return frozenset().union(*(GRANTS[role] for role in roles))
