"""What a file really is, told by its content; nothing is ever unpacked to the full."""

import struct
import zipfile
import zlib
from io import BytesIO

from biblionet_reg.domain.file_kind import MEDIA_TYPES, FileFault, FileKind, FileRefused

_HEAD = 1024
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_MARK = b"PK\x05\x06"
_BIG_DIRECTORY_MARK = b"PK\x06\x07"
_DIRECTORY_LIMIT = 2 * 1024 * 1024
_UNPACKED_LIMIT = 1024 * 1024 * 1024
_MANIFEST_LIMIT = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    struct.error,
    zlib.error,
)
_MAIN_PARTS = {"word/document.xml": FileKind.DOCX, "ppt/presentation.xml": FileKind.PPTX}
_OPEN_DOCUMENTS = {MEDIA_TYPES[kind].encode(): kind for kind in (FileKind.ODT, FileKind.ODP)}


def kind_of(content: bytes) -> FileKind | None:
    """Return the kind of file `content` is, None when it is none of ours. Raises FileRefused when it cannot be opened."""
    if content[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t \x00").startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(_OLD_OFFICE_MARK) and _ENCRYPTED_OFFICE in content:
        raise FileRefused(FileFault.LOCKED)
    return _kind_of_container(content) if content.startswith(_ZIP_MARKS) else None


def _kind_of_container(content: bytes) -> FileKind | None:
    """Look at a zip's directory only: nothing is unpacked but the two small parts that name an OpenDocument."""
    if not _has_small_directory(content):
        raise FileRefused(FileFault.BROKEN)
    try:
        with zipfile.ZipFile(BytesIO(content)) as container:
            return _kind_of_members(container)
    except _BROKEN as error:
        raise FileRefused(FileFault.BROKEN) from error


def _has_small_directory(content: bytes) -> bool:
    end = content.rfind(_DIRECTORY_MARK)
    if end < 0 or content[max(0, end - 20) : end].startswith(_BIG_DIRECTORY_MARK):
        return False
    return int.from_bytes(content[end + 12 : end + 16], "little") <= _DIRECTORY_LIMIT


def _kind_of_members(container: zipfile.ZipFile) -> FileKind | None:
    members = container.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise FileRefused(FileFault.LOCKED)
    if sum(member.file_size for member in members) > _UNPACKED_LIMIT:
        raise FileRefused(FileFault.BROKEN)
    names = {member.filename for member in members}
    if "mimetype" in names:
        return _kind_of_open_document(container, names)
    if "[Content_Types].xml" not in names or any(name.endswith("vbaProject.bin") for name in names):
        return None
    return next((kind for part, kind in _MAIN_PARTS.items() if part in names), None)


def _kind_of_open_document(container: zipfile.ZipFile, names: set[str]) -> FileKind | None:
    kind = _OPEN_DOCUMENTS.get(_start_of(container, "mimetype", _HEAD).strip())
    if kind is None:
        return None
    if "META-INF/manifest.xml" not in names:
        raise FileRefused(FileFault.BROKEN)
    if b"encryption-data" in _start_of(container, "META-INF/manifest.xml", _MANIFEST_LIMIT):
        raise FileRefused(FileFault.LOCKED)
    return kind if "content.xml" in names else None


def _start_of(container: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with container.open(name) as member:
        return member.read(limit)
