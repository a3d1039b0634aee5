"""Forms of several pages: each page is kept as it is sent, the last one shows all answers and sends them.

A browser finds its draft by a cookie of its own, so a closed window, a lost connection or another language loses nothing.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import g, request, url_for
from werkzeug.datastructures import CombinedMultiDict, MultiDict

from biblionet_reg.domain.draft import DraftBegun, DraftGone, DraftNoun, DraftTooLong, Pairs
from biblionet_reg.services import drafts, uploads
from biblionet_reg.services.uploads import FileChange
from biblionet_reg.web import draft_token
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.pairs import pairs_of
from biblionet_reg.web.mended import mending_only

_TRIES = 3
_MARK = 16


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `fields` are what it asks; `endpoint` is the first page's own, or the others' that takes `name`."""

    name: str
    endpoint: str
    title: Any
    fields: tuple[str, ...]
    is_first: bool = False
    #: Answers that are kept only together with the consent of this name.
    private: tuple[str, ...] = ()
    consent: str = ""

    @property
    def address(self) -> str:
        """Where it is."""
        return url_for(self.endpoint, page=None if self.is_first else self.name)

    def asks(self, name: str) -> bool:
        """Say whether `name` is an answer of this page, or of a row of it."""
        return name in self.fields or any(name.startswith(f"{field}-") for field in self.fields)

    def told(self, pairs: Pairs) -> list[tuple[str, str]]:
        """Return what of `pairs` answers this page, in an order of its own."""
        return sorted(pair for pair in pairs if self.asks(pair[0]))

    def keepable(self, pairs: Pairs) -> Pairs:
        """Return what of `pairs` may be kept before it is sent."""
        is_agreed = any(name == self.consent for name, _value in pairs)
        return pairs if is_agreed else tuple(pair for pair in pairs if pair[0] not in self.private)

    def faulty_in(self, form: Form) -> list[str]:
        """Return what this page asks and a form that was validated has answered wrongly."""
        return [name for name in self.fields if form[name].errors]


@dataclass(frozen=True, slots=True)
class Step:
    """One page as the list of pages shows it."""

    page: Page
    is_done: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """The pages of a form in their order, and the page that shows all answers before they are sent."""

    noun: DraftNoun
    pages: tuple[Page, ...]
    #: Endpoint of the page that shows all answers.
    check: str
    #: Makes the form of all pages: `make(formdata=…, meta=…)`, with the edition's choices in it.
    make: Callable[..., Form]

    def page(self, name: str) -> Page:
        """Return the page of a name; there is one."""
        return next(page for page in self.pages if page.name == name)

    def before(self, page: Page) -> Page | None:
        """Return the page before `page`, or None for the first."""
        place = self.pages.index(page)
        return self.pages[place - 1] if place else None

    def page_asking(self, name: str) -> Page | None:
        """Return the page that asks `name`, or None when no page does."""
        return next((page for page in self.pages if page.asks(name)), None)


class Walk:
    """The way of one browser through a flow: its draft, if there is one, and what it sends now."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.draft = drafts.find(draft_token.held(), g.edition, flow.noun)

    def shown(self, page: Page) -> Form:
        """Return the form of one page as it was left."""
        return narrowed(self.whole(checks_token=True), page)

    def whole(self, *, checks_token: bool = False) -> Form:
        """Return the form of all pages as they were left; what was put right when it was typed is not told again."""
        return self._read(self._kept(), checks_token=checks_token)

    def sent(self, page: Page) -> Form:
        """Return the form of all pages, with what `page` sends in this request; not yet kept."""
        return self._read(self._with_sent(page), mends=page.asks)

    def keep(self, form: Form, page: Page, *, is_done: bool) -> bool:
        """Keep what `page` of `form` holds, its file in any case; say whether it is kept: what is far too long, or has expired, is not."""
        is_kept = not form.expired() and self._keep(pairs_of(form), page, is_done=is_done, file=form.file_change)
        if is_kept:
            form.file_change = None
        else:
            keep_file_alone(form)
        return is_kept

    def keep_typed(self, page: Page) -> bool:
        """Keep what is being typed into `page`; a page nothing changed on stays done."""
        pairs = pairs_of(self._read(self._with_sent(page)))
        return self._keep(pairs, page, is_done=self._is_done(page) and page.told(page.keepable(pairs)) == page.told(self._kept()))

    def _keep(self, pairs: Pairs, page: Page, *, is_done: bool, file: FileChange | None = None) -> bool:
        token, keepable = draft_token.hold(), page.keepable(pairs)
        for _try in range(_TRIES):
            try:
                if self.draft is None:
                    self.draft = drafts.begin(token, g.edition, self.flow.noun, keepable, page=page.name, is_done=is_done, file=file)
                else:
                    self.draft = drafts.keep(self.draft, keepable, is_of_page=page.asks, page=page.name, is_done=is_done, file=file)
            except (DraftBegun, DraftGone):
                self.draft = drafts.find(token, g.edition, self.flow.noun)
            except DraftTooLong:
                return False
            else:
                return True
        return False

    def kept(self, name: str) -> str | None:
        """Return one answer of the draft; None while there is no draft."""
        return dict(self.draft.pairs).get(name, "") if self.draft else None

    def end(self) -> None:
        """Erase the draft and its file: it is begun anew."""
        if self.draft is not None:
            drafts.discard(self.draft, upload_key=self.kept("upload_key") or "")
            self.draft = None

    def _with_sent(self, page: Page) -> Pairs:
        """Return the answers of all pages, those of `page` as this request sends them."""
        others = (pair for pair in self._kept() if not page.asks(pair[0]))
        return (*others, *(pair for pair in request.form.items(multi=True) if page.asks(pair[0])))

    def _kept(self) -> Pairs:
        """Return the answers of the draft, or those a form has before anybody answers."""
        return self.draft.pairs if self.draft else self._unanswered

    @cached_property
    def _unanswered(self) -> Pairs:
        return pairs_of(self.flow.make(formdata=None))

    def _read(self, pairs: Pairs, *, checks_token: bool = True, mends: Callable[[str], bool] = lambda _name: False) -> Form:
        """Return answers as the form of all pages, with the token and the file of this request."""
        token = ("csrf_token", request.form.get("csrf_token", ""))
        formdata: CombinedMultiDict[str, Any] = CombinedMultiDict([request.files, MultiDict([*pairs, token])])
        with mending_only(mends):
            return self.flow.make(formdata=formdata, meta={"csrf": checks_token})

    def _is_done(self, page: Page) -> bool:
        return self.draft is not None and page.name in self.draft.pages

    @property
    def mark(self) -> str:
        """A word for the answers as they are: what was shown to be checked is what is sent."""
        return hashlib.sha256(repr(self._kept()).encode()).hexdigest()[:_MARK]

    @property
    def steps(self) -> list[Step]:
        """How far each page is."""
        return [Step(page, self._is_done(page)) for page in self.flow.pages]

    @property
    def next(self) -> Page | None:
        """The page to go on to: the first that is not done; None when all answers may be shown and sent."""
        return next((step.page for step in self.steps if not step.is_done), None)


def keep_file_alone(form: Form) -> None:
    """Let a form have its file though nothing else of it is kept."""
    uploads.apply_change(form.file_change)
    form.file_change = None


def narrowed(form: Form, page: Page) -> Form:
    """Return `form` with only what `page` asks: its faults are the page's, its fields are drawn alone."""
    for name in [field.short_name for field in form if field.short_name not in (*page.fields, "csrf_token")]:
        del form[name]
    return form
