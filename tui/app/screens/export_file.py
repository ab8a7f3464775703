"""Writing a View to a file: what the export dialog does once it has been told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tui.export.formats import FORMATS
from tui.files.atomic import ExistsError, write_atomically
from tui.files.typed import typed
from tui.load.characters import printable

if TYPE_CHECKING:
    from tui.analysis.view import View
    from tui.export.formats import Exporter, Profile
    from tui.load.briefing import Loaded

State = Literal["written", "exists", "refused"]

_BY_SUFFIX: Final = {one.suffix: name for name, one in FORMATS.items()} | {
    ".markdown": "markdown",
    ".yml": "yaml",
    ".htm": "html",
    ".csv": "csv",
}


class Wanted(NamedTuple):
    """What is to be written: a format, how much of the briefing, and a section of Markdown with the reader's notes.

    What the format does not take is left aside.
    """

    format: str
    profile: Profile = "full"
    notes: str = ""

    @property
    def told(self) -> dict[str, object]:
        """What the exporter is told besides the View."""
        asked: dict[str, object] = {"profile": self.profile, "notes": self.notes}
        return {name: value for name, value in asked.items() if name in FORMATS[self.format].takes}


class Outcome(NamedTuple):
    """What became of an export, in a sentence; of one that was written, what the format has no place for."""

    state: State
    words: str
    left_out: tuple[str, ...] = ()


def format_of(written: str) -> str | None:
    """The format that the suffix of a file's name stands for; None where it stands for none."""
    return _BY_SUFFIX.get(Path(written.strip()).suffix.lower())


def with_format(written: str, name: str) -> str:
    """The file's name with the suffix of a format, if the one that it has stands for another format."""
    before = format_of(written)
    if before in (None, name):
        return written
    written = written.strip()
    return written[: -len(Path(written).suffix)] + FORMATS[name].suffix


def suggested(view: View, name: str) -> str:
    """The file to write in the current folder: the briefing's id, and another name where a briefing has that."""
    from tui.library.protection import free_name

    return f"./{free_name(Path(), view.briefing.id, FORMATS[name].suffix)}"


def target_of(written: str, here: Path) -> Path:
    """The file that is meant: `~` is the home folder, and what is relative is so to `here`.

    Raises RuntimeError where there is no home folder of that name.
    """
    return here / Path(written.strip()).expanduser()


def write_export(
    loaded: Loaded, view: View, wanted: Wanted, target: Path, *, root: Path | None = None, replace: bool = False
) -> Outcome:
    """Write what may leave of a View; a file that is there goes only with `replace`.

    No file of a library is replaced, be it one that is known or the one at `root`. Nothing is raised for what a file
    system refuses.
    """
    from tui.analysis.release import released

    shown = printable(str(target))
    exporter = FORMATS[wanted.format]
    try:
        shown = printable(typed(target))
        refused = _refused(shown, target, exporter, loaded, root)
        if refused:
            return Outcome("refused", refused)
        if not replace and target.exists():
            return Outcome("exists", f"{shown} is there already.")
        outgoing = released(view).view
        content, left_out = exporter.content(outgoing, **wanted.told), exporter.left_out(outgoing)
        write_atomically(target, content, replace=replace, follow=False)
    except ExistsError:
        return Outcome("exists", f"{shown} is there already.")
    except (OSError, ValueError) as error:
        # A ValueError is for a name that no file can have.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Outcome("refused", f"{shown} cannot be written: {printable(reason)}.")
    return Outcome("written", f"Written to {shown}", left_out)


def _refused(shown: str, target: Path, exporter: Exporter, loaded: Loaded, root: Path | None) -> str:
    """Why nothing is written to a file, in a sentence; "" where it may be."""
    from tui.library.protection import known_libraries, refusal
    from tui.settings.config import load_settings

    if exporter.is_archive and target.suffix.lower() != exporter.suffix:
        return f"That is several files in one: give it a name that ends in {exporter.suffix}."
    refused = refusal(target, loaded, known_libraries(root, load_settings().library))
    if refused is not None:
        return f"{shown} {refused.reason}: {refused.hint}."
    if not target.parent.is_dir():
        return f"There is no folder {printable(typed(target.parent))}."
    return ""
