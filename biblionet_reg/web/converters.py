"""The typed parts of addresses."""

from flask import Flask
from werkzeug.routing import BaseConverter, UnicodeConverter, ValidationError

from biblionet_reg.domain.codes import CodeKind, read_code
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.slug import RESERVED_SLUGS


class KeyConverter(UnicodeConverter):
    """The key of a part, a session or a slot: any text but one with the sign that no database keeps."""

    def to_python(self, value: str) -> str:
        if "\0" in value:
            raise ValidationError
        return value


class LangConverter(BaseConverter):
    """`sr`, `sr-Latn` or `en`."""

    regex = "sr-Latn|sr|en"

    def to_python(self, value: str) -> Lang:
        return Lang(value)

    def to_url(self, value: str) -> str:
        return str(Lang(value).value)


class SlugConverter(BaseConverter):
    """An edition's slug."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        if value in RESERVED_SLUGS:
            raise ValidationError
        return value


class _CodeConverter(BaseConverter):
    kind: CodeKind
    regex = "[^/]{6,9}"

    def to_python(self, value: str) -> str:
        code = read_code(value, self.kind)
        if code is None:
            raise ValidationError
        return code


class SubmissionCodeConverter(_CodeConverter):
    """`S-…`"""

    kind = CodeKind.SUBMISSION


class RegistrationCodeConverter(_CodeConverter):
    """`R-…`"""

    kind = CodeKind.REGISTRATION


class PersonCodeConverter(_CodeConverter):
    """`P-…`"""

    kind = CodeKind.PERSON


def init_app(app: Flask) -> None:
    app.url_map.converters.update(
        key=KeyConverter,
        lang=LangConverter,
        slug=SlugConverter,
        submission_code=SubmissionCodeConverter,
        registration_code=RegistrationCodeConverter,
        person_code=PersonCodeConverter,
    )
