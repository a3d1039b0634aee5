"""Finding editions."""

from datetime import date

from sqlalchemy import bindparam, select

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition

# Built once: every page begins with it.
_BY_SLUG = select(Edition).where(Edition.slug == bindparam("slug"))


def by_slug(slug: str) -> Edition | None:
    """Return the edition at this address, or None."""
    return db.session.scalar(_BY_SLUG, {"slug": slug})


def all_editions() -> list[Edition]:
    """Return every edition, the latest first."""
    return list(db.session.scalars(select(Edition).order_by(Edition.starts_on.desc(), Edition.id.desc())))


def current(today: date) -> Edition | None:
    """Return the edition marked current, else the next to begin, else the last."""
    marked = db.session.scalar(select(Edition).where(Edition.is_current))
    if marked is not None:
        return marked
    coming = select(Edition).where(Edition.ends_on >= today).order_by(Edition.starts_on).limit(1)
    return db.session.scalar(coming) or next(iter(all_editions()), None)
