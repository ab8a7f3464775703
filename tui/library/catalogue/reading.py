"""Reading files for the catalogue: what is found in a file, as values that go from process to process."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.files.read import UnreadableError, read_file
from tui.library.catalogue.contents import shared_hash
from tui.library.catalogue.record import Record, record_of
from tui.library.folder import Library
from tui.library.scan import is_briefing_text
from tui.load.briefing import Loaded, load_file, load_text
from tui.load.decode import EncodingError, decode


class Reading(NamedTuple):
    """What was found in a file; no record where it is no briefing."""

    path: str
    hash: bytes
    shared: bytes
    record: Record | None


class Reader:
    """Reads the briefings of the library at `root`, with what they share read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._library = Library(root)
        self._real_root = root.resolve()
        self._shared_hash = shared_hash(root)
        _ = self._library.shared

    def read(self, path: str) -> Reading:
        """Read the file at `path`, relative to the root."""
        place = self.root / path
        try:
            content = read_file(place)
        except UnreadableError as error:
            known = error.code in {"too-large", "no-permission", "unreadable", "changed"}
            return Reading(path, error.code.encode(), self._shared_hash, self._record(place) if known else None)
        found = self._record(place, content) if is_briefing_text(content) else None
        return Reading(path, sha256(content).digest(), self._shared_hash, found)

    def read_all(self, paths: Iterable[str]) -> list[Reading]:
        """Read several files."""
        return [self.read(path) for path in paths]

    def _record(self, place: Path, content: bytes | None = None) -> Record:
        return record_of(self._loaded(place, content), self._real_root)

    def _loaded(self, place: Path, content: bytes | None) -> Loaded:
        # No folder on the way is a link; where the file is none either, it is within the library.
        if place.is_symlink():
            return self._library.load(place)
        try:
            if content is not None:
                return load_text(decode(content), place, self.root, self._library.shared)
        except EncodingError:
            # What is wrong with it is said where it is read.
            pass
        return load_file(place, self.root, self._library.shared)
