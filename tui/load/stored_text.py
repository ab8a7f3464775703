"""A source's stored text: a plain file within the library."""

from collections.abc import Sequence
from pathlib import Path

from tui.files.paths import OutsideError, inside
from tui.load.characters import printable
from tui.load.document import Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Steps
from tui.model.source import Source


def check_paths(
    sources: Sequence[Source], document: Document, path: Path, root: Path
) -> list[tuple[Steps, Problem | None]]:
    """The sources whose `text` leads out of the library at `root`."""
    found: list[tuple[Steps, Problem | None]] = []
    for index, source in enumerate(sources):
        if source.text is None:
            continue
        steps: Steps = ("sources", index, "text")
        try:
            inside(root, path.parent, source.text)
        except OutsideError:
            shown = printable(source.text[:60])
            problem = Problem(
                path,
                document.place(steps),
                Severity.ERROR,
                "path-outside",
                f"the path “{shown}” leads out of the library",
                "keep the text in a folder of the library, and name it relative to this file",
            )
            found.append((steps, problem))
    return found


def stored_at(sources: Sequence[Source], folder: Path) -> dict[str, Path]:
    """Where the stored text of each source stands, by id; `folder` is that of the file which has the sources."""
    return {source.id: folder / source.text for source in sources if source.text is not None}
