"""The views whose pictures are kept: one line each, chosen so that every layout, form, list and state is in one of them."""

from dataclasses import dataclass

from tests.audit.ground import APPLICANT
from tests.audit.visits import ADMINISTRATOR, CHAIR, DESK, HOST, REVIEWER, Visit

_WIDE, _PHONE = 1280, 390


@dataclass(frozen=True)
class View:
    """One page as it is pictured; `is_sent_empty` shows the answer to its form with nothing in it."""

    visit: Visit
    lang: str = "sr"
    width: int = _WIDE
    theme: str = "light"
    is_sent_empty: bool = False

    @property
    def name(self) -> str:
        """The name of the picture's file, without its ending."""
        page = str(self.visit).replace("/", "-") + ("-empty" if self.is_sent_empty else "")
        return f"{page}.{self.lang}.{self.width}.{self.theme}"


_FRONT, _PROGRAMME = Visit("public.edition"), Visit("public.programme")
_PRESENTATION = Visit("public.presentation", values={"code": "{accepted}"})
_REGISTER, _SUBMIT = Visit("author.register"), Visit("author.submit")
_OVERVIEW = Visit("organiser.overview", ADMINISTRATOR)
_PAPERS = Visit("organiser.submissions", CHAIR)

KEY_VIEWS = [
    View(_FRONT),
    View(_FRONT, width=_PHONE, theme="dark"),
    View(_FRONT, "en", theme="dark"),
    View(_FRONT, "sr-Latn", _PHONE),
    View(_FRONT, theme="forced"),
    View(_PROGRAMME),
    View(_PROGRAMME, "en", _PHONE, "dark"),
    View(_PRESENTATION),
    View(_PRESENTATION, "sr-Latn", _PHONE),
    View(Visit("public.person", values={"code": "{person}"}), width=_PHONE),
    View(Visit("public.presentation", values={"code": "{rejected}"}, status=404), width=_PHONE),
    View(_REGISTER),
    View(_REGISTER, width=_PHONE, is_sent_empty=True),
    View(_REGISTER, width=_PHONE, theme="more", is_sent_empty=True),
    View(Visit("author.check_registration", APPLICANT), width=_PHONE),
    View(_SUBMIT, "sr-Latn", theme="dark"),
    View(Visit("author.check_submission", APPLICANT)),
    View(_SUBMIT, "en", _PHONE, is_sent_empty=True),
    View(Visit("author.my_registration", values={"token": "{registration_token}"}), width=_PHONE),
    View(Visit("author.my_submission", values={"token": "{changes_requested_token}"})),
    View(Visit("account.sign_in"), "en", _PHONE, "dark"),
    View(Visit("reviewer.reviews", REVIEWER)),
    View(Visit("reviewer.review", REVIEWER, values={"code": "{submitted}"}), width=_PHONE),
    View(_OVERVIEW),
    View(_OVERVIEW, "en", _PHONE, "dark"),
    View(_OVERVIEW, theme="forced"),
    View(_PAPERS),
    View(_PAPERS, theme="more"),
    View(_PAPERS, "sr-Latn", _PHONE),
    View(Visit("organiser.submission", CHAIR, values={"code": "{under_review}"})),
    View(Visit("organiser.programme", CHAIR)),
    View(Visit("organiser.registrations", HOST), theme="dark"),
    View(Visit("organiser.registration", HOST, values={"code": "{registration}"}), "en", _PHONE),
    View(Visit("organiser.badges", DESK)),
    View(Visit("organiser.edition", ADMINISTRATOR)),
    View(Visit("organiser.letter", CHAIR, values={"key": "{letter}"})),
    View(Visit("gallery.gallery")),
    View(Visit("gallery.gallery"), "en", _PHONE, "dark"),
]
