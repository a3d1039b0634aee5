"""Every page of the product, who opens it, and how: one line a page."""

from dataclasses import dataclass, field

from tests.audit.ground import APPLICANT, EMPTY_EDITION, NEWCOMER, PUBLIC

ADMINISTRATOR, CHAIR, REVIEWER, HOST, DESK, OBSERVER = "administrator", "chair", "reviewer", "host", "desk", "observer"


@dataclass(frozen=True)
class Visit:
    """One page as one person opens it; `sends_empty` also sends its form with nothing in it."""

    endpoint: str
    who: str = PUBLIC
    values: dict[str, str] = field(default_factory=dict)
    query: str = ""
    status: int = 200
    sends_empty: bool = False

    def __str__(self) -> str:
        told = [self.endpoint, self.who, *self.values.values(), self.query]
        return "/".join(part for part in told if part and part != PUBLIC).replace("{", "").replace("}", "")


#: GET endpoints that show no page of their own, and why.
NO_PAGES = {
    "front.front": "redirects",
    "front.front_in_language": "redirects",
    "machines.healthz": "for machines",
    "machines.readyz": "for machines",
    "static": "files",
    "bundles.bundle": "style sheets and scripts",
    "theme.both": "a style sheet",
    "theme.colours": "a style sheet",
    "pictures.picture": "a picture",
    "public.programme_pdf": "a PDF, and a page only while it is being made",
    "public.meeting_ics": "a file for calendars",
    "public.presentation_ics": "a file for calendars",
    "offline.worker": "a script",
    "site_map.pages": "for machines",
    "site_map.robots": "for machines",
    "author.find_institutions": "for the search above the list of libraries",
    "author.my_submission_file": "a file",
    "organiser.submission_file": "a file",
    "organiser.submissions_file": "a file",
    "organiser.registrations_file": "a file",
    "organiser.letters_file": "a file",
    "organiser.job_file": "a file",
    "reviewer.review_file": "a file",
    "organiser.letter_html": "a letter without scripts, so axe cannot run in it; test_letters looks at all letters",
}

_PUBLIC = [
    Visit("public.edition"),
    Visit("public.edition", values={"edition": EMPTY_EDITION}),
    Visit("public.programme"),
    Visit("public.programme", values={"edition": EMPTY_EDITION}),
    Visit("public.programme", query="q=biblioteka&day=2020-10-02"),
    Visit("public.programme", query="q=zzzzzz"),
    Visit("public.programme_version", values={"number": "1"}),
    Visit("public.people"),
    Visit("public.people", values={"edition": EMPTY_EDITION}),
    Visit("archive.editions"),
    Visit("offline.offline"),
    Visit("public.presentation", values={"code": "{accepted}"}),
    Visit("public.person", values={"code": "{person}"}),
    Visit("notices.privacy"),
    Visit("notices.accessibility"),
    Visit("gallery.gallery"),
    Visit("public.presentation", values={"code": "{rejected}"}, status=404),
]
_AUTHOR = [
    Visit("author.register", sends_empty=True),
    Visit("author.register", values={"edition": EMPTY_EDITION}),
    Visit("author.register_page", values={"page": "coming"}, sends_empty=True),
    Visit("author.register_page", APPLICANT, values={"page": "coming"}),
    Visit("author.check_registration", APPLICANT),
    Visit("author.registered"),
    Visit("author.submit", sends_empty=True),
    Visit("author.submit", values={"edition": EMPTY_EDITION}),
    *(Visit("author.submit_page", values={"page": page}, sends_empty=True) for page in ("abstract", "authors")),
    *(Visit("author.submit_page", APPLICANT, values={"page": page}) for page in ("abstract", "authors", "partners", "file")),
    Visit("author.check_submission", APPLICANT),
    Visit("author.submitted"),
    Visit("author.send_my_link", sends_empty=True),
    Visit("author.my_link_sent"),
    Visit("author.my_registration", values={"token": "{registration_token}"}),
    Visit("author.my_registration", values={"token": "{cancelled_token}"}),
    Visit("author.my_registration", values={"token": "nothing"}, status=404),
    Visit("author.change_registration", values={"token": "{registration_token}"}, sends_empty=True),
    Visit("author.cancel_registration", values={"token": "{registration_token}"}),
    Visit("author.my_submission", values={"token": "{submitted_token}"}),
    Visit("author.my_submission", values={"token": "{accepted_token}"}),
    Visit("author.my_submission", values={"token": "{changes_requested_token}"}),
    Visit("author.my_submission", values={"token": "{withdrawn_token}"}),
    Visit("author.change_submission", values={"token": "{submitted_token}"}, sends_empty=True),
    Visit("author.withdraw_submission", values={"token": "{submitted_token}"}),
]
_ACCOUNT = [
    Visit("account.sign_in", sends_empty=True),
    Visit("account.follow_link", values={"token": "{sign_in_token}"}),
    Visit("account.follow_link", values={"token": "spent"}, status=410),
    Visit("account.home", CHAIR),
    Visit("account.password", CHAIR, sends_empty=True),
    Visit("organiser.accounts", OBSERVER, status=403),
]
_REVIEWER = [
    Visit("reviewer.reviews", REVIEWER),
    Visit("reviewer.reviews", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("reviewer.review", REVIEWER, values={"code": "{under_review}"}),
    Visit("reviewer.review", REVIEWER, values={"code": "{submitted}"}, sends_empty=True),
    Visit("reviewer.review", REVIEWER, values={"code": "{rejected}"}),
]
_PAPERS = [
    Visit("organiser.submissions", CHAIR),
    Visit("organiser.submissions", CHAIR, query="q=99999"),
    Visit("organiser.submissions", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.submissions_print", CHAIR),
    Visit("organiser.saved_views", CHAIR),
    Visit("organiser.saved_views", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.save_view", CHAIR, values={"noun": "submissions"}, query="q=2020", sends_empty=True),
    Visit("organiser.rename_view", CHAIR, values={"key": "{saved_view}"}, sends_empty=True),
    Visit("organiser.submission", CHAIR, values={"code": "{under_review}"}),
    Visit("organiser.submission", CHAIR, values={"code": "{accepted}"}),
    Visit("organiser.submission", HOST, values={"code": "{withdrawn}"}, status=403),
    Visit("organiser.withdraw_on_behalf", CHAIR, values={"code": "{accepted}"}),
    Visit("organiser.decide", CHAIR, values={"code": "{under_review}"}, sends_empty=True),
    Visit("organiser.decide_together", CHAIR, query="all=1", sends_empty=True),
    Visit("organiser.decide_together", CHAIR, query="submission=none"),
    Visit("organiser.decide_together", CHAIR),
    Visit("organiser.decision", CHAIR, values={"code": "{pending}"}),
    Visit("organiser.pending_decisions", CHAIR),
    Visit("organiser.pending_decisions", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.letters", CHAIR),
    Visit("organiser.letters_print", CHAIR),
    Visit("organiser.preview_letters", CHAIR, values={"step": "send"}, query="all=1"),
    Visit("organiser.letters", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.letter", CHAIR, values={"key": "{letter}"}),
    Visit("organiser.letter", CHAIR, values={"key": "{draft_letter}"}),
    Visit("organiser.letter", ADMINISTRATOR, values={"key": "{failed_letter}"}),
]
_PROGRAMME = [
    Visit("organiser.programme", CHAIR),
    Visit("organiser.programme", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.preview_programme", CHAIR),
    Visit("organiser.publish_programme", CHAIR, sends_empty=True),
    Visit("organiser.new_programme_session", CHAIR, sends_empty=True),
    Visit("organiser.programme_session", CHAIR, values={"key": "{session}"}),
    Visit("organiser.edit_programme_session", CHAIR, values={"key": "{session}"}, sends_empty=True),
    Visit("organiser.confirm_programme_session_removal", CHAIR, values={"key": "{session}"}),
    Visit("organiser.place_submission", CHAIR),
    Visit("organiser.place_title", CHAIR, sends_empty=True),
    Visit("organiser.edit_slot", CHAIR, values={"key": "{slot}"}, sends_empty=True),
]
_PEOPLE = [
    Visit("organiser.overview", ADMINISTRATOR),
    Visit("organiser.overview", HOST),
    Visit("organiser.overview", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.registrations", HOST),
    Visit("organiser.registrations", DESK, query="q=99999"),
    Visit("organiser.registrations", NEWCOMER, values={"edition": EMPTY_EDITION}),
    Visit("organiser.registrations_print", DESK),
    Visit("organiser.registration", HOST, values={"code": "{registration}"}),
    Visit("organiser.registration", DESK, values={"code": "{cancelled}"}),
    Visit("organiser.correct_registration", HOST, values={"code": "{registration}"}, sends_empty=True),
    Visit("organiser.cancel_on_behalf", HOST, values={"code": "{registration}"}),
    Visit("organiser.badges", DESK, sends_empty=True),
    Visit("organiser.job", DESK, values={"code": "{running_job}"}),
    Visit("organiser.job", DESK, values={"code": "{done_job}"}),
    Visit("organiser.job", DESK, values={"code": "{failed_job}"}),
]
_EDITION = [
    Visit("organiser.edition", ADMINISTRATOR),
    *(
        Visit("organiser.edition_section", ADMINISTRATOR, values={"section": section}, sends_empty=section in {"texts", "dates"})
        for section in ("texts", "dates", "places", "participation", "contact")
    ),
    Visit("organiser.edition_look", ADMINISTRATOR),
    *(
        Visit("organiser.edition_parts_list", ADMINISTRATOR, values={"part": part})
        for part in ("rooms", "subtopics", "sectors", "meals", "organisers", "news")
    ),
    *(
        Visit("organiser.edition_part_add", ADMINISTRATOR, values={"part": part}, sends_empty=True)
        for part in ("rooms", "subtopics", "sectors", "meals", "organisers", "news")
    ),
    Visit("organiser.edition_parts_list", NEWCOMER, values={"part": "news", "edition": EMPTY_EDITION}),
    Visit("organiser.edition_part_edit", ADMINISTRATOR, values={"part": "subtopics", "key": "{subtopic}"}, sends_empty=True),
    Visit("organiser.edition_part_remove", ADMINISTRATOR, values={"part": "subtopics", "key": "{subtopic}"}),
    Visit("organiser.edition_part_remove", ADMINISTRATOR, values={"part": "news", "key": "{news}"}),
    Visit("organiser.try_words", ADMINISTRATOR, sends_empty=True),
    Visit("organiser.edition_copy", ADMINISTRATOR, sends_empty=True),
    Visit("organiser.edition_close", ADMINISTRATOR),
    Visit("organiser.accounts", ADMINISTRATOR),
    Visit("organiser.invite", ADMINISTRATOR, sends_empty=True),
]

VISITS = _PUBLIC + _AUTHOR + _ACCOUNT + _REVIEWER + _PAPERS + _PROGRAMME + _PEOPLE + _EDITION

#: The pages that everybody may meet first: these are weighed and judged by Lighthouse.
SHOWN_TO_ALL = [
    Visit("public.edition"),
    Visit("author.register"),
    Visit("author.submit"),
    Visit("public.programme"),
    Visit("public.presentation", values={"code": "{accepted}"}),
    Visit("public.person", values={"code": "{person}"}),
    Visit("public.people"),
    Visit("archive.editions"),
    Visit("notices.privacy"),
    Visit("notices.accessibility"),
]
