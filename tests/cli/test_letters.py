"""`flask letters deliver`."""

from biblionet_reg.queries import editions
from tests.reviewing import submission_in


def test_deliver_sends_what_is_due_once(app, tmp_path):
    with app.app_context():
        submission_in(editions.by_slug("2020"))

    outputs = [app.test_cli_runner().invoke(args=["letters", "deliver"]).output for _time in range(2)]

    assert outputs == ["Sent: 1\n", "Sent: 0\n"]
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1
