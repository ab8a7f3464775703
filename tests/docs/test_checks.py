"""Every code that `brief check` can say is explained, and every code that is explained can be said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pages import ROOT, read

from tui.analysis.lints import LINTS, PROOF_CODES
from tui.analysis.proof import ProofState
from tui.load.characters import CharacterCode

TELLING = {"Finding", "Problem", "UnreadableError", "_error", "_problem", "_stop", "partial"}
"""What is called with a code to tell that something is wrong."""
SOURCES = [*(ROOT / "tui" / "load").glob("*.py"), *(ROOT / "tui" / "analysis").rglob("*.py")]
SOURCES += [*(ROOT / "tui" / "library").glob("*.py"), *(ROOT / "tui" / "files").glob("*.py")]


def slugs(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if (
            isinstance(one, ast.Constant)
            and isinstance(one.value, str)
            and re.fullmatch(r"[a-z]+(-[a-z]+)*", one.value)
        ):
            yield one.value


def called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def codes_of(node: ast.AST) -> Iterator[str]:
    """The codes in a piece of code: what tells of a problem is called with, and what is assigned or returned as one."""
    if isinstance(node, ast.Call) and called(node.func) in TELLING:
        yield from (slug for one in node.args if isinstance(one, ast.Constant) for slug in slugs(one))
    elif isinstance(node, ast.Assign) and "code" in {getattr(one, "id", "") for one in ast.walk(node.targets[0])}:
        yield from slugs(node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value)
    elif isinstance(node, ast.AnnAssign) and called(node.target) == "_CODES" and isinstance(node.value, ast.Dict):
        yield from (slug for one in node.value.values for slug in slugs(one))
    elif isinstance(node, ast.FunctionDef) and node.name == "code_of":
        yield from (slug for one in ast.walk(node) if isinstance(one, ast.Return) for slug in slugs(one))


def codes_in(path: Path) -> set[str]:
    return {code for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for code in codes_of(node)}


def explained(heading: str) -> list[str]:
    """The codes in the tables with this heading in their first column."""
    tables = re.findall(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", read("docs/checks.md"), re.MULTILINE)
    return [code for table in tables for code in re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)]


def test_every_lint_and_every_state_of_a_proof_is_explained() -> None:
    assert explained("lint") == sorted(LINTS)
    assert explained("state") == [state.value for state in ProofState]


def test_every_code_that_the_program_can_say_is_explained() -> None:
    said = {code for path in SOURCES for code in codes_in(path)} | set(get_args(CharacterCode))
    assert {"missing-key", "bad-date", "unknown-reference", "tab", "bad-value", "too-large"} <= said
    page = read("docs/checks.md")
    told = {*explained("lint"), *explained("state"), *explained("code"), "not-quoted", "seal-broken", "text-changed"}
    assert all(f"`{code}`" in page for code in told)
    assert sorted(told - {state.value for state in ProofState}) == sorted(said - {state.value for state in ProofState})


def test_every_code_of_a_proof_that_can_be_silenced_is_named() -> None:
    sentence = read("docs/checks.md").split("A file silences one by its code")[1].split("```yaml")[0]
    assert sorted(re.findall(r"`([a-z-]+)`", sentence)) == sorted(PROOF_CODES)
