"""Whether a file is a stored text that a source names."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tui.files.read import UnreadableError, read_file
from tui.library.folder import library_of
from tui.library.scan import SUFFIXES, briefing_files, is_briefing
from tui.load.briefing import Loaded, load_file
from tui.load.names import SHARED_NAME
from tui.load.shared import load_shared
from tui.load.stored_text import stored_at


def is_named(place: Path, opened: Loaded, roots: Iterable[Path]) -> bool:
    """Whether a source has the existing file at `place` (resolved) as its stored text.

    Looked at are the briefing that is open, every briefing of a library in `roots` or with a `library.yaml` above
    `place`, and every briefing in a folder above it. One that cannot be read, and has the file's name in it, counts.
    """
    if _is_among(place, opened.texts.values()):
        return True
    libraries = {folder for folder in place.parents if (folder / SHARED_NAME).is_file()}
    libraries |= {root for root in roots if place.is_relative_to(root)}
    for root in libraries:
        shared = load_shared(root)
        if shared is not None and _is_among(place, stored_at(shared.shared.sources, root).values()):
            return True
    above = (path for folder in place.parents if folder not in libraries for path in _briefings_in(folder))
    below = (path for root in libraries for path in briefing_files(root))
    return any(_names(path, place, libraries) for path in chain(above, below))


def _names(briefing: Path, place: Path, libraries: Iterable[Path]) -> bool:
    try:
        content = read_file(briefing)
    except UnreadableError:
        return False
    # Loading takes a hundred times as long as looking for the name, which only ASCII spells in one way.
    if place.name.isascii() and place.name.lower().encode() not in content.lower():
        return False
    # The outermost library lets a briefing reach the most.
    around = sorted((one for one in libraries if briefing.is_relative_to(one)), key=lambda one: len(one.parts))
    loaded = load_file(briefing, around[0] if around else library_of(briefing).root)
    return loaded.briefing is None or _is_among(place, loaded.texts.values())


def _briefings_in(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if Path(entry.name).suffix.lower() in SUFFIXES]
    except OSError:
        return
    yield from (folder / name for name in sorted(names) if not name.startswith(".") and is_briefing(folder / name))


def _is_among(place: Path, texts: Iterable[Path]) -> bool:
    for text in texts:
        try:
            if text.samefile(place):
                return True
        except (OSError, ValueError):
            continue
    return False
