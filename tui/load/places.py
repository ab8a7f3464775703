"""Where an item stands: for an editor to open its file there."""

from pathlib import Path

from tui.load.briefing import Loaded
from tui.load.document import Document
from tui.load.problem import FILE_START, Place
from tui.load.prune import Steps
from tui.model.kinds import KINDS


def place_of(loaded: Loaded, identifier: str) -> tuple[Path, Place]:
    """The file of an item and the place of its id there; of the item itself, where the id is derived.

    An item that the library shares stands in its `library.yaml`. The id "" is that of the bottom line. What is nowhere
    is at the beginning of the briefing's file.
    """
    for one in (loaded, loaded.shared):
        document = one.document if one is not None else None
        steps = _steps_of(document, identifier) if document is not None else None
        if one is not None and document is not None and steps is not None:
            return one.path, document.place(steps)
    return loaded.path, FILE_START


def _steps_of(document: Document, identifier: str) -> Steps | None:
    values = document.values
    if not identifier:
        return ("bottom_line",) if "bottom_line" in values else None
    for kind in KINDS:
        for index, item in enumerate(values.get(kind) or ()):
            if isinstance(item, dict) and item.get("id") == identifier:
                return (kind, index, "id")
    return None
