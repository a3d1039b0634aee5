"""The page-checking client: every page a test opens is held to the rules of the house."""

import json
from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from lxml.html import HtmlElement, document_fromstring
from werkzeug.test import TestResponse

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts, links
from tests.measuring import unmeasured

HTTP_OK = 200


class Form:
    """A form as it stands on a page: filled like a person would, sent to its own action."""

    def __init__(self, browser: "Browser", page: "Page", element: Tag) -> None:
        self._browser, self._page, self._element = browser, page, element
        self.values: dict[str, Any] = {}
        with unmeasured():
            self._read()

    def _read(self) -> None:
        for field in self._element.select("input[name], textarea[name], select[name]"):
            name, kind = str(field["name"]), field.get("type", field.name)
            if kind in {"submit", "button", "file"}:
                continue
            if kind in {"checkbox", "radio"}:
                if field.has_attr("checked"):
                    self._add(name, str(field.get("value", "on")))
            elif field.name == "select":
                chosen = field.select("option[selected]") or field.select("option")[: 0 if field.has_attr("multiple") else 1]
                for option in chosen:
                    self._add(name, str(option.get("value", option.text)))
            else:
                self._add(name, field.text.removeprefix("\n") if field.name == "textarea" else str(field.get("value", "")))

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)

    def names(self) -> set[str]:
        """Return the names of all its fields, the unticked ones included."""
        return {str(field["name"]) for field in self._element.select("[name]")}

    def choices(self, name: str) -> list[str]:
        """Return the values that a select, or radio buttons and ticks of this name, offer."""
        return [str(one["value"]) for one in self._element.select(f"select[name='{name}'] option, input[name='{name}'][value]")]

    def fill(self, answers: dict[str, Any] | None = None, /, **more: Any) -> "Form":
        """Type answers; a list ticks several, None or [] clears; a name the form lacks fails the test."""
        names = self.names()
        for name, value in {**(answers or {}), **more}.items():
            assert name in names, f"the form has no field {name!r}; it has {sorted(names)}"
            self.values[name] = value if isinstance(value, list) else [] if value is None else [value]
        return self

    def submit(self, button: str | None = None, *, status: int | Sequence[int] = HTTP_OK, follow: bool = True) -> "Page":
        """Press `name=value` of a button (or the plain send) and return the page one lands on."""
        data = {name: [_upload(value) for value in values] for name, values in self.values.items()}
        if button is not None:
            name, _, value = button.partition("=")
            data[name] = [value]
        action = str(self._element.get("action") or self._page.path)
        method = str(self._element.get("method", "get")).lower()
        if method == "get":
            return self._browser.get(action, query=data, status=status)
        return self._browser.post(action, data, status=status, follow=follow)


def _upload(value: Any) -> Any:
    return (BytesIO(value[0]), *value[1:]) if isinstance(value, tuple) and isinstance(value[0], bytes) else value


class Page:
    """A page that was answered and checked; BeautifulSoup reads it when a test asks what stands there."""

    def __init__(self, browser: "Browser", response: TestResponse) -> None:
        self._browser, self.response = browser, response
        self.status = response.status_code
        self.path = response.request.full_path.rstrip("?")
        self._answered = response.get_data(as_text=True)
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303}:
            with unmeasured():
                self._check()

    @cached_property
    def soup(self) -> BeautifulSoup:
        with unmeasured():
            return BeautifulSoup(self._answered.replace("<wbr>", ""), "lxml")

    @property
    def text(self) -> str:
        """All words of the main part, blanks folded."""
        return " ".join((self.soup.select_one("main") or self.soup).get_text(" ").split())

    @property
    def h1(self) -> str:
        return " ".join(self.soup.select_one("h1").get_text(" ").split())

    def form(self, selector: str = "main form") -> Form:
        """Return the form a CSS selector finds; exactly one must match."""
        soup = self.soup
        with unmeasured():
            found = soup.select(selector)
        assert len(found) == 1, f"{len(found)} forms match {selector!r}"
        return Form(self._browser, self, found[0])

    def follow(self, words: str) -> "Page":
        """Follow the first link whose words contain `words`."""
        for link in self.soup.select("a[href]"):
            if words in " ".join(link.get_text(" ").split()):
                return self._browser.get(str(link["href"]))
        raise AssertionError(f"no link says {words!r}")

    def errors(self) -> list[str]:
        """Return the sentences of the error summary."""
        return [" ".join(item.get_text(" ").split()) for item in self.soup.select("[data-error-summary] li")]

    def _check(self) -> None:
        page = document_fromstring(self._answered)
        assert page.get("lang") in {"sr", "sr-Latn", "en"}, "html has no lang of ours"
        assert len(page.xpath("//h1")) == 1, f"{len(page.xpath('//h1'))} h1 on {self.path}"
        assert page.xpath("normalize-space(//title)"), "the title is empty"
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), f"ids stand twice: {sorted(i for i in ids if ids.count(i) > 1)}"
        assert not page.xpath("//body//link[@rel='stylesheet']"), "a style sheet below the head"
        inline = page.xpath("//*[@style or @onclick] | //style | //script[not(@src or @type='application/ld+json')]")
        assert not inline, "inline style or script"
        for block in page.xpath("//script[@type='application/ld+json']/text()"):
            json.loads(block)  # data is not run, but has to be whole
        labelled = set(page.xpath("//label/@for"))
        for field in page.xpath("//input[not(@type='hidden' or @type='submit')] | //select | //textarea"):
            assert self._has_label(field, labelled), f"no label for {field.get('name')} on {self.path}"
        for form in page.xpath("//form"):
            if form.get("method", "get").lower() == "post":
                assert form.xpath(".//input[@name='csrf_token']"), f"a form without a token on {self.path}"

    def _has_label(self, field: HtmlElement, labelled: set[str]) -> bool:
        named = field.get("aria-label") or field.get("aria-labelledby")
        return bool(named or field.get("id") in labelled or field.xpath("ancestor::label"))


class Browser:
    """A visitor with cookies."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()

    def get(self, path: str, *, query: Any = None, status: int | Sequence[int] = HTTP_OK, follow: bool = True) -> Page:
        response = self.client.get(path, query_string=query, follow_redirects=follow)
        return self._page(response, status)

    def post(self, path: str, data: Any, *, status: int | Sequence[int] = HTTP_OK, follow: bool = True) -> Page:
        response = self.client.post(path, data=data, content_type="multipart/form-data", follow_redirects=follow)
        for answered in (*response.history, response):
            answered.request.environ["wsgi.input"].close()  # a large form lies in a temporary file
        return self._page(response, status)

    def _page(self, response: TestResponse, status: int | Sequence[int]) -> Page:
        wanted = [status] if isinstance(status, int) else list(status)
        assert response.status_code in wanted, f"{response.request.path} answered {response.status_code}: {response.text[:2000]}"
        return Page(self, response)

    def sign_in(self, email: str, roles: Sequence[StaffRole], slug: str = "2020") -> "Browser":
        """Sign in as an account with `roles` in an edition, through its one-time link."""
        with self.app.app_context():
            edition = editions.by_slug(slug)
            assert edition is not None
            for role in roles:
                account = accounts.grant_role(email, name=email, role=role, edition=edition, by="test")
            token = links.mint_sign_in(account)
        self.get(f"/sr/account/link/{token}").form().submit()
        return self
