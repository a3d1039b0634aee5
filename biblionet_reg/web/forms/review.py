"""The form of a review."""

from biblionet_reg.domain.review import COMMENT_LIMIT, SCORES, Recommendation
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.review import Review
from biblionet_reg.services.reviews import Opinion
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import RadioChoiceField, TextField, enum_choices

_SCORE_WORDS = {
    1: _l("1 – weak"),
    2: _l("2 – below expectation"),
    3: _l("3 – fair"),
    4: _l("4 – good"),
    5: _l("5 – excellent"),
}


class ReviewForm(Form):
    """Score, recommendation, and what to say to whom."""

    score = RadioChoiceField(_l("Score"), empty=_l("Choose a score"), wrong=_l("Choose a score from 1 to 5"))
    recommendation = RadioChoiceField(
        _l("Recommendation"), empty=_l("Choose what you recommend"), wrong=_l("Choose one of the offered recommendations")
    )
    comment_for_authors = TextField(
        _l("Comment for the authors"),
        limit=COMMENT_LIMIT,
        too_long=_l("Comment for the authors must be %(limit)s characters or fewer", limit=COMMENT_LIMIT),
    )
    comment_for_chairs = TextField(
        _l("Comment for the chairs only"),
        limit=COMMENT_LIMIT,
        too_long=_l("Comment for the chairs must be %(limit)s characters or fewer", limit=COMMENT_LIMIT),
    )

    @classmethod
    def of(cls, review: Review | None) -> "ReviewForm":
        """Return the form with the reviewer's own review in it, if there is one."""
        kept = {} if review is None else {name: getattr(review, name) for name in Opinion.__slots__}
        if review is not None:
            kept |= {"score": str(review.score), "recommendation": review.recommendation.value}
        form = cls(data=kept)
        form.score.choices = [(str(score), str(_SCORE_WORDS[score])) for score in SCORES]
        form.recommendation.choices = enum_choices(Recommendation)
        return form

    def opinion(self) -> Opinion:
        """Return what the reviewer says."""
        return Opinion(
            score=int(self.score.data),
            recommendation=Recommendation(self.recommendation.data),
            comment_for_authors=self.comment_for_authors.data,
            comment_for_chairs=self.comment_for_chairs.data,
        )
