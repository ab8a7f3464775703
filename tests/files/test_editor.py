"""The user's own editor, at the line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.files.editor import NoEditorError, editor_command, is_editor_set

FILE = Path("/library/story.yaml")


def found(name: str) -> str:
    return f"/bin/{name}"


def command(editor: str, path: Path = FILE, line: int | None = 12, column: int = 5):
    return editor_command(path, line, column, environment={"EDITOR": editor}, find=found)


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vim", ["vim", "+call cursor(12, 5)", str(FILE)]),
        ("nvim", ["nvim", "+call cursor(12, 5)", str(FILE)]),
        ("vi", ["vi", "+12", str(FILE)]),
        ("nano -w", ["nano", "-w", "+12,5", str(FILE)]),
        ("emacs -nw", ["emacs", "-nw", "+12:5", str(FILE)]),
        ("emacsclient -t -a ''", ["emacsclient", "-t", "-a", "", "+12:5", str(FILE)]),
        ("micro", ["micro", "+12:5", str(FILE)]),
        ("kak", ["kak", "+12:5", str(FILE)]),
        ("hx", ["hx", f"{FILE}:12:5"]),
        ("helix", ["helix", f"{FILE}:12:5"]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:12:5"]),
        ("codium", ["codium", "--goto", f"{FILE}:12:5"]),
        ("cursor", ["cursor", "--goto", f"{FILE}:12:5"]),
        ("subl -w", ["subl", "-w", f"{FILE}:12:5"]),
        ("zed", ["zed", f"{FILE}:12:5"]),
        ("kate", ["kate", "--line", "12", "--column", "5", str(FILE)]),
        ("mate -w", ["mate", "-w", "--line", "12:5", str(FILE)]),
        ("xdg-open", ["xdg-open", str(FILE)]),
        ("my-own-editor --fast", ["my-own-editor", "--fast", str(FILE)]),
        ("/usr/bin/vim.basic", ["/usr/bin/vim.basic", "+call cursor(12, 5)", str(FILE)]),
        ("/opt/emacs-29.1", ["/opt/emacs-29.1", "+12:5", str(FILE)]),
        ('"/Applications/My Editor/code" -n', ["/Applications/My Editor/code", "-n", "--goto", f"{FILE}:12:5"]),
    ],
)
def test_each_editor_is_told_the_place_in_its_own_way(editor, arguments):
    assert list(command(editor).arguments) == arguments


@pytest.mark.parametrize(
    "editor", ["vim", "nano", "emacs", "emacsclient", "hx", "micro", "vi", "unknown", "emacsclient -nc -t"]
)
def test_an_editor_in_the_terminal_needs_it(editor):
    assert command(editor).needs_terminal


@pytest.mark.parametrize(
    "editor", ["code", "code --wait", "subl", "zed", "gvim -f", "vim -g", "emacsclient -n", "kate", "open -t"]
)
def test_an_editor_with_a_window_does_not(editor):
    assert not command(editor).needs_terminal


def test_without_a_line_the_file_is_opened_as_it_is():
    assert command("vim", line=None).arguments == ("vim", str(FILE))
    assert command("code", line=None).arguments == ("code", str(FILE))


def test_visual_comes_before_editor_and_a_blank_one_counts_for_nothing():
    both = {"VISUAL": "code", "EDITOR": "vi"}
    assert editor_command(FILE, environment=both, find=found).name == "code"
    assert editor_command(FILE, environment={"VISUAL": " ", "EDITOR": "nano"}, find=found).name == "nano"
    assert is_editor_set(both)
    assert not is_editor_set({"VISUAL": "", "EDITOR": "  "})


def test_where_none_is_set_one_that_is_there_is_taken():
    def only_nano(name: str) -> str | None:
        return name if name == "nano" else None

    assert editor_command(FILE, 3, environment={}, find=found).arguments == ("vi", "+3", str(FILE))
    assert editor_command(FILE, 3, environment={}, find=only_nano).arguments == ("nano", "+3,1", str(FILE))


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "no editor is set"),
        ({"EDITOR": "no-such-editor -x"}, "the editor “no-such-editor” of $EDITOR is not there"),
        ({"VISUAL": "vim 'x", "EDITOR": "vi"}, "$VISUAL cannot be read as a command: “vim 'x”"),
        ({"VISUAL": "''"}, "$VISUAL names no program: “''”"),
    ],
)
def test_where_there_is_no_editor_a_sentence_says_so(environment, message):
    with pytest.raises(NoEditorError) as refused:
        editor_command(FILE, 3, environment=environment, find=lambda _: None)

    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize("name", ["-c:q!.yaml", "+!date.yaml", "--goto", "~/x.yaml", "plain.yaml"])
def test_the_name_of_a_file_is_never_an_option(name):
    assert command("vi", Path(name)).arguments[-1] == f"./{name}"


@given(st.text(st.characters(exclude_characters="\0/"), min_size=1).filter(lambda name: name not in {".", ".."}))
def test_the_shell_reads_nothing_and_the_file_is_the_same_one(name):
    *_, last = command("vi", Path(name)).arguments

    assert not last.startswith(("-", "+"))
    assert Path(last) == Path(name)


def test_what_is_found_is_what_runs(tmp_path, monkeypatch):
    editor = tmp_path / "my editor"
    editor.write_text(f"#!{sys.executable}\nimport sys; print(sys.argv[1:])\n")
    editor.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    built = editor_command(FILE, 3, environment={"VISUAL": "'my editor' -x"}, find=shutil.which)

    done = subprocess.run(built.arguments, capture_output=True, text=True, check=True)
    assert done.stdout == f"{['-x', str(FILE)]}\n"
