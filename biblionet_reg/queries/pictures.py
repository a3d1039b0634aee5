"""The files behind the pictures of editions."""

from sqlalchemy import bindparam, select

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile

_BY_NAME = select(StoredFile).where(StoredFile.picture_name == bindparam("name")).order_by(StoredFile.id).limit(1)


def by_name(name: str) -> StoredFile | None:
    """Return the file of the picture that some edition shows under `name`, or None."""
    return db.session.scalar(_BY_NAME, {"name": name})


def of_edition(edition: Edition, mark: str) -> list[StoredFile]:
    """Return the files of one picture of the edition, its master first."""
    own = (StoredFile.edition_id == edition.id, StoredFile.picture_name.startswith(mark))
    return list(db.session.scalars(select(StoredFile).where(*own).order_by(StoredFile.id)))
