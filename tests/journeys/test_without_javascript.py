"""Everything that participants, authors, reviewers and chairs must do, in a browser without JavaScript."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor


def test_the_main_job_works_without_javascript(running: House, visit: Callable[..., Visitor]) -> None:
    public, reviewer, chair = (visit(javascript=False, axe=False) for _visitor in range(3))

    registration = steps.register(public, "en")
    assert registration in public.text

    public.open("/en/2020/submit")
    steps.fill_pages(public, steps.PAPER, until="/authors")
    public.fill(**{name: value for name, value in steps.PAPER.items() if name.startswith("authors-")})
    public.press("main button[value='add-author']")
    assert public.typed("authors-0-email") == {"authors-0-email": steps.PAPER["authors-0-email"]}
    steps.fill_pages(public, steps.COAUTHOR)
    assert all(words in public.text for words in (steps.PAPER["title_en"], steps.PAPER["authors-0-email"]))
    paper = steps.send_paper(public)

    steps.sign_in(reviewer, running, "reviewer")
    steps.review(reviewer, paper, score="4", recommendation="accept")

    steps.sign_in(chair, running, "chair")
    assert steps.PAPER["title_en"] in steps.accept(chair, paper)
    steps.release(chair)
    steps.add_session(chair, room="great-room", **{"title-sr": "Читање"})
    steps.place(chair, paper, "09:00")
    steps.publish(chair, "Програм")

    public.open("/en/2020/programme")
    public.follow(f"/presentations/{paper}")
    assert public.heading == steps.PAPER["title_en"]
    assert "Čedomir Ćužić-Šašić" in public.text
