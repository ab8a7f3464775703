"""Writing a View to a file: what the export dialog does once it has been told."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.files.atomic import ExistsError, write_atomically
from tui.load.characters import printable

if TYPE_CHECKING:
    from tui.analysis.view import View

State = Literal["written", "exists", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an export, in a sentence."""

    state: State
    words: str


def target_of(written: str, here: Path) -> Path:
    """The file that is meant: `~` is the home folder, and what is relative is so to `here`.

    Raises RuntimeError where there is no home folder of that name.
    """
    return here / Path(written.strip()).expanduser()


def write_export(view: "View", name: str, target: Path, *, replace: bool) -> Outcome:
    """Write what may leave of a View in the format of that name; a file that is there goes only with `replace`.

    Nothing is raised for what a file system refuses.
    """
    from tui.analysis.release import released
    from tui.export.formats import export

    shown = printable(str(target))
    try:
        if target.is_dir():
            return Outcome("refused", f"{shown} is a folder: add a file's name.")
        if not replace and target.exists():
            return Outcome("exists", f"{shown} is there already.")
        if not target.parent.is_dir():
            return Outcome("refused", f"There is no folder {printable(str(target.parent))}.")
        write_atomically(target, export(released(view).view, name).encode(), replace=replace)
    except ExistsError:
        return Outcome("exists", f"{shown} is there already.")
    except (OSError, ValueError) as error:
        # A ValueError is for a name that no file can have.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Outcome("refused", f"{shown} cannot be written: {printable(reason)}.")
    return Outcome("written", f"Written to {shown}")
