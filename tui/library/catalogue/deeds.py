"""What an actor said, wanted and did, over all briefings."""

import json
import sqlite3
from typing import Final, NamedTuple

from tui.library.catalogue.paths import named_path
from tui.library.catalogue.people import Person
from tui.library.catalogue.schema import SEPARATOR
from tui.library.catalogue.selecting import sides
from tui.library.catalogue.wordform import shown

KINDS: Final = ("positions", "quotes", "events", "questions", "relations", "figures")
"""The kinds of items that bear on an actor, in the order in which they are shown."""

_SEPARATOR: Final = " · "


class Deed(NamedTuple):
    """An item that bears on an actor. `path` is relative to the library; `date` is EDTF, "" where there is none.

    `day` is the number of the day at which the date stands among others. `state` is `open` for an open
    question, or how a quote was said where that was not on the record.
    """

    path: str
    briefing: str
    title: str
    kind: str
    item: str
    date: str
    day: int
    state: str
    text: str


def deeds(connection: sqlite3.Connection, person: Person, *, whole: bool) -> list[Deed]:
    """What bears on an actor, by kind and within each the newest first; without `whole`, as it may leave the reader."""
    marks = ", ".join("?" * len(person.numbers))
    rows = connection.execute(
        "SELECT file, json_group_array(actors.identifier), path, briefings.identifier, title FROM appearances"
        " JOIN actors ON actors.id = actor JOIN briefings USING (file) JOIN files ON files.id = file"
        f" WHERE actor IN ({marks}) AND side IN (?, ?) GROUP BY file",
        (*person.numbers, *sides(whole=whole)),
    )
    found: list[Deed] = []
    for file, ids, path, identifier, title in rows.fetchall():
        found += _of_briefing(connection, file, set(json.loads(ids)), (named_path(path), identifier, title), whole)
    order = {kind: place for place, kind in enumerate(KINDS)}
    names = {person.name, *person.aliases}
    chosen = [_without_name(one, names) for one in found if one.kind in order]
    return sorted(chosen, key=lambda one: (order[one.kind], -one.day, one.briefing))


def _of_briefing(
    connection: sqlite3.Connection, file: int, ids: set[str], place: tuple[str, str, str], whole: bool
) -> list[Deed]:
    columns = ("body", "inside" if whole else "outside")
    row = connection.execute(
        f"SELECT about, {', '.join(columns)} FROM passages JOIN documents ON documents.rowid = document"
        " WHERE document = ?",
        (2 * file,),
    ).fetchone()
    if row is None:
        return []
    about = json.loads(row[0])
    return [
        # Without a beginning, it stands where it ends.
        Deed(*place, kind, item, date, upper if date.startswith("..") else lower, state, shown(text))
        for column, texts in zip(columns, row[1:], strict=True)
        for (kind, item, date, lower, upper, state, actors, _), text in zip(
            about.get(column, ()), texts.split(SEPARATOR), strict=False
        )
        if not ids.isdisjoint(actors)
    ]


def _without_name(deed: Deed, names: set[str]) -> Deed:
    """A position, or an estimate, without the name of who holds it, which goes without saying here."""
    first, mark, rest = deed.text.partition(_SEPARATOR)
    if deed.kind != "positions" or not mark or first not in names:
        return deed
    return deed._replace(text=rest)
