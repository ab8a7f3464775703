"""Every actor over all briefings: records of one and the same joined, and whoever only looks the same told apart.

Records are of the same actor where the library shares them; where they have one id, a name in common, and neither
kind nor country tells them apart; or where, under different ids, they are of the same kind and the name of one is a
name or an alias of the other. Somebody unnamed ("a senior official") is not joined with anybody of another briefing.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tui.library.catalogue.selecting import sides
from tui.library.catalogue.wordform import folded


class _Record(NamedTuple):
    number: int
    identifier: str
    name: str
    kind: str
    role: str
    country: str
    aliases: tuple[str, ...]
    anonymous: bool
    shared: bool
    briefings: int

    @property
    def names(self) -> frozenset[str]:
        return frozenset(map(folded, (self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Person:
    """An actor over all briefings; what differs from briefing to briefing is given as often as it does.

    `numbers` are those of the records that are joined here. `briefings` counts where they are. `alike` says who else
    has one of the ids or names, and is not joined: `id `trump`: Ivana Trump`.
    """

    numbers: tuple[int, ...]
    name: str
    kind: str
    ids: tuple[str, ...]
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    countries: tuple[str, ...]
    anonymous: bool
    shared: bool
    briefings: int
    alike: tuple[str, ...] = field(default=())

    @property
    def names(self) -> frozenset[str]:
        """Every id, name and alias, folded."""
        return frozenset(map(folded, (self.name, *self.aliases, *self.ids)))


def people(connection: sqlite3.Connection, *, whole: bool) -> list[Person]:
    """Every actor by name; without `whole`, as they may leave the reader."""
    records = list(_records(connection, whole=whole))
    joined = [_person(one) for one in _joined(records)]
    return sorted(_told_apart(joined), key=lambda one: (folded(one.name), -one.briefings, one.ids))


def named(everybody: Sequence[Person], name: str) -> list[Person]:
    """Those of this id, name or alias; where there is nobody, those in whose names these words stand."""
    wanted = folded(name)
    exact = [one for one in everybody if wanted in one.names]
    if exact or not wanted:
        return exact
    words = wanted.split()
    return [one for one in everybody if any(_has_words(one_name, words) for one_name in one.names)]


def _has_words(name: str, words: Sequence[str]) -> bool:
    parts = name.replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _records(connection: sqlite3.Connection, *, whole: bool) -> Iterator[_Record]:
    first, second = sides(whole=whole)
    rows = connection.execute(
        "SELECT id, identifier, name, kind, role, country, aliases, anonymous, shared, count(*) FROM actors"
        " JOIN appearances ON actor = id WHERE side IN (?, ?) GROUP BY id ORDER BY shared DESC, count(*) DESC, id",
        (first, second),
    )
    for number, identifier, name, kind, role, country, aliases, anonymous, shared, count in rows:
        known = tuple(json.loads(aliases)) if aliases != "[]" else ()
        yield _Record(number, identifier, name, kind, role, country, known, bool(anonymous), bool(shared), count)


def _joined(records: Sequence[_Record]) -> Iterable[list[_Record]]:
    leader = {one.number: one.number for one in records}

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    groups: dict[int, list[_Record]] = {one.number: [one] for one in records}

    def join(one: _Record, other: _Record) -> None:
        first, second = find(one.number), find(other.number)
        # What is joined has to agree as a whole, or two who differ would meet in a third.
        if first != second and all(_agree(left, right) for left in groups[first] for right in groups[second]):
            leader[second] = first
            groups[first] += groups.pop(second)

    by_word: dict[str, list[_Record]] = {}
    for record in records:
        if record.anonymous and not record.shared:
            continue
        for word in (f"#{record.identifier}", *record.names):
            for other in by_word.setdefault(word, []):
                if _same(record, other):
                    join(other, record)
                    break
            by_word[word].append(record)
    return groups.values()


def _same(one: _Record, other: _Record) -> bool:
    if one.identifier == other.identifier:
        return (one.shared and other.shared) or not one.names.isdisjoint(other.names)
    is_named = folded(one.name) in other.names or folded(other.name) in one.names
    return is_named and bool(one.kind) and one.kind == other.kind


def _agree(one: _Record, other: _Record) -> bool:
    return not (one.kind and other.kind and one.kind != other.kind) and not (
        one.country and other.country and one.country != other.country
    )


def _person(records: Sequence[_Record]) -> Person:
    first = records[0]
    name = first.name
    aliases = dict.fromkeys(alias for one in records for alias in (one.name, *one.aliases) if alias != name)
    return Person(
        tuple(one.number for one in records),
        name,
        next((one.kind for one in records if one.kind), ""),
        _once(one.identifier for one in records),
        tuple(aliases),
        _once(one.role for one in records if one.role),
        _once(one.country for one in records if one.country),
        first.anonymous,
        first.shared,
        sum(one.briefings for one in records),
    )


def _told_apart(everybody: Sequence[Person]) -> Iterator[Person]:
    by_id: dict[str, list[Person]] = {}
    by_name: dict[str, list[Person]] = {}
    for one in everybody:
        if not one.anonymous:
            for identifier in one.ids:
                by_id.setdefault(identifier, []).append(one)
            for name in {folded(one.name), *map(folded, one.aliases)}:
                by_name.setdefault(name, []).append(one)
    for one in everybody:
        if one.anonymous:
            yield one
            continue
        alike = [f"id `{word}`: {_said(other)}" for word in one.ids for other in by_id[word] if other is not one]
        others = (other for word in (one.name, *one.aliases) for other in by_name[folded(word)] if other is not one)
        ids = set(one.ids)
        alike += [f"name: {_said(other)}" for other in others if ids.isdisjoint(other.ids)]
        yield replace(one, alike=_once(alike)) if alike else one


def _said(person: Person) -> str:
    facts = ", ".join(filter(None, (person.kind, *person.roles[:1], *person.countries[:1], person.ids[0])))
    return f"{person.name} ({facts})"


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
