"""A source's stored text: a plain file within the library."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tui.files.paths import OutsideError, inside
from tui.files.read import UnreadableError, read_file
from tui.load.characters import shortened
from tui.load.decode import EncodingError, decode
from tui.load.document import Document
from tui.load.problem import Place, Problem, Severity
from tui.load.prune import Found, Steps
from tui.model.source import Source


def check_paths(sources: Sequence[Source], document: Document, path: Path, root: Path) -> Found:
    """The sources whose `text` leads out of the library at `root`."""
    found: Found = []
    for index, source in enumerate(sources):
        if source.text is None:
            continue
        try:
            inside(root, path.parent, source.text)
        except OutsideError:
            steps: Steps = ("sources", index, "text")
            found.append((steps, partial(_outside, source.text, steps, document, path)))
    return found


def _outside(written: str, steps: Steps, document: Document, path: Path) -> Problem:
    return Problem(
        path,
        document.place(steps),
        Severity.ERROR,
        "path-outside",
        f"the path “{shortened(written)}” leads out of the library",
        "keep the text in a folder of the library, and name it relative to this file",
    )


def stored_at(sources: Sequence[Source], folder: Path) -> dict[str, Path]:
    """Where the stored text of each source stands, by id; `folder` is that of the file which has the sources."""
    return {source.id: folder / source.text for source in sources if source.text is not None}


def read_stored_text(path: Path) -> str | None:
    """The stored text at `path`, whatever characters are in it; None where there is no file.

    Raises UnreadableError where it cannot be read, and EncodingError where it is not UTF-8.
    """
    try:
        return decode(read_file(path))
    except UnreadableError as error:
        if error.code == "no-such-file":
            return None
        raise


def unreadable_text(error: UnreadableError | EncodingError, written: str, path: Path, place: Place) -> Problem:
    """The Problem of a stored text that cannot be read; `written` is its path as the file at `path` has it."""
    shown = shortened(written)
    if isinstance(error, UnreadableError):
        message, code = f"the stored text “{shown}” {error.message}", error.code
    else:
        message, code = f"the stored text “{shown}”, line {error.place.line}: {error.message}", "encoding"
    return Problem(path, place, Severity.ERROR, code, message, error.hint)


def missing_text(written: str, path: Path, place: Place) -> Problem:
    """The warning that a source's stored text is not there; `written` is its path as the file at `path` has it."""
    message = f"there is no file “{shortened(written)}”, so quotes of this source cannot be proven"
    hint = "the path is relative to this file; check it, or take `text` away"
    return Problem(path, place, Severity.WARNING, "text-missing", message, hint)
