"""Finding editions."""

from datetime import date

from sqlalchemy import bindparam, exists, select

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeVersion

# Built once: every page begins with it.
_BY_SLUG = select(Edition).where(Edition.slug == bindparam("slug"))


def by_slug(slug: str) -> Edition | None:
    """Return the edition at this address, or None."""
    return db.session.scalar(_BY_SLUG, {"slug": slug})


def all_editions() -> list[Edition]:
    """Return every edition, the latest first."""
    return list(db.session.scalars(select(Edition).order_by(Edition.starts_on.desc(), Edition.id.desc())))


def following(edition: Edition) -> Edition | None:
    """Return the edition that comes next after this one, or None."""
    later = select(Edition).where(Edition.starts_on > edition.starts_on).order_by(Edition.starts_on, Edition.id).limit(1)
    return db.session.scalar(later)


def all_with_programme() -> list[tuple[Edition, bool]]:
    """Return every edition, the latest first, and whether its programme is published."""
    published = exists().where(ProgrammeVersion.edition_id == Edition.id)
    rows = db.session.execute(select(Edition, published).order_by(Edition.starts_on.desc(), Edition.id.desc()))
    return [(edition, is_published) for edition, is_published in rows]


def current(today: date) -> Edition | None:
    """Return the edition marked current, else the next to begin, else the last."""
    marked = db.session.scalar(select(Edition).where(Edition.is_current))
    if marked is not None:
        return marked
    coming = select(Edition).where(Edition.ends_on >= today).order_by(Edition.starts_on).limit(1)
    return db.session.scalar(coming) or next(iter(all_editions()), None)
