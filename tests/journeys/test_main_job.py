"""The main job in a browser, from a registration to the printed programme and badges, on a whole running installation."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import expect

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin
from tests.documents.pdf import Pdf
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor
from tests.journeys.words import has_cyrillic, words
from tests.spoken import pieces_of_letter

Visit = Callable[..., Visitor]
_LINK = re.compile(r"https?://\S+/my/\S+")
_PATIENCE = 60_000


def body_of(letter: EmailMessage) -> str:
    """Return the text of a letter, and make sure that it has an HTML body too."""
    text, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert text is not None
    assert html is not None
    return str(text.get_content())


def link_in(letter: EmailMessage) -> str:
    """Return the personal link of a letter."""
    found = _LINK.search(body_of(letter))
    assert found is not None, body_of(letter)
    return found.group()


def assert_speaks(letter: EmailMessage, lang: Lang, *greeted: str) -> None:
    """Make sure that a letter is in `lang`: it says so, greets so, and writes everything but the other form of names in its script."""
    name = " ".join(greeted) if lang is Lang.SR else to_latin(" ".join(greeted))
    body = body_of(letter)
    assert letter["Content-Language"] == lang
    assert body.startswith(words(lang, "Dear %(name)s," if lang is Lang.EN else "For: %(name)s", name=name))
    assert has_cyrillic("".join(piece.text for piece in pieces_of_letter(body, lang, ""))) is (lang is Lang.SR)


def squeezed(text: str) -> str:
    """Return text without the places where a line may break."""
    return re.sub(r"[\s\u00ad]+", "", text)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_registration_is_made_seen_changed_and_cancelled(running: House, visit: Visit, lang: Lang) -> None:
    librarian = visit()
    email = f"librarian-{lang}@example.org"
    greeted = (steps.LIBRARIAN["given_name"], steps.LIBRARIAN["family_name"])

    code = steps.register(librarian, lang, email=email)
    assert librarian.heading == words(lang, "You are registered")

    letter = running.mailbox.wait_for(email)
    assert_speaks(letter, lang, *greeted)
    librarian.open(link_in(letter))
    assert librarian.path.startswith(f"/{lang}/2020/my/registration/")
    assert code in librarian.text

    librarian.follow("/change")
    assert librarian.heading == words(lang, "Change your registration")
    assert librarian.typed("given_name", "family_name") == dict(zip(("given_name", "family_name"), greeted, strict=True))
    librarian.fill(badge_name="Љуба Ђ.", days=["2020-10-03"])
    librarian.press()
    assert ("Љуба Ђ." if lang is Lang.SR else "Ljuba Đ.") in librarian.text
    changed = running.mailbox.wait_for(email, words(lang, "Your registration for %(meeting)s was changed").partition("%")[0])
    assert_speaks(changed, lang, *greeted)

    librarian.follow("/cancel")
    librarian.press("main form[action$='/cancel'] button")
    assert librarian.page.locator(".notice--warning").count() == 1
    librarian.open(link_in(letter))
    assert librarian.page.locator("main a[href$='/change']").count() == 0


@pytest.mark.parametrize("lang", list(Lang))
def test_a_paper_is_submitted_seen_and_changed(running: House, visit: Visit, tmp_path: Path, lang: Lang) -> None:
    author = visit()
    email = f"author-{lang}@example.org"
    greeted = (steps.PAPER["authors-0-given_name"], steps.PAPER["authors-0-family_name"])
    file = steps.small_pdf(tmp_path)

    code = steps.submit_with_all(author, file, lang, **{"authors-0-email": email})
    assert author.heading == words(lang, "Your submission has arrived")

    letter = running.mailbox.wait_for(email)
    assert_speaks(letter, lang, *greeted)
    author.open(link_in(letter))
    assert words(lang, "Your submission %(code)s", code=code) in author.text
    assert author.download("/file") == file.read_bytes()

    author.follow("/change")
    assert author.typed("authors-0-given_name", "authors-1-family_name", "partners-1-name") == {
        "authors-0-given_name": "Ђурђа",
        "authors-1-family_name": "Ćužić-Šašić",
        "partners-1-name": "Удружење љубитеља парка „Џбун“",
    }
    author.fill(title_sr="Џеп пун прича", title_en="A pocket full of stories")
    author.press()
    title = {Lang.SR: "Џеп пун прича", Lang.SR_LATN: "Džep pun priča", Lang.EN: "A pocket full of stories"}[lang]
    assert title in author.text
    assert_speaks(running.mailbox.wait_for(email, words(lang, "Your submission %(code)s was changed", code=code)), lang, *greeted)


def test_the_main_job_from_registration_to_badges_survives_a_restart(running: House, visit: Visit, tmp_path: Path) -> None:
    public, author = visit(), visit()

    registration = steps.register(public)
    cancelled = steps.register(public, given_name="Њ", family_name="Ћ", email="cancels@example.org")
    public.open(link_in(running.mailbox.wait_for("cancels@example.org")))
    public.follow("/cancel")
    public.press("main form[action$='/cancel'] button")

    paper = steps.submit_with_all(author, steps.small_pdf(tmp_path))
    second = steps.submit(author, **steps.OTHER_PAPER)
    personal_link = link_in(running.mailbox.wait_for("djurdja@example.org", paper))

    reviewer = visit()
    steps.sign_in(reviewer, running, "reviewer")
    steps.review(reviewer, paper, score="5", recommendation="accept", comment_for_authors="Прочитати: Џојс & <Ђура>.")

    chair = visit()
    steps.sign_in(chair, running, "chair")
    find_and_accept(chair, paper, second)
    accepted = words(Lang.SR, "Your submission %(code)s is accepted: see what to do next", code=paper)
    letter = body_of(running.mailbox.wait_for("djurdja@example.org", accepted))
    assert all(part in letter for part in (steps.PAPER["title_sr"], "Добро дошли, Ђурђа!", "Џојс & <Ђура>."))
    author.open(personal_link)
    assert "Добро дошли, Ђурђа!" in author.text

    make_programme(chair, paper, second)
    programme = read_programme(public, paper)
    desk = visit()
    badges = print_badges(running, desk, registration, cancelled)

    running.stop()
    running.start()

    author.open(personal_link)
    assert "Добро дошли, Ђурђа!" in author.text
    public.open(link_in(running.mailbox.wait_for("ljubica@example.org")))
    assert registration in public.text
    public.open("/sr/2020/programme")
    assert Pdf(public.read_file("/programme.pdf")).text == Pdf(programme).text
    chair.open(f"/sr/2020/organiser/submissions/{paper}")
    assert chair.heading == steps.PAPER["title_sr"]
    desk.open(desk.path)
    assert desk.download("/file") == badges


def find_and_accept(chair: Visitor, paper: str, second: str) -> None:
    """Find a paper among the submissions and accept it after reading its letter; accept another, release it with all that wait."""
    chair.follow("/organiser/submissions")
    chair.fill(q="ljiljak dzamic prica", subtopic="literacy", sector="associations", state="under_review")
    chair.press("main form[role='search'] button")
    assert chair.page.locator("tbody tr").count() == 1
    chair.follow(paper)
    assert "Удружење љубитеља парка „Џбун“" in chair.text
    assert chair.download("/file").startswith(b"%PDF")

    letter = steps.accept(chair, paper, "Добро дошли, Ђурђа!")
    assert all(part in letter for part in (steps.PAPER["title_sr"], "Добро дошли, Ђурђа!", "Џојс & <Ђура>."))
    steps.release(chair)

    steps.accept(chair, second)
    chair.open("/sr/2020/organiser/decisions")
    chair.press()


def make_programme(chair: Visitor, paper: str, second: str) -> None:
    """Place two papers of one presenter at the same time, see that they clash, move one, publish."""
    steps.add_session(chair, room="great-room", **{"title-sr": "Читање и школе", "title-en": "Reading and schools"})
    steps.place(chair, paper, "09:00")
    steps.add_session(chair, room="reading-room", **{"title-sr": "Покретне библиотеке"})
    steps.place(chair, second, "09:10")
    assert chair.page.locator("tbody .clash").count() == 1

    chair.open("/sr/2020/organiser/programme")
    clash = chair.page.locator("#clashes + ul li").inner_text()
    assert all(part in clash for part in ("Ђурђа Љиљак-Џамић", "Књиге на точковима", "09.00", "09.10"))
    chair.press("#clashes + ul a")
    chair.press("main tbody a[href$='/edit']")
    chair.fill(starts_at="10:00")
    chair.press()
    chair.open("/sr/2020/organiser/programme")
    assert chair.page.locator("#clashes").count() == 0

    steps.publish(chair, "Прелиминарни програм")


def read_programme(public: Visitor, paper: str) -> bytes:
    """Read the programme by day, a presentation and its presenter; return the PDF, made in the meantime."""
    public.open("/sr/2020/")
    public.follow("/sr/2020/programme")
    assert "Прелиминарни програм" in public.text
    assert public.page.locator("#day-2020-10-01").get_by_text(steps.PAPER["title_sr"]).count() == 1

    public.follow(f"/presentations/{paper}")
    assert public.heading == steps.PAPER["title_sr"]
    public.press(".presentation__authors a")
    assert public.heading == "Ђурђа Љиљак-Џамић"

    public.open("/sr/2020/programme")
    wait_for_pdf(public)
    content = public.read_file("/programme.pdf")
    text = squeezed(Pdf(content).text)
    names = ("Ђурђа Љиљак-Џамић", "Чедомир Ћужић-Шашић", "Основна школа „Његош“")
    assert [part for part in (steps.PAPER["title_sr"], *names) if squeezed(part) not in text] == []
    return content


def wait_for_pdf(public: Visitor) -> None:
    """Look every now and then whether the worker has made the programme as a PDF."""
    for _look in range(120):
        if public.page.request.get(f"{public.base}/sr/2020/programme.pdf").status != 503:
            return
        public.page.wait_for_timeout(500)


def print_badges(running: House, desk: Visitor, registration: str, cancelled: str) -> bytes:
    """Print everybody's badges at the desk and read their codes back from the rendered pages; return the PDF."""
    steps.sign_in(desk, running, "desk")
    desk.follow("/organiser/badges")
    desk.fill(sheet="a4-2x5")
    desk.press()
    expect(desk.page.locator("#job a[href$='/file']")).to_be_visible(timeout=_PATIENCE)
    content = desk.download("/file")
    badges = Pdf(content)

    codes = [code for page in range(1, badges.page_count + 1) for code in badges.qr_codes(page)]
    assert registration in codes
    assert cancelled not in codes
    assert squeezed("Љубица Џунић-Њежић Ђорђевић") in squeezed(badges.text)
    return content
