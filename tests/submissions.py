"""Answers and files of submissions for tests: short, whole, and changed by the test that cares."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

from biblionet_reg.domain.file_kind import MEDIA_TYPES, FileKind
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.submission_answers import AuthorAnswers, PartnerAnswers, SubmissionAnswers
from biblionet_reg.domain.text import LocalText

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

LJUBICA = AuthorAnswers(
    given_name="Љубица",
    family_name="Ђорђевић",
    email="ljubica@example.org",
    institution_name="Јавна библиотека „Бора Станковић“",
    institution_place="Врање",
    institution_kind=InstitutionKind.LIBRARY,
    is_presenter=True,
    is_corresponding=True,
)
SEAN = AuthorAnswers(
    given_name="Seán", family_name="O’Brien", institution_name="Trinity College", institution_kind=InstitutionKind.UNIVERSITY
)


def answers(**changes: Any) -> SubmissionAnswers:
    """Return the answers of a paper with two authors and a partner."""
    whole = SubmissionAnswers(
        kind=SubmissionKind.PAPER,
        subtopic="literacy",
        title=LocalText(sr="Читање у парку", en="Reading in the park"),
        abstract=LocalText(sr="Библиотека и школа читају заједно.", en="The library and the school read together."),
        keywords=LocalText(sr="читање; парк", en="reading; park"),
        authors=(LJUBICA, SEAN),
        partners=(PartnerAnswers(name="Основна школа „Вук Караџић“", sector="culture"),),
    )
    return replace(whole, **changes)


def container(kind: FileKind, *, members: dict[str, bytes] | None = None) -> bytes:
    """Return the smallest file of a kind that is a zip inside."""
    parts = {
        FileKind.DOCX: {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"},
        FileKind.PPTX: {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<presentation/>"},
    }.get(kind) or {"mimetype": MEDIA_TYPES[kind].encode(), "META-INF/manifest.xml": b"<manifest/>", "content.xml": b"<content/>"}
    return zipped(parts | (members or {}))


def zipped(members: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()
