"""What libyaml objects to, in words that say what to do."""

from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from tui.load.characters import printable
from tui.load.document import Document
from tui.load.problem import FILE_START, Problem, Severity


class _Wording(NamedTuple):
    part: str
    """Of libyaml's own message."""
    message: str
    hint: str


_WORDINGS: Final = (
    _Wording(
        "mapping values are not allowed",
        "a colon and a space make a key, and a key cannot stand here",
        "put text that contains `: ` between quotation marks, or check the indentation",
    ),
    _Wording(
        "unexpected end of stream",
        "a quotation mark opened here is never closed",
        "close it; within '…' an apostrophe is written twice",
    ),
    _Wording(
        "unknown escape character",
        'a backslash within "…" begins an escape that YAML does not have',
        "write the text between '…' instead, where a backslash is a backslash",
    ),
    _Wording("could not find expected ':'", "a key has no colon after it", "write `key: value`"),
    _Wording(
        "did not find expected key",
        "a key should stand here",
        "check the indentation and the quotation marks of this line and the one before",
    ),
    _Wording(
        "did not find expected '-' indicator",
        "an item of the list should begin here with `- `",
        "give every item of a list the same indentation",
    ),
    _Wording(
        "did not find expected ',' or",
        "a list or mapping in brackets is not closed",
        "add a comma or close it",
    ),
    _Wording("block sequence entries are not allowed", "a list cannot begin here", "begin it on a line of its own"),
    _Wording(
        "did not find expected alphabetic",
        "`&` and `*` begin an anchor or an alias",
        "put the text between quotation marks",
    ),
    _Wording(
        "while scanning an a",
        "`&` and `*` begin an anchor or an alias",
        "put the text between quotation marks",
    ),
    _Wording("tag", "`!` begins a tag, and tags are not read", "put the text between quotation marks"),
    _Wording("directive", "`%` at the start of a line begins a directive", "put the text between quotation marks"),
    _Wording(
        "block scalar",
        "text after `|` or `>` begins on the next line",
        "put it there, indented, or between quotation marks",
    ),
    _Wording("document start", "the text goes on after its end", "check the indentation of this line"),
)


def problem(error: yaml.YAMLError, text: str, path: Path) -> Problem:
    """The Problem that says what a YAML error means."""
    document = Document(text, None, 0)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None)))) or str(error)
    if "unexpected end of stream" in said and getattr(error, "context_mark", None):
        mark = error.context_mark  # type: ignore[attr-defined]
    index = min(mark.index, len(text)) if mark is not None else None
    place = FILE_START if index is None else document.place_at(index)
    if index is not None and _indented_by_tab(text, index):
        message, hint = "a tab cannot indent YAML", "indent with spaces"
        return Problem(path, place, Severity.ERROR, "tab", message, hint)
    message, hint = _wording(said, text[index : index + 1] if index is not None else "")
    return Problem(path, place, Severity.ERROR, "yaml", message, hint)


def _wording(said: str, character: str) -> tuple[str, str]:
    if "cannot start any token" in said:
        return (
            f"text cannot begin with `{printable(character)}`",
            "put the text between quotation marks",
        )
    for wording in _WORDINGS:
        if wording.part in said:
            return wording.message, wording.hint
    return f"this is not YAML: {printable(said)}", "check the indentation and the quotation marks around here"


def _indented_by_tab(text: str, index: int) -> bool:
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    line: Any = text[start : index + 1]
    return "\t" in line[: len(line) - len(line.lstrip())] or line.endswith("\t") and not line.strip()
