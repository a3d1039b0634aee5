"""What every calendar file is made of."""

from datetime import datetime

from biblionet_reg.exports.ical import ical_file, ical_moment, ical_text


def test_lines_are_folded_at_75_bytes_without_cutting_a_letter() -> None:
    lines = ical_file(["SUMMARY:Библионет 2020: сарадња, партнерства и визија"]).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert [line.decode()[0] for line in lines if line.startswith(b" ")] == [" "]


def test_marks_of_the_format_are_escaped_and_moments_told_in_utc() -> None:
    assert ical_text("a\\b; c, d\r\ne") == r"a\\b\; c\, d\ne"
    assert ical_moment(datetime.fromisoformat("2020-10-01T10:00:00+02:00")) == "20201001T080000Z"
