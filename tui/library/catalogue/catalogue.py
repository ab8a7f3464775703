"""What can be asked of a catalogue about its briefings, without reading any."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from tui.files.paths import number_of
from tui.library.catalogue.database import Place, connect
from tui.library.catalogue.paths import named_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COLUMNS: Final = (
    "file, path, identifier, title, topics, as_of, as_of_words, open_questions, next_date, next_words, problems,"
    " bottom_line"
)
_IN_ORDER: Final = "ORDER BY newest DESC, folded, file"


Line = tuple[str, str, str, str, str, str]
"""Title, id, as of, open questions, the next date and problems, dates in words; "" for what there is nothing of."""


class Listed(NamedTuple):
    """One briefing in a list. `path` is relative to the library, dates are EDTF as written and in words.

    `problems` counts errors and warnings. Of a file of which nothing can be shown, `id` and `as_of` are "", and the
    title is the file's name.
    """

    file: int
    path: str
    id: str
    title: str
    topics: tuple[str, ...]
    as_of: str
    as_of_words: str
    open_questions: int
    next_date: str | None
    next_words: str
    problems: int
    bottom_line: str

    @property
    def line(self) -> Line:
        """What a line says of it."""
        numbers = (str(number or "") for number in (self.open_questions, self.problems))
        open_questions, problems = numbers
        when = self.next_words or self.next_date or ""
        return self.title, self.id, self.as_of_words or self.as_of, open_questions, when, problems


class Told(NamedTuple):
    """Something wrong with `library.yaml`, as it is told: the place counts from 1."""

    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str


class Catalogue:
    """The catalogue of the library at `root`, as it is at the time of asking; for use in the thread that made it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.connection = connect(root)
        self._place = Place(root).file
        self._number = number_of(self._place)

    @property
    def is_gone(self) -> bool:
        """Whether its file was taken away or replaced, so that whoever asks from now on asks another one."""
        return number_of(self._place) != self._number

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def title(self) -> str:
        """What the library is called; the folder's name where nothing says."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = 'title'").fetchone()
        return str(row[0]) if row and row[0] else self.root.resolve().name

    def shared_problems(self) -> list[Told]:
        """What is wrong with the library's `library.yaml`."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = 'problems'").fetchone()
        if row is None or row[0] == "[]":
            return []
        import json  # noqa: PLC0415 - only where something is wrong

        return [Told(*one) for one in json.loads(row[0])]

    def is_begun(self) -> bool:
        """Whether the library has been looked at before."""
        return self.connection.execute("SELECT 1 FROM meta WHERE key = 'shared'").fetchone() is not None

    def everything(self) -> list[Listed]:
        """Every briefing, by its path: the files of a folder before the folders in it."""
        rows = self.connection.execute(f"SELECT {_COLUMNS} FROM briefings JOIN files ON id = file ORDER BY place")
        return list(map(_listed, rows))

    def lines(self) -> list[Line]:
        """What a line says of every briefing, in the order of `everything`."""
        # As text, and from an index that has it all: what is said of thousands takes no longer than it must.
        rows = self.connection.execute(
            "SELECT title, identifier, coalesce(nullif(as_of_words, ''), as_of),"
            " CASE open_questions WHEN 0 THEN '' ELSE CAST(open_questions AS TEXT) END,"
            " coalesce(nullif(next_words, ''), next_date, ''),"
            " CASE problems WHEN 0 THEN '' ELSE CAST(problems AS TEXT) END"
            " FROM briefings INDEXED BY briefings_listed ORDER BY place"
        )
        return rows.fetchall()

    def numbers(self, topic: str | None = None) -> array[int]:
        """The files of the briefings of a topic and of what is below it, the newest first.

        None is all of them, and "" those without a topic.
        """
        if topic is None:
            rows = self.connection.execute(f"SELECT file FROM briefings {_IN_ORDER}")
        elif not topic:
            rows = self.connection.execute(f"SELECT file FROM briefings WHERE topics = '' {_IN_ORDER}")
        else:
            rows = self.connection.execute(
                f"SELECT file FROM topics JOIN briefings USING (file) WHERE topic = ? {_IN_ORDER}", (topic,)
            )
        return array("q", (file for (file,) in rows))

    def some(self, files: Sequence[int]) -> list[Listed]:
        """The briefings of these files, in the same order; what is gone by now is left out."""
        marks = ", ".join("?" * len(files))
        rows = self.connection.execute(
            f"SELECT {_COLUMNS} FROM briefings JOIN files ON id = file WHERE file IN ({marks})", list(files)
        )
        found = {row[0]: row for row in rows}
        return [_listed(found[file]) for file in files if file in found]

    def counts(self, topic: str | None = None) -> tuple[int, int]:
        """How many briefings there are, in all or of a topic, and how many questions are open in them."""
        rows = "briefings" if topic is None else "topics JOIN briefings USING (file)"
        where = {None: "", "": "WHERE topics = ''"}.get(topic, "WHERE topic = ?")
        rows = "briefings" if not topic else rows
        row = self.connection.execute(
            f"SELECT count(*), total(open_questions) FROM {rows} {where}", (topic,) if topic else ()
        ).fetchone()
        return int(row[0]), int(row[1])

    def fingerprints(self) -> Iterator[tuple[int, bytes]]:
        """What every briefing says: by the number of its file the fingerprints of its items, one after the other."""
        return self.connection.execute("SELECT file, fingerprints FROM briefings WHERE fingerprints IS NOT NULL")

    def topics(self) -> list[tuple[str, int]]:
        """Every topic, those included that are only above others, with how many briefings there are of it or below."""
        return self.connection.execute("SELECT topic, count(*) FROM topics GROUP BY topic").fetchall()

    def without_topic(self) -> int:
        """How many briefings have no topic."""
        row = self.connection.execute("SELECT count(*) FROM briefings WHERE topics = ''").fetchone()
        return int(row[0])

    def duplicated(self) -> list[str]:
        """The paths of the briefings that have an id which another has as well."""
        rows = self.connection.execute(
            "SELECT path FROM briefings JOIN files ON id = file WHERE identifier IN"
            " (SELECT identifier FROM briefings WHERE identifier <> '' GROUP BY identifier HAVING count(*) > 1)"
        )
        return [named_path(path) for (path,) in rows]

    def with_id(self, identifier: str) -> set[str]:
        """The paths of the briefings with this id."""
        rows = self.connection.execute(
            "SELECT path FROM briefings JOIN files ON id = file WHERE identifier = ? AND identifier <> ''",
            (identifier,),
        )
        return {named_path(path) for (path,) in rows}


def _listed(row: tuple[Any, ...]) -> Listed:
    file, path, identifier, title, topics, *rest = row
    # No topic has a line break in it.
    found = tuple(topics.split("\n")) if topics else ()
    return Listed(file, named_path(path), identifier, title, found, *rest)
