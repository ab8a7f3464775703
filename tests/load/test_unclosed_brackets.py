"""A bracket that is never closed is told where it stands, and by its name."""

import pytest
from loading import SMALLEST, loaded

LINE = SMALLEST.count("\n") + 1


@pytest.mark.parametrize("end", ["", "\n", "\n\n", " # a comment\n"])
@pytest.mark.parametrize(
    ("written", "column", "opening", "closing"),
    [
        ("authors: [", 10, "[", "]"),
        ("authors: {", 10, "{", "}"),
        ("authors: [Ann,", 10, "[", "]"),
        ("authors: [Ann", 10, "[", "]"),
        ("authors: &a [Ann,", 13, "[", "]"),
        ("authors: [{a: b}, [c], ", 10, "[", "]"),
        ("authors: {a: [", 14, "[", "]"),
        ("authors: {a: b, ", 10, "{", "}"),
        ('authors: ["]", ', 10, "[", "]"),
    ],
)
def test_a_bracket_at_the_end_of_a_file_is_named_where_it_opens(written, column, opening, closing, end):
    (problem,) = loaded(written + end).problems
    assert (problem.place.line, problem.place.column) == (LINE, column)
    assert problem.message == f"the `{opening}` opened here is not closed"
    assert problem.hint == f"close it with `{closing}`"


def test_it_is_named_in_a_text_with_refused_characters_too():
    problem = loaded("authors: [\x01\n").problems[0]
    assert (problem.place.line, problem.place.column) == (LINE, 10)
