"""The questions of the registration form, each with its own sentences."""

from biblionet_reg.domain import registration_answers as limits
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.fields import (
    EMAIL_LIMIT,
    ChoicesField,
    EmailField,
    FormKeyField,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
)
from biblionet_reg.web.forms.institution_choice import InstitutionChoice, institution_field, kind_field, name_field, place_field
from biblionet_reg.web.forms.institution_search import InstitutionSearch, search_field
from biblionet_reg.web.forms.other_name import OtherName, other_family_name_field, other_given_name_field


class RegistrationQuestions(InstitutionSearch, InstitutionChoice, OtherName):
    """What is asked; the choices are the edition's and come with `RegistrationForm.for_edition`."""

    form_key = FormKeyField()
    given_name = LineField(
        _l("Given name"),
        limit=limits.NAME_LIMIT,
        empty=_l("Enter the given name"),
        too_long=_l("Given name must be %(limit)s characters or fewer", limit=limits.NAME_LIMIT),
    )
    family_name = LineField(
        _l("Family name"),
        limit=limits.NAME_LIMIT,
        empty=_l("Enter the family name"),
        too_long=_l("Family name must be %(limit)s characters or fewer", limit=limits.NAME_LIMIT),
    )
    other_given_name = other_given_name_field()
    other_family_name = other_family_name_field()
    other_badge_name = LineField(
        _l("Name on the badge, in the other script"),
        limit=limits.BADGE_NAME_LIMIT,
        too_long=_l("Name on the badge must be %(limit)s characters or fewer", limit=limits.BADGE_NAME_LIMIT),
    )
    badge_name = LineField(
        _l("Name on the badge"),
        limit=limits.BADGE_NAME_LIMIT,
        too_long=_l("Name on the badge must be %(limit)s characters or fewer", limit=limits.BADGE_NAME_LIMIT),
    )
    email = EmailField(
        _l("E-mail address"),
        empty=_l("Enter the e-mail address"),
        too_long=_l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT),
        wrong=_l("Enter the whole e-mail address, such as name@example.org"),
    )
    institution_search = search_field()
    institution = institution_field()
    institution_name = name_field()
    institution_place = place_field()
    institution_kind = kind_field()
    professional_title = LineField(
        _l("Professional title"),
        limit=limits.TITLE_LIMIT,
        too_long=_l("Professional title must be %(limit)s characters or fewer", limit=limits.TITLE_LIMIT),
    )
    role = RadioChoiceField(_l("Role at the meeting"), empty=_l("Choose the role at the meeting"), wrong=_l("Choose a role from the list"))
    days = ChoicesField(_l("Days of attendance"), empty=_l("Choose at least one day"), wrong=_l("Choose days of the meeting"))
    meals = ChoicesField(_l("Meals"), wrong=_l("Choose meals from the list"))
    dietary_needs = TextField(
        _l("Food you cannot or do not eat"),
        limit=limits.NEEDS_LIMIT,
        too_long=_l("What you write about food must be %(limit)s characters or fewer", limit=limits.NEEDS_LIMIT),
    )
    access_needs = TextField(
        _l("What you need to reach and use the rooms"),
        limit=limits.NEEDS_LIMIT,
        too_long=_l("What you write about access must be %(limit)s characters or fewer", limit=limits.NEEDS_LIMIT),
    )
    consent_needs = TickField()
    consent_photos = TickField()
    consent_participant_list = TickField()
    consent_next_calls = TickField()
    language = RadioChoiceField(
        _l("Language of our letters"),
        empty=_l("Choose the language of our letters"),
        wrong=_l("Choose the language of our letters from the list"),
    )
