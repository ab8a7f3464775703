"""A bundle in YAML carries the seals of what was proven, and they hold wherever it is read."""

import shutil
from pathlib import Path

import pytest
from conftest import SAMPLE

from tui.analysis.proof import ProofState
from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.library.folder import Library
from tui.library.proofs import prove
from tui.load.briefing import load_text
from tui.load.seal import LOCK_NAME

pytest_plugins = ("running",)


@pytest.fixture
def locked(brief, tmp_path) -> Library:
    """The sample library with its seals."""
    root = tmp_path / "library"
    shutil.copytree(SAMPLE, root)
    brief("lock", "--library", root)
    return Library(root)


def shown(library: Library, **kept):
    loaded = library.load(library.find("harbour-bridge")[0])
    return released(view(loaded.briefing, proofs=prove(loaded, library).proofs, **kept)).view


def alone(text: str):
    loaded = load_text(text, Path("/elsewhere/story.yaml"), Path("/elsewhere"))
    assert loaded.problems == ()
    return loaded


def states(text: str) -> dict[str, str]:
    proofs = prove(alone(text), Library(Path("/elsewhere"))).proofs
    return {one: found.proof.state.value for one, found in proofs.items()}


def test_what_was_proven_and_locked_is_sealed_in_the_bundle(locked):
    whole = shown(locked)
    found = states(FORMATS["yaml"](whole))
    was = {one.id: whole.proofs[one.id].seal for one in whole.quotes}
    assert {one for one, state in found.items() if state == "sealed"} == {one for one, seal in was.items() if seal}
    assert "sealed" in found.values()


def test_a_bundle_of_a_bundle_has_the_same_seals(locked, tmp_path, brief, here):
    first = FORMATS["yaml"](shown(locked))
    (here / "once.yaml").write_text(first)
    assert brief("export", "once.yaml", "-o", tmp_path / "twice.yaml").code == 0
    assert _seals((tmp_path / "twice.yaml").read_text()) == _seals(first) != []


def test_without_a_lock_the_bundle_has_no_seals_and_says_so(sample_root):
    whole = shown(Library(sample_root))
    assert "\nseals:" not in FORMATS["yaml"](whole)
    assert any("without a seal" in one for one in FORMATS["yaml"].left_out(whole))


def test_an_edited_quote_falls_out_of_the_seal_that_its_bundle_carries(locked):
    text = FORMATS["yaml"](shown(locked))
    edited = text.replace(
        "We will be in court before the first car pays", "We will be in jail before the first car pays"
    )
    assert edited != text
    found = states(edited)
    assert found["we-will-be-in-court"] == "unproven"
    assert found["bridge-will-not-repair-itself"] == "sealed"


def test_no_seal_goes_along_of_a_text_that_has_changed_since(locked):
    path = locked.root / "texts" / "council-vote.txt"
    path.write_text(path.read_text().replace("We will be in court before", "We will be in prison before"))
    whole = shown(Library(locked.root))
    assert whole.proofs["we-will-be-in-court"].proof.state is ProofState.ALTERED
    assert "we-will-be-in-court" not in {one["quote"] for one in _seals(FORMATS["yaml"](whole))}


def test_no_seal_tells_of_what_was_said_off_the_record_or_on_background(locked):
    carried = {one["quote"] for one in _seals(FORMATS["yaml"](shown(locked)))}
    assert carried
    assert not carried & {"over-lunch", "law-on-its-side", "they-always-pay"}


def test_a_lock_takes_over_the_seals_of_a_bundle(locked, brief, here):
    (here / "briefings").mkdir()
    (here / "briefings" / "bundle.yaml").write_text(FORMATS["yaml"](shown(locked)))
    sealed = len(_seals((here / "briefings" / "bundle.yaml").read_text()))
    assert f"{sealed} quotes sealed" in brief("lock").out
    assert (here / "briefings" / LOCK_NAME).read_text().count("- briefing: harbour-bridge") == sealed
    assert brief("check").code == 0


def test_a_seal_that_was_tampered_with_is_a_problem_and_seals_nothing(locked, brief, here):
    text = FORMATS["yaml"](shown(locked))
    (here / "bundle.yaml").write_text(text.replace("state: exact", "state: certain", 1))
    outcome = brief("check", "bundle.yaml")
    assert outcome.code == 1
    assert "left out: " in outcome.out
    assert "certain" in outcome.out


def _seals(text: str) -> list[dict[str, str]]:
    import yaml

    return yaml.safe_load(text).get("seals", [])
