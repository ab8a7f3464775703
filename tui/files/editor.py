"""The command line by which the user's own editor opens a file at a place."""

import os
import re
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

VARIABLES: Final = ("VISUAL", "EDITOR")
"""The environment variables that name the editor, the first one first."""

_FALLBACKS: Final = ("vi", "nano")


class NoEditorError(Exception):
    """There is no editor to open: `message` is a sentence for people, `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class EditorCommand(NamedTuple):
    """A command line as arguments, for no shell to read, and the editor's name for people.

    `needs_terminal` is false for an editor with a window of its own: then the reader stays as it is, and does not wait.
    """

    arguments: tuple[str, ...]
    name: str
    needs_terminal: bool


def editor_command(
    path: Path,
    line: int | None = None,
    column: int = 1,
    *,
    environment: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = shutil.which,
) -> EditorCommand:
    """The command that opens `path` at a line and column, both counted from 1, in $VISUAL, else $EDITOR, else `vi`.

    An editor that is not known opens the file at its beginning. Raises NoEditorError where none is set and none is
    there, or the one that is set is not to be found.
    """
    words = _words(environment, find)
    name = Path(words[0]).name
    key = _known(name)
    editor = _EDITORS.get(key, _UNKNOWN)
    file = _protected(path)
    arguments = [file] if line is None else editor.place(file, line, column)
    needs_terminal = not editor.has_window and not _opens_a_window(key, words[1:])
    return EditorCommand((*words, *arguments), name, needs_terminal)


def is_editor_set(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the user has said which editor to use."""
    return any(environment.get(one, "").strip() for one in VARIABLES)


def _words(environment: Mapping[str, str], find: Callable[[str], str | None]) -> list[str]:
    variable = next((one for one in VARIABLES if environment.get(one, "").strip()), None)
    if variable is None:
        found = next((one for one in _FALLBACKS if find(one)), None)
        if found is None:
            raise NoEditorError("no editor is set", "set $VISUAL or $EDITOR, such as `export VISUAL=nano`")
        return [found]
    value = environment[variable]
    try:
        words = shlex.split(value)
    except ValueError:
        message = f"${variable} cannot be read as a command: “{value}”"
        raise NoEditorError(message, "close its quotation marks") from None
    if not words or not words[0]:
        raise NoEditorError(f"${variable} names no program: “{value}”", "name one, such as `export VISUAL=nano`")
    words[0] = os.path.expanduser(words[0])  # noqa: PTH111 - a name without a slash stays one
    if find(words[0]) is None:
        raise NoEditorError(f"the editor “{words[0]}” of ${variable} is not there", "install it, or name another")
    return words


def _protected(path: Path) -> str:
    """The path so that no editor takes it for an option (`-`), a command (`+`) or an address (`x://`)."""
    text = str(path)
    return text if path.is_absolute() else f".{os.sep}{text}"


def _known(name: str) -> str:
    """The name under which an editor is known: `vim.basic` is `vim`, `emacs-29.1` is `emacs`, `code.exe` is `code`."""
    name = name.lower()
    for one in (name, name.partition(".")[0], re.split(r"[-.0-9]", name)[0]):
        if one in _EDITORS:
            return one
    return name


def _opens_a_window(key: str, options: list[str]) -> bool:
    """Whether an editor that may run in a terminal is told not to."""
    if key == "emacsclient":
        # Without these it waits in the terminal, or may begin an Emacs there.
        return _TERMINAL_OPTIONS.isdisjoint(options) and not _NO_WAIT_OPTIONS.isdisjoint(options)
    return key in {"vim", "vi"} and "-g" in options


def _only_file(file: str, _line: int, _column: int) -> list[str]:
    return [file]


def _plus_line(file: str, line: int, _column: int) -> list[str]:
    return [f"+{line}", file]


def _plus_line_colon_column(file: str, line: int, column: int) -> list[str]:
    return [f"+{line}:{column}", file]


def _plus_line_comma_column(file: str, line: int, column: int) -> list[str]:
    return [f"+{line},{column}", file]


def _vim(file: str, line: int, column: int) -> list[str]:
    return [f"+call cursor({line}, {column})", file]


def _after_file(file: str, line: int, column: int) -> list[str]:
    return [f"{file}:{line}:{column}"]


def _goto(file: str, line: int, column: int) -> list[str]:
    return ["--goto", f"{file}:{line}:{column}"]


def _line_and_column(file: str, line: int, column: int) -> list[str]:
    return ["--line", str(line), "--column", str(column), file]


def _line_option(file: str, line: int, column: int) -> list[str]:
    return ["--line", f"{line}:{column}", file]


class _Editor(NamedTuple):
    """How an editor is told where to go, and whether it has a window of its own."""

    place: Callable[[str, int, int], list[str]]
    has_window: bool = False


def _each(names: str, place: Callable[[str, int, int], list[str]], *, window: bool = False) -> dict[str, _Editor]:
    return dict.fromkeys(names.split(), _Editor(place, window))


_UNKNOWN: Final = _Editor(_only_file)
_EDITORS: Final[Mapping[str, _Editor]] = {
    **_each("vim nvim view vimx", _vim),
    **_each("gvim mvim", _vim, window=True),
    **_each("vi nvi elvis ex joe jmacs mg ne pico mcedit", _plus_line),
    **_each("bbedit", _plus_line, window=True),
    **_each("nano rnano dte", _plus_line_comma_column),
    **_each("emacs emacsclient micro kak", _plus_line_colon_column),
    **_each("gedit xed pluma", _plus_line_colon_column, window=True),
    **_each("hx helix", _after_file),
    **_each("subl sublime_text zed zeditor lapce", _after_file, window=True),
    **_each("code code-insiders code-oss codium vscodium cursor windsurf positron", _goto, window=True),
    **_each("kate kwrite idea pycharm webstorm goland clion", _line_and_column, window=True),
    **_each("mate", _line_option, window=True),
    **_each("nvim-qt gnome-text-editor mousepad xdg-open open", _only_file, window=True),
}
_TERMINAL_OPTIONS: Final = frozenset({"-t", "-nw", "--tty"})
_NO_WAIT_OPTIONS: Final = frozenset({"-n", "--no-wait"})
