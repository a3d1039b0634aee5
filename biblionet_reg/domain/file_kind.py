"""The kinds of file people may send, and why one is not taken."""

from enum import StrEnum

from biblionet_reg.domain.errors import Refusal


class FileKind(StrEnum):
    """The kinds of file that are taken; the value is the ending of the name."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    PPTX = "pptx"
    ODP = "odp"


MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileKind.ODP: "application/vnd.oasis.opendocument.presentation",
}


class FileFault(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND_NOT_TAKEN = "kind_not_taken"
    NOT_AS_NAMED = "not_as_named"
    LOCKED = "locked"
    BROKEN = "broken"
    NOT_KEPT = "not_kept"


class FileRefused(Refusal):
    """The file is not taken; `limit_mb` is told where the size is the fault."""

    field = "file"

    def __init__(self, fault: FileFault, *, limit_mb: int = 0) -> None:
        super().__init__(fault)
        self.fault = fault
        self.limit_mb = limit_mb
