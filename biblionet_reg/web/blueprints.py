"""All views of the product, one line an audience; importing them ties them to their blueprints."""

from flask import Flask

from biblionet_reg.web.account import own_account, sign_in
from biblionet_reg.web.author import (
    institution_search,
    my_links,
    my_registrations,
    my_submissions,
    name_suggestion,
    registrations,
    submissions,
    uploading,
)
from biblionet_reg.web.organiser import (
    accounts,
    badges,
    decisions,
    decisions_together,
    edition_life,
    edition_parts,
    jobs,
    letters,
    letters_together,
    list_files,
    look,
    overview,
    programme_sessions,
    programme_slots,
    saved_views,
    script_words,
)
from biblionet_reg.web.organiser import editions as organiser_editions
from biblionet_reg.web.organiser import programme as organiser_programme
from biblionet_reg.web.organiser import registrations as organiser_registrations
from biblionet_reg.web.organiser import submissions as organiser_submissions
from biblionet_reg.web.public import (
    archive,
    bundles,
    calendar,
    editions,
    front,
    gallery,
    machines,
    notices,
    offline,
    people,
    pictures,
    programme,
    site_map,
    theme,
)
from biblionet_reg.web.reviewer import reviews

VIEWS = (
    (archive, bundles, calendar, editions, front, gallery, machines, notices, offline, people, pictures, programme, site_map, theme),
    (overview, organiser_registrations, organiser_editions, edition_parts, edition_life, look, script_words),
    (organiser_programme, programme_sessions, programme_slots, badges, jobs),
    (institution_search, my_links, my_registrations, my_submissions, name_suggestion, registrations, submissions, uploading),
    (organiser_submissions, decisions, decisions_together, letters, letters_together, accounts, list_files, saved_views),
    (reviews,),
    (sign_in, own_account),
)


def init_app(app: Flask) -> None:
    for module in (module for audience in VIEWS for module in audience):
        if module.bp.name not in app.blueprints:
            app.register_blueprint(module.bp)
