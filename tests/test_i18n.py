"""What is spoken now, and the messages said in it."""

import pytest
from flask import Flask, render_template_string
from markupsafe import escape

from biblionet_reg.domain.language import Lang
from biblionet_reg.i18n import current_lang, gettext, lazy_gettext, lazy_pgettext, ngettext, pgettext, speaking

REGISTER = {Lang.SR: "Пријавите се", Lang.SR_LATN: "Prijavite se", Lang.EN: "Register"}


def test_outside_an_application_messages_are_said_as_they_stand_in_the_code() -> None:
    with speaking(Lang.EN):
        said = [gettext("Register"), ngettext("%(num)s author", "%(num)s authors", 2), str(lazy_gettext("Register"))]

    assert (said, current_lang()) == (["Register", "2 authors", "Register"], Lang.SR)


def test_one_who_speaks_within_another_gives_the_word_back(app: Flask) -> None:
    heard = []
    with app.app_context():
        heard.append(gettext("Register"))
        with speaking(Lang.EN):
            heard.append(gettext("Register"))
            with speaking(Lang.SR_LATN):
                heard.append(gettext("Register"))
            heard.append(gettext("Register"))
        heard.append(gettext("Register"))

    assert heard == [REGISTER[lang] for lang in (Lang.SR, Lang.EN, Lang.SR_LATN, Lang.EN, Lang.SR)]


def test_a_failure_while_speaking_gives_the_word_back_too(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(ZeroDivisionError), speaking(Lang.EN):
            raise ZeroDivisionError

        assert (current_lang(), gettext("Register")) == (Lang.SR, REGISTER[Lang.SR])


@pytest.mark.parametrize("lang", list(Lang))
def test_a_page_speaks_the_language_of_its_address(app: Flask, lang: Lang) -> None:
    with app.test_request_context(f"/{lang}/2020/"):
        app.preprocess_request()

        assert (current_lang(), render_template_string("{{ _('Register') }}")) == (lang, REGISTER[lang])


def test_what_is_said_later_is_said_in_the_language_of_then(app: Flask) -> None:
    later, role = lazy_gettext("Register"), lazy_pgettext("role of a person", "Participant")

    with app.app_context(), speaking(Lang.EN):
        english = (str(later), str(escape(later)), str(role))
    with app.app_context(), speaking(Lang.SR):
        serbian = (str(later), str(escape(later)), str(role))

    assert english == ("Register", "Register", "Participant")
    assert serbian == (REGISTER[Lang.SR], REGISTER[Lang.SR], pgettext_in(app, "role of a person", "Participant"))


def pgettext_in(app: Flask, context: str, message: str) -> str:
    """Return the message as Serbian says it in a context."""
    with app.app_context():
        return pgettext(context, message)


def test_what_is_filled_into_a_message_is_escaped_and_the_message_is_not(app: Flask) -> None:
    template = "{{ _('<b>%(name)s</b>, 100%%', name=name) }} {{ ngettext('%(num)s of %(who)s', '%(num)s of %(who)s', 2, who=name) }}"
    with app.app_context(), speaking(Lang.EN):
        html = render_template_string(template, name="<Ana>")

    assert html == "<b>&lt;Ana&gt;</b>, 100% 2\N{NO-BREAK SPACE}of &lt;Ana&gt;"


def test_a_late_text_is_escaped_where_it_is_filled_in(app: Flask) -> None:
    with app.app_context(), speaking(Lang.EN):
        assert str(escape(lazy_gettext("Tom & %(name)s", name="<Ana>"))) == "Tom &amp; &lt;Ana&gt;"


@pytest.mark.parametrize("day", ["31. августа 2020.", "<дана 31. августа 2020.>."])
def test_a_date_at_the_end_of_a_sentence_ends_it_with_its_own_point(app: Flask, day: str) -> None:
    with app.app_context(), speaking(Lang.SR):
        sentence = gettext("Registration closed on %(moment)s.", moment=day)
        html = render_template_string("{{ _('Registration closed on %(moment)s.', moment=day) }}", day=day)

    assert (sentence, html) == (f"Пријављивање је затворено: {day}", f"Пријављивање је затворено: {escape(day)}")
