"""Paths and JSON as they are put out."""

import json
import os
import re
from pathlib import Path
from typing import Any, Final


def relative(path: Path) -> str:
    """A path relative to the current folder where it is below that, else absolute; as the file system has it."""
    here = os.path.realpath(os.curdir)
    whole = os.path.abspath(path)  # noqa: PTH100 - resolving would follow a link that the user has named
    in_real_folder = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))  # noqa: PTH118, PTH119, PTH120
    for one in (whole, in_real_folder):
        if Path(one).is_relative_to(here):
            return str(Path(one).relative_to(here))
    return whole


def shown_path(path: Path) -> str:
    """The same for people: nothing in the name acts on a terminal."""
    from tui.load.characters import printable

    return printable(relative(path))


def json_text(value: Any) -> str:
    """`value` as JSON, two spaces a level, with every control character escaped, C1 and bidi controls too."""
    return _UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


# JSON itself escapes the rest of the control characters. Lone surrogates are bytes of a file's name.
_UNSAFE: Final = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
