"""Forms of several pages, filled as a person does: each page with what it asks, then the page that shows all answers."""

from collections.abc import Sequence
from typing import Any

from tests.pages import Browser, Form, Page

#: The form of a page of the way; another beside it erases what was typed.
FORM = "main form[data-flow]"
_ON_THE_WAY = (200, 422)
#: What the page that shows all answers sends beside its button.
_OF_THE_LAST = {"csrf_token", "form_key", "mark"}


class Walk:
    """All pages of a form, to be filled and sent like one; a page that says no is where it ends."""

    def __init__(self, browser: Browser, start: str | Page) -> None:
        self.browser, self.page = browser, browser.get(start) if isinstance(start, str) else start
        self.answers: dict[str, Any] = {}
        #: The pages that came on the way, after the first.
        self.seen: list[Page] = []

    def fill(self, answers: dict[str, Any] | None = None, /, **more: Any) -> "Walk":
        """Note what to type; every page takes of it what it asks."""
        self.answers |= {**(answers or {}), **more}
        return self

    def submit(self, button: str | None = None, *, status: int | Sequence[int] = 200) -> Page:
        """Send page after page until one is refused or nothing is left to send; return the page one lands on."""
        page = self.check()
        if page.status != 422 and page.soup.select(FORM):
            page = page.form(FORM).submit(button, status=_ON_THE_WAY)
            self.seen.append(page)
        assert page.status in ([status] if isinstance(status, int) else status), f"{page.path} answered {page.status}: {page.text[:2000]}"
        return page

    def check(self) -> Page:
        """Send page after page until one is refused or shows all answers; return that page."""
        left, page = dict(self.answers), self.page
        while page.status != 422 and (form := self._form_of(page)):
            if not form.names() - _OF_THE_LAST:
                if not (again := self._asking(page, left)):
                    break
                form = again
            left = _fill(form, left)
            page = form.submit(status=_ON_THE_WAY)
            self.seen.append(page)
        assert page.status == 422 or not left, f"no page asks {sorted(left)}"
        return page

    def _form_of(self, page: Page) -> Form | None:
        found = page.soup.select(FORM)
        return Form(self.browser, page, found[0]) if found else None

    def _asking(self, page: Page, answers: dict[str, Any]) -> Form | None:
        """Return the form of a page that was done before and asks one of `answers`, as the way back to it opens it."""
        for link in page.soup.select(".steps a[href]") if answers else []:
            form = self._form_of(self.browser.get(str(link["href"])))
            if form and form.names() & answers.keys():
                return form
        return None


def _fill(form: Form, answers: dict[str, Any]) -> dict[str, Any]:
    asked = {name: value for name, value in answers.items() if name in form.names()}
    form.fill(asked)
    return {name: value for name, value in answers.items() if name not in asked}
