"""When a question is due reads the same in every document: on which date, and with which deadline."""

import re

import pytest
from conftest import made_of
from html_reading import text_of_page

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.model.edtf import EDTF


def rendered(name: str, profile: str, as_of: str | None = None, **parts) -> str:
    shown = released(view(made_of(**parts), EDTF(as_of) if as_of else None)).view
    text = FORMATS[name](shown, profile=profile)
    return " ".join((text_of_page(text) if name == "html" else text).split())


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_question_is_due_with_the_deadline_that_holds(name):
    deadline = {"kind": "deadline", "sources": ["report"]}
    text = rendered(
        name,
        "questions",
        questions=[{"id": "q", "text": "Will it be sold?", "due": "first"}],
        events=[
            deadline | {"id": "first", "date": "2025-01-19", "title": "The term", "superseded_by": "second"},
            deadline | {"id": "second", "date": "2025-04-05", "title": "The longer term", "superseded_by": "third"},
            deadline | {"id": "third", "date": "2025-06-28", "title": "The last term"},
        ],
    )
    assert "Due: 28 June 2025 (The last term)." in text


@pytest.mark.parametrize("profile", ["full", "one-page"])
@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize(("as_of", "was"), [("2024-04-15", False), ("2024-04-16", True)])
def test_a_date_that_has_passed_is_said_to_have_passed(name, profile, as_of, was):
    question = {"id": "q", "text": "Will it be sold?", "due": "2024-04-15", "sources": ["report"], "known": "2024-01"}
    text = rendered(name, profile, as_of, questions=[question])
    assert ("was due" in text.lower()) is was
    assert re.search(r"\bdue:? 15 Apr 2024", text, re.IGNORECASE)
