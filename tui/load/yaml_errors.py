"""What libyaml objects to, in words that say what to do."""

import re
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from tui.load.characters import FORBIDDEN, REPLACEMENT, printable
from tui.load.document import Document
from tui.load.parser import PARSER, TOO_DEEP
from tui.load.problem import FILE_START, Problem, Severity


class _Wording(NamedTuple):
    part: str
    """Of libyaml's own message."""
    message: str
    hint: str
    at_context: bool = False
    """Whether the place is where the thing began in which libyaml met the error."""


_INDENTATION: Final = (
    "the indentation of this line fits none of the lines above",
    "give the keys of one item, and the items of one list, the same indentation",
)
_BRACKET: Final = re.compile(r"[\[{]")
_BETWEEN_MARKS: Final = "put the text between quotation marks"

# The first that fits is taken.
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
        at_context=True,
    ),
    _Wording(
        "unexpected document indicator",
        "a quotation mark opened here is not closed before the line `---`",
        "close it; within '…' an apostrophe is written twice",
        at_context=True,
    ),
    _Wording(
        "unknown escape character",
        'a backslash within "…" begins an escape that YAML does not have',
        "write the text between '…' instead, where a backslash is a backslash",
    ),
    _Wording(
        "while parsing a quoted scalar",
        'a backslash within "…" begins an escape that stands for no character',
        "write the character itself, or the text between '…', where a backslash is a backslash",
    ),
    _Wording(
        "could not find expected ':'",
        "this key has no colon and space after it",
        "write `key: value`",
        at_context=True,
    ),
    _Wording("block sequence entries are not allowed", "a list cannot begin here", "begin it on a line of its own"),
    _Wording("while scanning an a", "`&` and `*` begin an anchor or an alias", _BETWEEN_MARKS, at_context=True),
    _Wording("incompatible YAML", "this line asks for a version of YAML that there is not", "remove the line"),
    _Wording("tag", "`!` begins a tag, and tags are not read", _BETWEEN_MARKS, at_context=True),
    _Wording("directive", "`%` at the start of a line begins a directive", _BETWEEN_MARKS, at_context=True),
    _Wording(
        "block scalar",
        "text after `|` or `>` begins on the next line",
        "put it there, indented, or between quotation marks",
    ),
    _Wording("document start", "the text goes on after its end", "check the indentation of this line"),
    _Wording("did not find expected", "this does not follow from what stands before", "check the punctuation here"),
)


def problem(error: yaml.YAMLError, text: str, path: Path) -> Problem:
    """The Problem that says what a YAML error means."""
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None)))) or str(error)
    index = _index(getattr(error, "problem_mark", None))
    began = _index(getattr(error, "context_mark", None))
    if index is None:
        index = began
    if index is None:
        return Problem(path, FILE_START, Severity.ERROR, "yaml", *_wording(said).words)
    index = min(index, len(text))
    before = text[_line_start(text, index) : index]
    code = "yaml"
    if "maximum nesting depth" in said:
        # libyaml reads ahead of the limit that is held here, as far as one of its own.
        code, (message, hint) = "too-deep", TOO_DEEP
    elif "\t" in before + text[index : index + 1] and not before.strip():
        code, index = "tab", index - len(before) + (before + "\t").index("\t")
        message, hint = "a tab cannot indent YAML", "indent with spaces"
    else:
        index, message, hint = _explained(said, text, index, index if began is None else began, before)
    return Problem(path, Document(text, None, 0).place_at(index), Severity.ERROR, code, message, hint)


def _index(mark: yaml.Mark | None) -> int | None:
    return None if mark is None else mark.index


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _explained(said: str, text: str, index: int, began: int, before: str) -> tuple[int, str, str]:
    """Where to point, the message and the hint; `before` is what stands on the line before `index`."""
    character = printable(text[index : index + 1])
    if "cannot start any token" in said or ("node content" in said and character in {",", "]", "}"}):
        return index, f"text cannot begin with “{character}”", _BETWEEN_MARKS
    if "flow" in said:
        return _unclosed(text, index, began)
    if "expected key" in said or "'-' indicator" in said:
        return index, *_misplaced(character, before)
    wording = _wording(said)
    return (began if wording.at_context else index), *wording.words


def _unclosed(text: str, index: int, began: int) -> tuple[int, str, str]:
    if text[began : began + 1] not in {"[", "{"}:
        began = _innermost_open(text, began)
    opening = text[began : began + 1]
    closing = "]" if opening == "[" else "}"
    if "\n" in text[began:index] or index == len(text):
        return began, f"the `{opening}` opened here is not closed", f"close it with `{closing}`"
    hint = "put text that contains `: `, `[` or `{` between quotation marks"
    return index, f"a comma or `{closing}` should stand here", hint


def _innermost_open(text: str, at: int) -> int:
    """Where the innermost bracket that the parser finds open at its error stands; `at` where there is none."""
    opened: list[int | None] = []
    try:
        for event in yaml.parse(FORBIDDEN.sub(REPLACEMENT, text), Loader=PARSER):
            if isinstance(event, yaml.CollectionStartEvent):
                mark = event.start_mark if event.flow_style else None
                opened.append(_bracket(text, mark.index) if mark else None)
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
    except yaml.YAMLError:
        pass
    return next((one for one in reversed(opened) if one is not None), at)


def _bracket(text: str, start: int) -> int | None:
    """The bracket of a collection that starts with it, or with an anchor or a tag before it; None where it has none."""
    found = _BRACKET.search(text, start)
    return found.start() if found and text[start] in "[{&!" else None


def _misplaced(character: str, before: str) -> tuple[str, str]:
    if character == ":":
        return "a key is missing before this colon", "write `key: value`"
    end = before.rstrip()[-1:]
    if not end:
        return _INDENTATION
    if end in {"'", '"'}:
        return (
            "text goes on after its closing quotation mark",
            "within '…' an apostrophe is written twice; or a mark is missing further up",
        )
    if end in {"]", "}"}:
        return "text goes on after the closing bracket", "put the whole text between quotation marks"
    return "a key should stand here", "check the indentation and the quotation marks of this line and the one before"


class _Words(NamedTuple):
    words: tuple[str, str]
    at_context: bool


def _wording(said: str) -> _Words:
    for wording in _WORDINGS:
        if wording.part in said:
            return _Words((wording.message, wording.hint), wording.at_context)
    message = f"this is not YAML: {printable(said)}"
    return _Words((message, "check the indentation and the quotation marks around here"), at_context=False)
