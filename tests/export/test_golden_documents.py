"""What an editor gets, format by format and profile by profile."""

import re

import pytest
from conftest import SAMPLE
from golden import assert_golden
from proven import proven, sealed

from tui.export.formats import FORMATS, PROFILES

GOLDEN = SAMPLE.parent / "export/golden"


def without_style(text: str) -> str:
    """A document without the style of its page, which is in a file of its own."""
    return re.sub(r"(?s)(?<=<style>).*?(?=</style>)|(?<='sha256-)[^']*(?=')|(?<=sha256-)[^&]*", "…", text)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_document_of_the_sample_reads_as_its_golden_file(name, profile):
    suffix = FORMATS[name].suffix
    told = {} if profile == "full" else {"profile": profile}
    assert_golden(without_style(FORMATS[name](proven(), **told)), GOLDEN / f"harbour-bridge-{profile}{suffix}")


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_page_of_the_largest_shipped_briefing_reads_as_its_golden_file(name):
    text = FORMATS[name](sealed("tiktok-divestiture"), profile="one-page")
    assert_golden(without_style(text), GOLDEN / f"tiktok-divestiture-one-page{FORMATS[name].suffix}")


def test_the_head_for_site_generators_reads_as_its_golden_file():
    text = FORMATS["markdown"](proven(), profile="timeline", with_front_matter=True)
    assert_golden(text.partition("\n# ")[0], GOLDEN / "harbour-bridge-front-matter.md")


@pytest.mark.parametrize("table", FORMATS["csv"].files(proven("ferry")))
def test_a_table_of_the_sample_reads_as_its_golden_file(table):
    assert_golden(FORMATS["csv"].files(proven())[table].decode(), GOLDEN / "harbour-bridge-tables" / table)
