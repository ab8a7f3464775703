"""Who an actor is and what bears on them, for people and for programs."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

import click

from tui.cli.shown import json_text, typed_below
from tui.library.catalogue.deeds import KINDS, Deed
from tui.library.catalogue.people import Person
from tui.load.characters import printable

_HEADINGS: Final = {
    "positions": "Positions",
    "quotes": "Quotes",
    "events": "Events",
    "questions": "Questions",
    "relations": "Relations",
    "figures": "Figures",
}


def dossiers(found: Sequence[tuple[Person, Sequence[Deed]]], *, coloured: bool) -> str:
    """Each actor with what tells them from others, and below by kind what bears on them, the newest first."""
    return "\n".join(_dossier(person, deeds, coloured=coloured) for person, deeds in found)


def json_dossiers(root: Path, found: Sequence[tuple[Person, Sequence[Deed]]]) -> str:
    """The same for programs."""
    where = typed_below(root)
    return json_text(
        [
            {
                "name": person.name,
                "kind": person.kind or None,
                "ids": list(person.ids),
                "aliases": list(person.aliases),
                "roles": list(person.roles),
                "countries": list(person.countries),
                "anonymous": person.anonymous,
                "briefings": list(dict.fromkeys(deed.briefing for deed in deeds)),
                "alike": list(person.alike),
            }
            | {
                kind: [
                    {
                        "briefing": deed.briefing,
                        "path": where(deed.path),
                        "item": deed.item,
                        "date": deed.date or None,
                        "text": deed.text,
                    }
                    for deed in deeds
                    if deed.kind == kind
                ]
                for kind in KINDS
            }
            for person, deeds in found
        ]
    )


def _dossier(person: Person, deeds: Sequence[Deed], *, coloured: bool) -> str:
    name = printable(person.name)
    count = "1 briefing" if person.briefings == 1 else f"{person.briefings:,} briefings"
    facts = " · ".join(filter(None, (person.kind, *person.countries, f"in {count}")))
    lines = [f"{click.style(name, bold=True) if coloured else name}  {facts}"]
    lines += [f"  {printable(role)}" for role in person.roles]
    lines.append(f"  id {', '.join(person.ids)}")
    if person.aliases:
        lines.append(f"  also {printable('; '.join(person.aliases))}")
    lines += [f"  not the same as, by {printable(other)}" for other in person.alike]
    for kind, of_kind in groupby(deeds, key=lambda one: one.kind):
        lines += ["", f"  {_HEADINGS[kind]}"]
        for deed in of_kind:
            lines.append(f"    {' · '.join(filter(None, (deed.date, deed.state.replace('-', ' '), _place(deed))))}")
            lines.append(f"      {printable(' '.join(deed.text.split()))}")
    return "\n".join(lines) + "\n"


def _place(deed: Deed) -> str:
    return printable(f"{deed.briefing}#{deed.item}")
