"""Who may open what: every endpoint of the product, by its door. A new endpoint has to be written down here."""

from biblionet_reg.domain.permissions import Permission

_P = Permission

#: Everybody.
PUBLIC = {
    "account.follow_link",
    "account.sign_in",
    "account.spend_link",
    "author.my_link_sent",
    "author.register",
    "author.registered",
    "author.send_my_link",
    "author.submit",
    "author.submitted",
    "front.front",
    "front.front_in_language",
    "gallery.gallery",
    "machines.healthz",
    "machines.readyz",
    "notices.accessibility",
    "notices.privacy",
    "public.edition",
    "public.person",
    "public.presentation",
    "public.programme",
    "public.programme_pdf",
    "public.programme_version",
    "static",
    "theme.colours",
}
#: Whoever brings a personal link.
LINK = {
    "author.cancel_registration",
    "author.change_registration",
    "author.change_submission",
    "author.my_registration",
    "author.my_submission",
    "author.my_submission_file",
    "author.withdraw_consent",
    "author.withdraw_submission",
}
#: Whoever is signed in; of a job, whoever may have asked for it (the view looks at the job).
SIGNED_IN = {
    "account.choose_language",
    "account.home",
    "account.password",
    "account.sign_out",
    "organiser.job",
    "organiser.job_file",
    "organiser.try_job_again",
}
#: Staff with every one of these permissions in the edition of the address.
STAFF: dict[tuple[Permission, ...], set[str]] = {
    (_P.BADGES_PRINT,): {"organiser.badges"},
    (_P.DECISION_MAKE,): {
        "organiser.decide",
        "organiser.decision",
        "organiser.pending_decisions",
        "organiser.release_all_decisions",
        "organiser.release_decision",
        "organiser.take_back_decision",
    },
    (_P.EDITION_EDIT,): {
        "organiser.accounts",
        "organiser.edition",
        "organiser.edition_close",
        "organiser.edition_close_now",
        "organiser.edition_copy",
        "organiser.edition_mark_current",
        "organiser.edition_part_add",
        "organiser.edition_part_confirm",
        "organiser.edition_part_edit",
        "organiser.edition_part_move",
        "organiser.edition_part_remove",
        "organiser.edition_parts_list",
        "organiser.edition_reopen_now",
        "organiser.edition_section",
        "organiser.fresh_link",
        "organiser.invite",
        "organiser.remove_role",
        "organiser.restore_role",
    },
    (_P.LETTER_READ,): {"organiser.letter", "organiser.letter_html", "organiser.letters"},
    (_P.LETTER_READ, _P.LETTER_SEND): {"organiser.step_letter"},
    (_P.OVERVIEW_READ,): {"organiser.overview"},
    (_P.PROGRAMME_EDIT,): {
        "organiser.confirm_programme_session_removal",
        "organiser.edit_programme_session",
        "organiser.edit_slot",
        "organiser.move_slot_down",
        "organiser.move_slot_up",
        "organiser.new_programme_session",
        "organiser.place_submission",
        "organiser.place_title",
        "organiser.preview_programme",
        "organiser.programme",
        "organiser.programme_session",
        "organiser.remove_programme_session",
        "organiser.take_slot_off",
    },
    (_P.PROGRAMME_PUBLISH,): {"organiser.publish_programme"},
    (_P.REGISTRATION_EDIT,): {"organiser.cancel_on_behalf", "organiser.correct_registration"},
    (_P.REGISTRATION_READ,): {"organiser.registration", "organiser.registrations"},
    (_P.REVIEW_WRITE,): {"reviewer.review", "reviewer.review_file", "reviewer.reviews"},
    (_P.SUBMISSION_READ,): {"organiser.submission", "organiser.submission_file", "organiser.submissions"},
}
