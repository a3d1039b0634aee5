"""How an edition looks: its colour, emblem and cover, changed together; a picture that was taken down can be put back."""

from typing import Any

from biblionet_reg.domain.difference import Difference
from biblionet_reg.domain.picture import PictureUse
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme_versions
from biblionet_reg.services import pictures, programme_files
from biblionet_reg.services.edition_loading import differences
from biblionet_reg.services.editions import record_changes, refuse_when_closed
from biblionet_reg.services.transaction import transaction

_FIELDS = ("colour", "cover_alt", "cover_credit")


def dress(edition: Edition, *, by: str, kept: dict[PictureUse, str], **changes: Any) -> list[Difference]:
    """Give the edition new values of its look, and the pictures that `kept` names by their `upload_key`. Raises PictureRefused."""
    with transaction() as session:
        session.refresh(edition, with_for_update=True)
        refuse_when_closed(edition)
        found: list[Difference] = []
        for use, upload_key in kept.items():
            found += pictures.show_kept(edition, use, upload_key)
        for name in (name for name in _FIELDS if name in changes):
            found += differences(name, getattr(edition, name), changes[name])
            setattr(edition, name, changes[name])
        _record(edition, found, by=by)
    return found


def take_down(edition: Edition, use: PictureUse, *, by: str) -> str:
    """Take the picture from the edition; return the `upload_key` with which `dress` puts it back. Empty when there was none."""
    with transaction() as session:
        session.refresh(edition, with_for_update=True)
        refuse_when_closed(edition)
        before = pictures.mark_of(edition, use)
        upload_key = pictures.put_aside(edition, use)
        _record(edition, differences(use.value, before, ""), by=by)
    return upload_key


def _record(edition: Edition, found: list[Difference], *, by: str) -> None:
    """Note the changes; a published programme is printed anew with them."""
    record_changes(edition, "edition.changed", found, by=by)
    version = programme_versions.latest(edition) if found else None
    if version is not None:
        programme_files.ask_for_all(edition, version.number, by=by)
