"""A library: a folder of briefings that share actors and sources."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from tui.library.scan import briefing_files, may_have_id
from tui.load.names import SHARED_NAME
from tui.load.outside import leads_out
from tui.load.problem import FILE_START, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tui.load.briefing import Loaded
    from tui.load.shared import LoadedShared

# What reads briefings is imported when one is read: the reader finds a file, and shows its first frame, without.


class Library:
    """The briefings below one folder; each is read when it is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def shared(self) -> LoadedShared | None:
        """What `library.yaml` holds; None where there is none."""
        from tui.load.shared import load_shared  # noqa: PLC0415

        return load_shared(self.root)

    @property
    def title(self) -> str:
        """What the library is called; the folder's name where nothing says."""
        return (self.shared.shared.title if self.shared else None) or self.root.resolve().name

    def paths(self) -> Iterator[Path]:
        """The files of its briefings, in the order of their paths."""
        return briefing_files(self.root)

    def load(self, path: Path) -> Loaded:
        """One briefing of the library; a file that a link leads to outside of it is not read."""
        from tui.load.briefing import Loaded, load_file  # noqa: PLC0415

        outside = leads_out(self.root, path)
        return Loaded(path, None, (outside,)) if outside else load_file(path, self.root, self.shared)

    def load_all(self) -> Iterator[Loaded]:
        """Every briefing of the library, with a problem for each whose id another has already."""
        return with_duplicates((self.load(path) for path in self.paths()), self.root)

    def find(self, identifier: str) -> list[Path]:
        """The files of the briefings with this id: one, unless there is none or the library is wrong."""
        from tui.library.catalogue.finding import paths_with_id  # noqa: PLC0415

        known = paths_with_id(self.root, identifier)
        if known is not None:
            return known
        loaded = (self.load(path) for path in self.paths() if may_have_id(path, identifier))
        return [one.path for one in loaded if one.briefing is not None and one.briefing.id == identifier]


def with_duplicates(briefings: Iterable[Loaded], root: Path | None = None) -> Iterator[Loaded]:
    """The same briefings; one with the id of an earlier one has a problem that names that one's file.

    The name is the file's path, relative to the library at `root` where that is given.
    """
    first: dict[str, Path] = {}
    for loaded in briefings:
        if loaded.briefing is None:
            yield loaded
            continue
        identifier = loaded.briefing.id
        if identifier not in first:
            first[identifier] = loaded.path
            yield loaded
            continue
        place = loaded.document.place(("id",)) if loaded.document else FILE_START
        taken_by = _below(root, first[identifier])
        problem = Problem(
            loaded.path,
            place,
            Severity.ERROR,
            "duplicate-briefing",
            f"the id `{identifier}` is taken: {taken_by} has it already",
            "give one of the two briefings another `id`",
        )
        yield loaded._replace(problems=(*loaded.problems, problem))


def _below(root: Path | None, path: Path) -> str:
    if root is None:
        return str(path)
    return os.path.relpath(path.parent.resolve() / path.name, root.resolve())


def library_of(path: Path) -> Library:
    """The library of a lone file: the nearest folder above it with a `library.yaml`, else its own folder.

    Of a file that is a link, it is the library in which the link stands.
    """
    folder = path.parent.resolve()
    nearest = next((one for one in (folder, *folder.parents) if (one / SHARED_NAME).is_file()), folder)
    return Library(nearest)


def libraries_below(folder: Path) -> list[tuple[Library, list[Path]]]:
    """Every briefing below a folder, each with its library: of the nearest `library.yaml`, else the folder's own."""
    whole = library_of(folder / SHARED_NAME)
    found: dict[Path, tuple[Library, list[Path]]] = {}
    for path in briefing_files(folder):
        nearest = library_of(path)
        library = nearest if (nearest.root / SHARED_NAME).is_file() else whole
        found.setdefault(library.root, (library, []))[1].append(path)
    return list(found.values()) or [(whole, [])]
