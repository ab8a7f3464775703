"""What stands in for the required keys of a briefing, so that the rest of it can be shown."""

from pathlib import Path
from typing import Any, Final

from tui.load.document import Document
from tui.load.names import FALLBACK, slug
from tui.load.prune import Steps
from tui.model.briefing import FORMAT
from tui.model.edtf import EDTF, LATEST, Day, EDTFError

NO_TITLE: Final = "(no title)"
NO_BOTTOM_LINE: Final = "(no bottom line)"

_DATED: Final = (
    ("sources", ("published", "accessed")),
    ("events", ("known",)),
    ("quotes", ("known", "said")),
    ("positions", ("known", "date")),
    ("figures", ("known", "date")),
)


def put(steps: Steps, document: Document, path: Path) -> bool:
    """Put a stand-in where a key at the top was missing or bad; False where there can be none.

    For `as_of` it is the latest date on which a source was published, else on which anything else was known.
    """
    key = steps[0]
    if key in document.values:
        return True
    if key == "title":
        document.values[key] = NO_TITLE
    elif key == "bottom_line":
        document.values[key] = NO_BOTTOM_LINE
    elif key == "format":
        document.values[key] = FORMAT
    elif key == "id":
        document.values[key] = slug(path.stem) or FALLBACK
    elif key == "as_of":
        latest = _latest(document)
        if latest is None:
            return False
        document.values[key] = latest
    return True


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
