"""What the documentation says is so."""

import re
from pathlib import Path

import pytest

from tui.analysis.lints import LINTS, PROOF_CODES
from tui.analysis.lints.problems import lint
from tui.analysis.proof import ProofState
from tui.load.briefing import load_text

ROOT = Path(__file__).parent.parent.parent
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page):
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    targets = [link.split("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [one for one in targets if one and not (page.parent / one).exists()] == []


def test_every_lint_and_every_state_of_a_proof_is_explained():
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)
    assert sorted(explained) == sorted([*LINTS, *(state.value for state in ProofState)])


def test_every_code_of_a_proof_that_can_be_silenced_is_named():
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    sentence = page.split("A file silences one by its code")[1].split("```yaml")[0]
    assert sorted(re.findall(r"`([a-z-]+)`", sentence)) == sorted(PROOF_CODES)


def test_the_quick_start_is_one_block_of_two_lines():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Quick start")[1].split("\n## ")[0]
    (block,) = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    assert len(block.strip().splitlines()) == 2


def test_the_first_briefing_of_the_readme_is_sound():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    loaded = load_text(blocks[0] + blocks[1], Path("/library/harbour-bridge.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert lint(loaded) == []
