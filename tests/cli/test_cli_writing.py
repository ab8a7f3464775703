from pathlib import Path

import pytest
from stories import REPORT, STORY

pytest_plugins = ("running",)


@pytest.fixture
def stories(library):
    return library({"story.yaml": STORY, "texts/report.txt": REPORT, "quotes.lock": "format: quotes-lock/1\nquotes:\n"})


def refused(brief, path: Path) -> None:
    """Every format is refused at `path`, which stays as it was."""
    before = path.read_bytes()
    for form in ("markdown", "json", "yaml"):
        outcome = brief("export", "story", "-f", form, "-o", path, "--force")
        assert outcome.code == 1
        assert "is part of a library" in outcome.err
        assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["story.yaml", "texts/report.txt", "quotes.lock"])
def test_no_file_of_the_library_is_replaced(brief, stories, name):
    refused(brief, stories / name)


@pytest.mark.parametrize("name", ["quotes.lock", "library.yaml", "sub/l.txt", "texts/in.txt", "texts/shared.txt"])
def test_no_file_of_another_library_is_replaced(brief, stories, tmp_path, name):
    other = tmp_path / "other"
    for folder in ("sub", "texts"):
        (other / folder).mkdir(parents=True)
    (other / "library.yaml").write_text("sources: [{id: memo, title: A memo, text: texts/shared.txt}]\n")
    (other / "sub" / "b.yaml").write_text(STORY.replace("texts/report.txt", "../texts/in.txt"))
    if not (other / name).exists():
        (other / name).write_text(STORY if name == "sub/l.txt" else "words")
    refused(brief, other / name)


def test_the_stored_text_of_a_lone_briefing_is_not_replaced(brief, stories, tmp_path):
    texts = tmp_path / "alone" / "texts"
    texts.mkdir(parents=True)
    (texts.parent / "b.yaml").write_text(STORY)
    (texts / "report.txt").write_text(REPORT)
    refused(brief, texts / "report.txt")


def test_a_text_that_a_broken_briefing_may_name_is_not_replaced(brief, stories, tmp_path):
    (tmp_path / "broken.yaml").write_text("format: brief/1\nsources: [{text: in.txt\n")
    (tmp_path / "in.txt").write_text("words")
    refused(brief, tmp_path / "in.txt")


@pytest.mark.parametrize("name", ["out.md", "out.json", "out.yaml", "briefings/out.md", "briefings/texts/out.json"])
def test_an_export_can_be_made_again_by_force(brief, stories, here, name):
    (here / "compose.yaml").write_text(f"volumes: [{name}]\n")
    form = ("-f", "yaml") if name.endswith("yaml") else ()
    target = here / ("story-out.yaml" if form else name)
    (here / "story.md").write_text("mine")
    if form:
        # A copy that carries its own id passes for an earlier export.
        (stories / "story.yaml").write_text(STORY + "id: story\n")
    assert brief("export", "story", "-o", target, *form).code == 0
    assert brief("export", "story", "-o", target, *form).code == 1
    assert brief("export", "story", "-o", target, *form, "--force").code == 0


def test_a_new_file_is_not_called_as_a_library_calls_its_own(brief, stories, here):
    for name in ("library.yaml", "quotes.lock"):
        assert brief("export", "story", "-f", "yaml", "-o", name).code == 1
        assert not (here / name).exists()
