"""What is in each bundle, in the order of the cascade: names of files below `static/css/` and `static/js/`, without their endings."""


def _components(*names: str) -> tuple[str, ...]:
    return tuple(f"components/{name}" for name in names)


def _layouts(*names: str) -> tuple[str, ...]:
    return tuple(f"layouts/{name}" for name in names)


def _pages(*names: str) -> tuple[str, ...]:
    return tuple(f"pages/{name}" for name in names)


_ASKED = _components(
    *("error_summary", "field", "input", "list_search", "choice", "day_choice", "field_set", "actions", "summary_list", "upload")
)
_LISTED = _components("filters", "pills", "columns_choice", "saved_views", "pagination", "list_files", "state_counts")
_ROWS = _components("table", "table_stacks", "table_words")
_WORKED = _components("as_typed", "letter", "side_by_side", "together", "undo_notice", "example_mark", "both_scripts", "title_line")
_STEPS = _components("kept", "steps", "task_list", "consent")
_SEARCHED = _components("field", "input", "field_set", "actions", "pills", "search_box")
_SESSIONS = _pages("day", "session", "slot", "authors")
_FORM_JS = ("focus-error", "send-once", "file-size", "counter", "name-suggestion", "institution-search", "keep-typed", "language-switch")

BUNDLES: dict[str, tuple[str, ...]] = {
    # every page
    "site.css": (
        *("tokens", "fonts", "base"),
        *_components("breadcrumbs", "button", "card", "empty", "fallback", "notice", "mended", "tag"),
        *_layouts("skip", "banner", "page", "masthead", "languages", "ways", "footer"),
    ),
    "print.css": ("print",),
    # areas
    "form.css": (*_ASKED, *_STEPS, *_components("both_scripts")),
    "form.js": _FORM_JS,
    "work.css": (*_ASKED, *_LISTED, *_ROWS, *_WORKED, *_pages("accounts", "review")),
    "work.js": (*_FORM_JS, "list-keys"),
    # pages
    "front.css": (
        *_components("example_mark", "timeline", "spine"),
        *_pages("front", "hero", "facts", "now", "calls", "contents", "bodies", "news"),
    ),
    "archive.css": (*_components("spine"), *_pages("archive")),
    "privacy.css": _components("summary_list"),
    "search.css": _SEARCHED,
    "programme.css": (
        *_SEARCHED,
        *_pages("days_nav", "filter_links", "initials", "presenter"),
        *_SESSIONS,
        *_pages("programme", "presentation"),
    ),
    "overview.css": (
        *_components("timeline_strip"),
        *_pages("waiting", "numbers", "charts"),
        *_components("chart", "chart_rows", "chart_parts"),
    ),
    "picture.css": _components("picture"),
    "look.css": _components("look", "picture"),
    "planning.css": (*_SESSIONS, *_pages("grid", "block", "placed")),
    "printed.css": (*_ROWS, *_components("fallback", "together"), *_layouts("printed")),
    "gallery.css": (*_STEPS, *_components("timeline", "spine", "search_box", "picture"), *_pages("gallery")),
}
