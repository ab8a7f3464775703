"""Libraries in a folder, and what their catalogue says of them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.catalogue.catalogue import Catalogue, Listed
from tui.library.catalogue.query import parse
from tui.library.catalogue.reading import Reader, Reading
from tui.library.catalogue.refresh import refresh
from tui.library.catalogue.search import Hit, search

if TYPE_CHECKING:
    from collections.abc import Callable


def write(root: Path, name: str, **parts: Any) -> Path:
    """Write a briefing; its title is its name unless one is given."""
    content = {
        "format": "brief/1",
        "title": name,
        "as_of": "2024-06-30",
        "bottom_line": f"What matters about {name}.",
        "sources": [{"id": "report", "title": "A report", "published": "2024-06-01"}],
    } | parts
    path = root / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def listed(root: Path) -> list[Listed]:
    """The briefings of a library, from its catalogue as it is now."""
    with Catalogue(root) as catalogue:
        refresh(root, catalogue.connection)
        return catalogue.everything()


def titles(root: Path) -> list[str]:
    return [one.title for one in listed(root)]


def found(root: Path, words: str, *, whole: bool = False, limit: int = 20) -> list[Hit]:
    """What a search finds."""
    with Catalogue(root) as catalogue:
        refresh(root, catalogue.connection)
        return search(catalogue.connection, parse(words), whole=whole, limit=limit)


def counting_reads(monkeypatch: Any) -> list[str]:
    """The files that are read from now on."""
    reads: list[str] = []
    read: Callable[[Reader, str], Reading] = Reader.read

    def noting(self: Reader, path: str) -> Reading:
        reads.append(path)
        return read(self, path)

    monkeypatch.setattr(Reader, "read", noting)
    return reads


def dump(root: Path) -> list[tuple[Any, ...]]:
    """All that a catalogue holds of its briefings, however its rows are numbered."""
    with Catalogue(root) as catalogue:
        run = catalogue.connection.execute
        rows: list[tuple[Any, ...]] = []
        for table in ("briefings", "topics", "appearances", "sources", "texts", "agenda"):
            names = [one[1] for one in run(f"PRAGMA table_info({table})") if one[1] not in {"file", "actor", "path"}]
            columns = ", ".join(f"{table}.{one}" for one in names)
            found = run(f"SELECT files.path, {columns} FROM {table} JOIN files ON id = file")
            rows += [(table, *map(str, row)) for row in found]
        for table, columns in (("documents", "title, body, inside, outside, stored"), ("actors", "identifier, names")):
            rows += [(table, *map(str, row)) for row in run(f"SELECT {columns} FROM {table}")]
        return sorted(rows)
