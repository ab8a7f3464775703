"""Stored texts, each read and prepared once however many briefings quote from it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.files.read import UnreadableError
from tui.load.briefing import Loaded
from tui.load.decode import EncodingError
from tui.load.stored_text import read_stored_text

if TYPE_CHECKING:
    from tui.analysis.proof import SourceText

_KEPT: Final = 200
"""Texts that are held at a time."""


class Texts:
    """The stored texts of a library's sources, by path."""

    def __init__(self) -> None:
        self._texts: dict[Path, SourceText | None] = {}
        self.unreadable: dict[Path, UnreadableError | EncodingError] = {}
        """Why a text that is there could not be read."""

    def read(self, path: Path) -> "SourceText | None":
        """The text at `path`; None where there is none, or where it cannot be read."""
        if path not in self._texts:
            if len(self._texts) >= _KEPT:
                del self._texts[next(iter(self._texts))]
            self._texts[path] = self._read(path)
        return self._texts[path]

    def of(self, loaded: Loaded) -> "dict[str, SourceText | None]":
        """The texts of the sources that a briefing quotes from and that name one, by the source's id."""
        quotes = loaded.briefing.quotes if loaded.briefing else ()
        quoted = {quote.source for quote in quotes}
        return {source: self.read(path) for source, path in loaded.texts.items() if source in quoted}

    def _read(self, path: Path) -> "SourceText | None":
        try:
            raw = read_stored_text(path)
        except (UnreadableError, EncodingError) as error:
            self.unreadable[path] = error
            return None
        if raw is None:
            return None
        # Proving is slow to import, and a library need not have its texts with it.
        from tui.analysis.proof import SourceText  # noqa: PLC0415

        return SourceText(raw)
