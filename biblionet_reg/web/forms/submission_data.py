"""A submission as its form shows it."""

from collections.abc import Sequence
from typing import Any

from biblionet_reg.domain.submission_answers import AuthorAnswers, SubmissionAnswers
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.web.forms.institution_choice import institution_values


def data_of(answers: SubmissionAnswers, known: Sequence[KnownInstitution]) -> dict[str, Any]:
    """Return what the fields of the form hold for these answers."""
    return {
        "form_key": answers.form_key,
        "kind": answers.kind.value,
        "subtopic": answers.subtopic,
        "title_sr": answers.title.sr,
        "title_en": answers.title.en,
        "abstract_sr": answers.abstract.sr,
        "abstract_en": answers.abstract.en,
        "keywords_sr": answers.keywords.sr,
        "keywords_en": answers.keywords.en,
        "authors": [_author(author, known) for author in answers.authors],
        "corresponding": str(next((number for number, author in enumerate(answers.authors) if author.is_corresponding), 0)),
        "partners": [{"name": partner.name, "sector": partner.sector} for partner in answers.partners],
        "language": answers.language.value,
    }


def _author(author: AuthorAnswers, known: Sequence[KnownInstitution]) -> dict[str, Any]:
    return {
        "given_name": author.given_name,
        "family_name": author.family_name,
        "other_given_name": author.other_given_name,
        "other_family_name": author.other_family_name,
        "email": author.email,
        **institution_values(known, author.institution_name, author.institution_place, author.institution_kind),
        "is_presenter": author.is_presenter,
    }
