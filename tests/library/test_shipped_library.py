"""The library that ships: nothing is wrong with it, and every quote of it is proven or sealed."""

import shutil
from pathlib import Path

import pytest

from tui.analysis.lints.problems import lint, lint_shared
from tui.analysis.proof import ProofState
from tui.library.folder import Library
from tui.library.proofs import prove

SHIPPED = Path(__file__).parent.parent.parent / "briefings"
BRIEFINGS = ["tiktok-divestiture", "us-china-talks-2025", "xiaohongshu-tiktok-refugees"]


@pytest.fixture
def without_texts(tmp_path):
    """The library as a clone has it, without the articles that it quotes."""
    for path in (*SHIPPED.glob("*.yaml"), SHIPPED / "quotes.lock"):
        shutil.copy(path, tmp_path)
    return Library(tmp_path)


def test_it_has_three_briefings_and_nothing_is_wrong_with_them():
    library = Library(SHIPPED)
    loaded = list(library.load_all())
    assert [one.briefing.id for one in loaded] == BRIEFINGS
    assert [problem for one in loaded for problem in (*one.problems, *lint(one))] == []
    assert (*library.shared.problems, *lint_shared(library.shared)) == ()


@pytest.mark.parametrize("name", BRIEFINGS)
def test_without_the_articles_every_quote_is_sealed(without_texts, name):
    loaded = without_texts.load(without_texts.root / f"{name}.yaml")
    proven = prove(loaded, without_texts)
    assert proven.texts == {}
    assert {one.proof.state for one in proven.proofs.values()} == {ProofState.SEALED}


@pytest.mark.parametrize("name", BRIEFINGS)
def test_where_an_article_is_every_quote_from_it_is_proven(name):
    library = Library(SHIPPED)
    proven = prove(library.load(SHIPPED / f"{name}.yaml"), library)
    for one in proven.proofs.values():
        has_text = one.quote.source in proven.texts
        assert one.proof.state is (ProofState.EXACT if has_text else ProofState.SEALED)
        assert one.in_quotation_marks
