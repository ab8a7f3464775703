"""What stands in for the required keys of a briefing, so that the rest of it can be shown."""

from pathlib import Path
from typing import Any, Final

from tui.load.document import Document
from tui.load.names import FALLBACK, slug
from tui.load.problem import FILE_START, Problem, Severity
from tui.load.prune import Steps
from tui.model.briefing import FORMAT
from tui.model.edtf import EDTF, LATEST, Day, EDTFError
from tui.model.tlp import TLP

NO_TITLE: Final = "(no title)"
NO_BOTTOM_LINE: Final = "(no bottom line)"
_MEND: Final = {
    "as_of": "write the date up to which you have read",
    "tlp": "write `clear`, `green`, `amber`, `amber-strict` or `red`",
}
_FIXED: Final = {"title": NO_TITLE, "bottom_line": NO_BOTTOM_LINE, "format": FORMAT}

_DATED: Final = (
    ("sources", ("published", "accessed")),
    ("events", ("known",)),
    ("quotes", ("known", "said")),
    ("positions", ("known", "date")),
    ("figures", ("known", "date")),
)


class StandIns:
    """Puts something in the place of keys at the top of a briefing, and notes what could pass for the author's."""

    def __init__(self, document: Document, path: Path) -> None:
        self._document = document
        self._path = path
        self._has_marking = document.values.get("tlp") is not None
        self._places = {key: document.place((key,)) for key in ("as_of", "tlp") if key in document.values}
        self._assumed: list[str] = []

    def put(self, steps: Steps) -> bool:
        """Put a stand-in where a key was missing or bad; False where there can be none.

        For `as_of` it is the latest date on which a source was published, else on which anything else was known; for
        a `tlp` that cannot be read, the strictest: a briefing does not go out without the marking it was to have.
        """
        key = str(steps[0])
        values = self._document.values
        if key in values:
            return True
        if key == "as_of":
            latest = _latest(self._document)
            if latest is None:
                return False
            values[key] = latest
            self._assumed.append(key)
        elif key == "tlp" and self._has_marking:
            values[key] = TLP.RED.value
            self._assumed.append(key)
        elif key in _FIXED:
            values[key] = _FIXED[key]
        elif key == "id":
            values[key] = slug(self._path.stem) or FALLBACK
        return True

    def notes(self) -> list[Problem]:
        """A note on each stand-in that could pass for what the author wrote."""
        return [
            Problem(
                self._path,
                self._places.get(key, FILE_START),
                Severity.NOTE,
                "assumed",
                f"`{key}` is taken to be `{self._document.values[key]}` until it is mended",
                _MEND[key],
            )
            for key in self._assumed
        ]


def _latest(document: Document) -> str | None:
    for kind, keys in _DATED:
        days = [
            date
            for item in _mappings(document.values.get(kind))
            for key in keys
            if (date := _upper(item.get(key))) is not None
        ]
        if days:
            year, month, day = max(days)
            return f"{year:04d}-{month:02d}-{day:02d}"
    return None


def _mappings(values: Any) -> list[dict[str, Any]]:
    return [item for item in values if isinstance(item, dict)] if isinstance(values, list) else []


def _upper(written: Any) -> Day | None:
    if not isinstance(written, str):
        return None
    try:
        upper = EDTF.parse(written).upper
    except EDTFError:
        return None
    return upper if 0 <= upper[0] <= 9999 and upper != LATEST else None
