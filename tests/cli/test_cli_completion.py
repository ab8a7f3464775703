import os
from pathlib import Path

import pytest
from stories import STORY

pytest_plugins = ("running",)


@pytest.fixture
def proposed(process):
    """What a shell is told could come next."""

    def ask(*words: str, **env: str) -> list[str]:
        asked = {
            "_BRIEF_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(("brief", *words)),
            "COMP_CWORD": str(len(words)),
        }
        done = process(env=asked | env)
        assert done.stderr == b""
        return [line.partition(",")[2] for line in done.stdout.decode().splitlines()]

    return ask


@pytest.fixture
def stories(library):
    return library(
        {
            "sea.yaml": STORY,
            "north/shore.yaml": STORY.replace("format: brief/1", "format: brief/1\nid: seaside"),
            "notes.yaml": "title: No briefing\n",
            "library.yaml": "title: Mine\n",
            ".hidden/secret.yaml": STORY,
            "broken.yaml": "format: brief/1\n- : [",
        }
    )


@pytest.mark.parametrize("command", ["export", "show"])
def test_the_ids_of_briefings_are_proposed(proposed, stories, command):
    assert proposed(command, "se") == ["sea", "seaside"]
    assert proposed(command, "seas") == ["seaside"]
    assert proposed(command, "") == ["broken", "sea", "seaside"]


def test_first_commands_are_proposed_then_briefings(proposed, stories):
    assert proposed("s") == ["schema", "search", "show", "sea", "seaside"]


def test_another_library_is_looked_into_where_one_is_named(proposed, stories, here):
    stories.rename(here / "elsewhere")
    assert proposed("--library", "elsewhere", "export", "seas") == ["seaside"]
    assert proposed("export", "--library", "elsewhere", "seas") == ["seaside"]
    assert "tiktok-divestiture" in proposed("--sample", "export", "tik")


def test_formats_profiles_and_panes_are_proposed(proposed, stories):
    assert proposed("export", "sea", "-f", "m") == ["markdown"]
    assert proposed("export", "sea", "--profile", "one") == ["one-page"]
    assert proposed("show", "sea", "--pane", "quo") == ["quotes"]


def test_where_nothing_fits_the_shell_looks_for_files(proposed, stories):
    assert proposed("export", "zzz") == ["zzz"]
    assert proposed("export", "./s") == ["./s"]


def test_no_briefing_is_loaded_for_it(process, stories):
    code = (
        "import sys\nfrom tui.cli.main import main\n"
        "try:\n    main([])\nfinally:\n    print({'pydantic', 'textual', 'rich'} & set(sys.modules))"
    )
    asked = {"_BRIEF_COMPLETE": "bash_complete", "COMP_WORDS": "brief show se", "COMP_CWORD": "2"}
    assert process(code=code, env=asked).stdout.decode().splitlines() == ["plain,sea", "plain,seaside", "set()"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(process, shell):
    done = process(env={"_BRIEF_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert b"_BRIEF_COMPLETE" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_that_cannot_be_written_is_a_sentence(process, shell):
    asked = {"_BRIEF_COMPLETE": f"{shell}_source"}
    closed = process(env=asked, stdout=None, preexec_fn=lambda: os.close(1))
    with Path("/dev/null").open("rb") as full:
        refused = process(env=asked, stdout=full)
    for done in (closed, refused):
        assert done.returncode == 1
        assert done.stderr.startswith(b"brief: the result could not be written: ")


def test_fish_gives_the_word_itself_be_it_empty(process, stories):
    ids = [b"plain,broken", b"plain,sea", b"plain,seaside"]
    for word, expected in (("", ids), ("sea", ids[1:])):
        asked = {"_BRIEF_COMPLETE": "fish_complete", "COMP_WORDS": f"brief show {word}", "COMP_CWORD": word}
        assert process(env=asked).stdout.splitlines() == expected


@pytest.mark.parametrize("env", [{}, {"COMP_WORDS": "brief s"}, {"COMP_WORDS": "brief s", "COMP_CWORD": "x"}])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "csh"])
def test_what_no_shell_would_ask_is_not_answered(process, shell, env):
    if (shell, env.get("COMP_CWORD")) == ("fish", "x"):
        env = {"COMP_CWORD": "x"}
    done = process(env={"_BRIEF_COMPLETE": f"{shell}_complete", **env})
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_fifo_in_the_library_is_not_waited_for(proposed, stories):
    os.mkfifo(stories / "pipe.yaml")
    assert proposed("export", "sea") == ["sea", "seaside"]
