"""Whether a text is a briefing at all, of a version that is read."""

import re
from pathlib import Path
from typing import Any, Final

from tui.load.characters import shortened
from tui.load.compose import EMPTY, EMPTY_HINT
from tui.load.document import REFUSED, Document
from tui.load.problem import FILE_START, Place, Problem, Severity
from tui.model.briefing import FORMAT

_BEGIN: Final = f"begin the file with `format: {FORMAT}`"
_WRITE: Final = f"write `format: {FORMAT}`"


def not_a_briefing(document: Document, path: Path) -> Problem | None:
    """Why a document is no briefing; None where it is one, or where a problem has said so already."""
    values: Any = document.values
    if values is REFUSED:
        return None
    if values is None:
        return _problem(path, FILE_START, "empty", EMPTY, EMPTY_HINT)
    if not isinstance(values, dict):
        return _problem(path, document.place(()), "not-a-briefing", "a briefing is keys and values", _BEGIN)
    written = values.get("format")
    if written is None:
        place = document.place(("format",), key=True)
        return _problem(path, place, "not-a-briefing", "the file does not say that it is a briefing", _BEGIN)
    return None if written == FORMAT or written is REFUSED else _another(written, document, path)


def _another(written: Any, document: Document, path: Path) -> Problem:
    place = document.place(("format",))
    if not isinstance(written, str):
        return _problem(path, place, "unknown-format", "`format` takes text", _WRITE)
    message = f"the format is `{shortened(written, 40)}`, and this version of brief reads `{FORMAT}`"
    if re.fullmatch(r"brief/[1-9][0-9]{0,5}", written):
        return _problem(path, place, "newer-format", message, "get a newer version of brief")
    return _problem(path, place, "unknown-format", message, _WRITE)


def _problem(path: Path, place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place, Severity.ERROR, code, message, hint)
