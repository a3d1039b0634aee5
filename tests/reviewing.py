"""Submissions, staff and opinions for tests of reviewing and deciding."""

import itertools
from datetime import date
from typing import Any

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Recommendation
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import accounts, editions, submissions
from biblionet_reg.services.reviews import Opinion
from tests.submissions import answers

_numbers = itertools.count(1)


def submission_in(edition: Edition, **changes: Any) -> Submission:
    """Receive a paper by Љубица Ђорђевић (ljubica@example.org) and Seán O’Brien, each time with a keyword of its own."""
    keywords = LocalText(sr=f"читање; парк {next(_numbers)}", en="reading; park")
    return submissions.submit(answers(**{"keywords": keywords} | changes), edition=edition)


def account_in(edition: Edition, role: StaffRole, email: str | None = None) -> StaffAccount:
    return accounts.grant_role(email or f"{role.value}@example.org", name=role.value.title(), role=role, edition=edition, by="test")


def opinion(**changes: Any) -> Opinion:
    whole: dict[str, Any] = {
        "score": 4,
        "recommendation": Recommendation.ACCEPT,
        "comment_for_authors": "Додајте пример из праксе.",
        "comment_for_chairs": "Only for chairs.",
    }
    return Opinion(**{**whole, **changes})


def next_edition_of(edition: Edition) -> Edition:
    """Open the year after beside `edition`, at /2021/."""
    days = {"starts_on": date(2021, 10, 7), "ends_on": date(2021, 10, 8)}
    return editions.copy_edition(edition, slug="2021", number=None, theme=LocalText(sr="Следећа", en="The next"), **days, by="test")
