"""What a search found, for people and for programs."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

import click

from tui.cli.shown import json_text, typed_below
from tui.library.catalogue.search import Hit
from tui.load.characters import printable
from tui.model.kinds import NOUNS

_NOUNS: Final = NOUNS | {"briefing": "briefing", "text": "text of"}


def hits_text(hits: Sequence[Hit], *, coloured: bool) -> str:
    """Passages below the title of their briefing, each with what it is of; what was found is bold in colour."""
    parts = []
    for (identifier, title), of_one in groupby(hits, key=lambda one: (one.briefing, one.title)):
        heading = printable(" ".join(title.split()))
        parts.append(f"{click.style(heading, bold=True) if coloured else heading}  {printable(identifier)}\n")
        for hit in of_one:
            facts = [printable(_item(hit)), hit.date, hit.state.replace("-", " ")]
            parts.append(f"  {' · '.join(one for one in facts if one)}\n")
            parts.append(f"    {''.join(_piece(one.text, one.is_match, coloured) for one in hit.passage)}\n")
        parts.append("\n")
    return "".join(parts[:-1])


def json_hits(root: Path, hits: Sequence[Hit]) -> str:
    """The passages for programs."""
    where = typed_below(root)
    return json_text(
        [
            {
                "briefing": hit.briefing or None,
                "path": where(hit.path),
                "title": hit.title,
                "kind": hit.kind,
                "item": hit.item or None,
                "date": hit.date or None,
                "passage": "".join(one.text for one in hit.passage),
                "matches": _matches(hit),
            }
            for hit in hits
        ]
    )


def _item(hit: Hit) -> str:
    noun = _NOUNS[hit.kind]
    return f"{noun} {hit.item}" if hit.item else noun


def _piece(text: str, is_match: bool, coloured: bool) -> str:
    shown = printable(text)
    return click.style(shown, bold=True, underline=True) if is_match and coloured else shown


def _matches(hit: Hit) -> list[list[int]]:
    found, at = [], 0
    for piece in hit.passage:
        if piece.is_match:
            found.append([at, at + len(piece.text)])
        at += len(piece.text)
    return found
