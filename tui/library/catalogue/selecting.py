"""What the filters of a search let through: first which documents, then which of their passages."""

import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from tui.library.catalogue.days import day_number
from tui.library.catalogue.query import Query
from tui.library.catalogue.schema import BOTH, INSIDE, OUTSIDE
from tui.library.catalogue.wordform import folded


class Selection:
    """What a query lets through; `where` goes on a condition on `documents`, with `values` for its marks."""

    def __init__(self, connection: sqlite3.Connection, query: Query, *, whole: bool) -> None:
        self._connection = connection
        self._query = query
        self._actors: list[frozenset[int]] = []
        self._sources = [folded(one) for one in query.sources]
        self._of_file: dict[tuple[int, str], list[frozenset[str]]] = {}
        self._sides = sides(whole=whole)
        self.where = ""
        self.values: list[object] = []
        if query.actors or query.open_only:
            self._condition("documents.rowid % 2 = 0")
        if not whole:
            self._leave_out_private_texts()

    def choose_topic(self, topic: str) -> bool:
        """Let through what is of a topic, or below it; whether there is such a topic."""
        rows = self._connection.execute("SELECT DISTINCT topic FROM topics")
        wanted = folded(topic)
        found = [one for (one,) in rows if folded(one) == wanted or folded(one).endswith(f"/{wanted}")]
        self._files(f"SELECT file FROM topics WHERE topic IN ({_marks(found)})", found)
        return bool(found)

    def choose_actor(self, name: str) -> bool:
        """Let through what bears on an actor of this id, name or alias, else with this in one; whether there is one."""
        found = actors_named(self._connection, name)
        self._actors.append(frozenset(found))
        inside = f"SELECT file FROM appearances WHERE actor IN ({_marks(found)}) AND side IN ({_marks(self._sides)})"
        self._files(inside, [*found, *self._sides])
        return bool(found)

    def choose_source(self, name: str) -> bool:
        """Let through what rests on a source of this id, or with this in its title or publisher."""
        self._files("SELECT file FROM sources WHERE identifier = ? OR instr(folded, ?)", [folded(name)] * 2)
        return True

    def lets_through(self, file: int, about: Sequence[Any]) -> bool:
        """Whether a passage of the briefing `file` is wanted; `about` has the values of an About."""
        query = self._query
        _, _, date, lower, upper, state, actors, sources = about
        if query.open_only and state != "open":
            return False
        if query.before is not None and not (date and lower < day_number(query.before.lower)):
            return False
        if query.after is not None and not (date and upper > day_number(query.after.upper)):
            return False
        return (not query.actors or _each_has(self._ids(file, "actors"), actors)) and (
            not query.sources or _each_has(self._ids(file, "sources"), sources)
        )

    def _ids(self, file: int, kind: str) -> list[frozenset[str]]:
        """For each filter the ids of the actors, or sources, that it names in one briefing."""
        if (file, kind) not in self._of_file:
            self._of_file[file, kind] = list(map(frozenset, self._look_up(file, kind)))
        return self._of_file[file, kind]

    def _look_up(self, file: int, kind: str) -> list[list[str]]:
        run = self._connection.execute
        if kind == "actors":
            rows = run("SELECT identifier, id FROM appearances JOIN actors ON id = actor WHERE file = ?", (file,))
            there = rows.fetchall()
            return [[identifier for identifier, actor in there if actor in wanted] for wanted in self._actors]
        rows = run("SELECT identifier, folded FROM sources WHERE file = ?", (file,))
        named = rows.fetchall()
        return [[one for one, title in named if one == wanted or wanted in title] for wanted in self._sources]

    def _files(self, chosen: str, values: Sequence[object]) -> None:
        """Let through the documents of briefings, and the stored texts of their sources."""
        self._condition(
            f"(documents.rowid % 2 = 0 AND documents.rowid / 2 IN ({chosen}) OR documents.rowid % 2 = 1 AND"
            " documents.rowid / 2 IN (SELECT files.id FROM texts JOIN files ON files.path = texts.path"
            f" WHERE texts.file IN ({chosen})))",
            *values,
            *values,
        )

    def _leave_out_private_texts(self) -> None:
        """Of a source that somebody spoke to off the record or on background, the text stays in the reader.

        So does the same text by another path: a link, or a copy.
        """
        rows = self._connection.execute(
            "SELECT DISTINCT files.id FROM texts JOIN files ON files.path = texts.path WHERE hash IN"
            " (SELECT hash FROM texts JOIN files ON files.path = texts.path WHERE private)"
        )
        private = [2 * file + 1 for (file,) in rows]
        if private:
            self._condition(f"documents.rowid NOT IN ({', '.join(map(str, private))})")

    def _condition(self, condition: str, *values: object) -> None:
        self.where += f" AND {condition}"
        self.values += values


def select(connection: sqlite3.Connection, query: Query, *, whole: bool) -> Selection | None:
    """What a query lets through; None where it names an actor or a topic that is nowhere."""
    selection = Selection(connection, query, whole=whole)
    there = [
        *map(selection.choose_topic, query.topics),
        *map(selection.choose_actor, query.actors),
        *map(selection.choose_source, query.sources),
    ]
    return selection if all(there) else None


def sides(*, whole: bool) -> tuple[int, int]:
    """The sides that are shown: within the reader (`whole`), or outside of it."""
    return (BOTH, INSIDE) if whole else (BOTH, OUTSIDE)


def actors_named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The numbers of the actors of this id, name or alias; where there is none, of those with this in one."""
    wanted = folded(name)
    exact = "SELECT id FROM actors WHERE instr(char(10) || names || char(10), char(10) || ? || char(10))"
    for query in (exact, "SELECT id FROM actors WHERE instr(names, ?)"):
        found = [one for (one,) in connection.execute(query, (wanted,))]
        if found:
            return found
    return []


def _each_has(wanted: Collection[frozenset[str]], there: Sequence[str]) -> bool:
    return all(not one.isdisjoint(there) for one in wanted)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
