"""Paths and JSON as they are put out."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tui.files.typed import typed


def shown_path(path: Path) -> str:
    """A path as one would type it, for people: nothing in the name acts on a terminal."""
    from tui.load.characters import printable

    return printable(typed(path))


def as_argument(path: Path) -> str:
    """A path as one would type it after a command: quoted where a shell needs that, and never like an option."""
    from shlex import quote

    from tui.load.characters import printable

    written = typed(path)
    return printable(quote(f"./{written}" if written.startswith("-") else written))


def json_text(value: Any) -> str:
    """`value` as JSON, two spaces a level, with every control character escaped, C1 and bidi controls too."""
    import json

    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def escaped(text: str) -> str:
    """JSON with every control character in it escaped."""
    return _UNSAFE.sub(_escaped, text)


def typed_below(folder: Path) -> Callable[[str], str]:
    """What gives a file, by its path relative to `folder`, as `typed` does; quick where there are many."""
    try:
        here = Path.cwd().resolve()
    except FileNotFoundError:
        here = None
    if here is not None and here.is_relative_to(folder.resolve()):
        # A file below the current folder is not shown as one further up is.
        return lambda path: typed(folder / path)
    start = typed(folder)
    return lambda path: f"{start}/{path}"


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


# JSON itself escapes the rest of the control characters. Lone surrogates are bytes of a file's name.
_UNSAFE: Final = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
