import datetime

import pytest
import yaml
from hostile import texts
from hypothesis import given, settings

from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.model.edtf import EDTF


def head(briefing, as_of=None) -> dict[str, object]:
    """The head of a page as a site generator reads it; what follows is the page."""
    text = FORMATS["markdown"](view(briefing, as_of), with_front_matter=True)
    assert text.startswith("---\n")
    found, end, rest = text.removeprefix("---\n").partition("\n---\n")
    assert end
    assert rest.startswith("\n# ")
    return yaml.safe_load(found)


def test_it_says_what_a_site_generator_wants_to_know(load_sample):
    assert head(load_sample().briefing) == {
        "title": "The harbour bridge: who pays for its repair?",
        "id": "harbour-bridge",
        "date": datetime.date(2024, 9, 30),
        "as_of": "2024-09-30",
        "tlp": "TLP:AMBER+STRICT",
        "authors": ["Karin Vik", "Jon Eide"],
        "tags": ["transport/bridges", "storhavn"],
    }


@settings(max_examples=60)
@given(texts)
def test_any_title_is_read_back_as_it_was(title):
    from conftest import made_of

    assert head(made_of(title=title, authors=[title]))["title"] == title


@pytest.mark.parametrize(
    "title", ["---", "--- a", "no", "2024-01-01", "a: b", "# a", "...", "a\nb", "{{ x }}", "&a *b"]
)
def test_a_title_that_means_something_in_yaml_is_quoted(make_briefing, title):
    assert head(make_briefing(title=title))["title"] == title


def test_the_date_is_the_last_day_that_the_date_of_the_view_covers(load_sample):
    found = head(load_sample().briefing, EDTF("2024-02"))
    assert (found["date"], found["as_of"]) == (datetime.date(2024, 2, 29), "2024-02")
