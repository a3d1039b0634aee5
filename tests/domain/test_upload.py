"""Files are known by their content, and keep a name that is safe to show."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.file_kind import FileFault, FileKind, FileRefused
from biblionet_reg.domain.upload import NAME_LIMIT, Upload, read_upload, safe_name
from tests.submissions import PDF, container, zipped


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_is_known_by_its_content(kind: FileKind) -> None:
    content = PDF if kind is FileKind.PDF else container(kind)

    assert read_upload(f"рад.{kind.value.upper()}", content) == Upload(f"рад.{kind.value.upper()}", kind, content)


def test_a_name_without_an_ending_gets_one() -> None:
    assert read_upload("Рад, 2. верзија", PDF).name == "Рад, 2. верзија.pdf"


def _encrypted() -> bytes:
    content = bytearray(container(FileKind.DOCX))
    flags = content.rindex(b"PK\x01\x02") + 8
    content[flags : flags + 2] = struct.pack("<H", 1)
    return bytes(content)


def _with_huge_directory() -> bytes:
    content = bytearray(container(FileKind.DOCX))
    size = content.rindex(b"PK\x05\x06") + 12
    content[size : size + 4] = struct.pack("<I", 3 * 1024 * 1024)
    return bytes(content)


def _bomb() -> bytes:
    """A container that says it unpacks to four gigabytes."""
    content = bytearray(container(FileKind.DOCX))
    size = content.rindex(b"PK\x01\x02") + 24
    content[size : size + 4] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(content)


def _manifest_that_cannot_be_unpacked() -> bytes:
    content = container(FileKind.ODT, members={"META-INF/manifest.xml": b"x" * 200})
    packed = zlib.compress(b"x" * 200)[2:-4]
    return content.replace(packed, b"\xff" * len(packed))


REFUSED = {
    "empty": ("рад.pdf", b"", FileFault.EMPTY),
    "a text that calls itself a PDF": ("рад.pdf", "Ово није PDF".encode(), FileFault.NOT_AS_NAMED),
    "a program": ("рад.exe", b"MZ\x90\x00", FileFault.KIND_NOT_TAKEN),
    "a picture": ("слика.png", b"\x89PNG\r\n\x1a\n", FileFault.KIND_NOT_TAKEN),
    "a PDF under another name": ("рад.docx", PDF, FileFault.NOT_AS_NAMED),
    "a document under a presentation's name": ("рад.odp", container(FileKind.ODT), FileFault.NOT_AS_NAMED),
    "any other zip": ("рад.docx", zipped({"a.txt": b"a"}), FileFault.NOT_AS_NAMED),
    "a zip as such": ("рад.zip", zipped({"a.txt": b"a"}), FileFault.KIND_NOT_TAKEN),
    "a document with macros": ("рад.docx", container(FileKind.DOCX, members={"word/vbaProject.bin": b"x"}), FileFault.NOT_AS_NAMED),
    "an OpenDocument of another kind": ("рад.odt", zipped({"mimetype": b"application/epub+zip"}), FileFault.NOT_AS_NAMED),
    "an OpenDocument without a manifest": (
        "рад.odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}), FileFault.BROKEN,
    ),
    "an OpenDocument without content": (
        "рад.odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": b""}), FileFault.NOT_AS_NAMED,
    ),
    "an OpenDocument with a password": (
        "рад.odt", container(FileKind.ODT, members={"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), FileFault.LOCKED,
    ),
    "a zip with a password": ("рад.docx", _encrypted(), FileFault.LOCKED),
    "an Office document with a password": (
        "рад.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), FileFault.LOCKED,
    ),
    "an old Office document": ("рад.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileFault.KIND_NOT_TAKEN),
    "half a document": ("рад.docx", container(FileKind.DOCX)[:60], FileFault.BROKEN),
    "a document with a broken directory": ("рад.docx", container(FileKind.DOCX).replace(b"PK\x01\x02", b"PK\x09\x09"), FileFault.BROKEN),
    "a document with a huge directory": ("рад.docx", _with_huge_directory(), FileFault.BROKEN),
    "a bomb": ("рад.docx", _bomb(), FileFault.BROKEN),
    "a manifest that cannot be unpacked": ("рад.odt", _manifest_that_cannot_be_unpacked(), FileFault.BROKEN),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "fault"), REFUSED.values(), ids=REFUSED)
def test_other_files_are_refused_with_the_reason(name: str, content: bytes, fault: FileFault) -> None:
    with pytest.raises(FileRefused) as refused:
        read_upload(name, content)

    assert refused.value.fault is fault


@given(st.sampled_from([FileKind.DOCX, FileKind.ODP]), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_taken_or_refused_but_never_a_fault(kind: FileKind, place: int, damage: bytes) -> None:
    whole = container(kind)
    content = whole[:place] + damage + whole[place + len(damage) :]

    try:
        taken = read_upload(f"рад.{kind.value}", content)
    except FileRefused:
        return

    assert taken.kind is kind


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("рад.pdf", "рад.pdf"),
        ("/etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Моји документи\\рад.docx", "рад.docx"),
        ("../../рад.pdf", "рад.pdf"),
        ("рад\u202efdp.exe", "радfdp.exe"),
        ("рад\x00\r\n.pdf", "рад.pdf"),
        ("рад   са   размацима.pdf", "рад са размацима.pdf"),
        ("x" * 300 + ".pdf", "x" * (NAME_LIMIT - 4) + ".pdf"),
        ("x" * 300, "x" * NAME_LIMIT),
        ("…", "…"),
        ("..", "file"),
        ("", "file"),
        ("<b>рад</b>.pdf", "b>.pdf"),
        ("рад 📚.odt", "рад 📚.odt"),
    ],
)
def test_a_name_is_kept_safe_to_show(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept
