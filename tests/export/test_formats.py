import subprocess
import sys

import pytest
from conftest import SAMPLE
from golden import assert_golden

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import FORMATS, export


def test_every_format_has_a_suffix_of_its_own():
    suffixes = {name: one.suffix for name, one in FORMATS.items()}
    assert suffixes == {
        "markdown": ".md",
        "json": ".json",
        "yaml": ".yaml",
        "html": ".html",
        "csv": ".zip",
        "ics": ".ics",
    }


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.is_archive])
def test_a_text_ends_with_one_newline_and_is_the_same_every_time(load_sample, name):
    texts = [export(released(view(load_sample().briefing)).view, name) for _ in range(2)]
    assert texts[0] == texts[1]
    assert texts[0].endswith("\n")
    assert not texts[0].endswith("\n\n")


@pytest.mark.parametrize("name", ["json", "yaml", "ics"])
def test_the_complete_sample_reads_as_its_golden_file(load_sample, name):
    text = export(released(view(load_sample().briefing)).view, name)
    assert_golden(text, SAMPLE.parent / f"export/golden/harbour-bridge{FORMATS[name].suffix}")


def test_a_format_that_there_is_not_is_a_key_error(make_briefing):
    with pytest.raises(KeyError):
        export(view(make_briefing()), "docx")


@pytest.mark.parametrize(("name", "others"), [("json", ["markdown", "yaml"]), ("markdown", ["json", "yaml"])])
def test_a_format_does_not_import_the_others(name, others):
    program = f"""
import sys
from tui.export import FORMATS
assert not any(name.startswith("pydantic") for name in sys.modules)
import importlib
importlib.import_module(FORMATS["{name}"].module)
print([one for one in {others} if "tui.export." + one in sys.modules])
"""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_what_was_said_off_the_record_is_in_no_export(load_sample):
    shown = released(view(load_sample().briefing)).view
    for name in FORMATS:
        text = FORMATS[name].content(shown).decode("utf-8", "replace")
        assert "Between us" not in text
        assert "Krog" not in text
