"""`brief list`: the briefings of the library."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG
from tui.cli.streams import tell, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.catalogue.catalogue import Catalogue, Listed, Told


@click.command(
    "list",
    short_help="Print the briefings there are.",
    epilog=options.examples(
        "brief list",
        "brief list --json | jq -r '.[].id'",
        "brief list --library ~/briefings",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.library
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> int:
    """Print the briefings of the library to stdout, one a line.

    With --json it is a list of objects with id, path, title, topics, as_of, open_questions, next_date and problems.
    The exit code is 1 where two briefings have the same id.
    """
    from tui.cli.catalogued import ask_library
    from tui.cli.shown import shown_path

    listed = ask_library(ctx, lambda catalogue, _: _whole(catalogue, as_json=as_json), waits=True, with_texts=False)
    for one in listed.told:
        tell(one.words, one.hint)
    if listed.is_empty:
        tell(f"there is no briefing in {shown_path(listed.root)}", "`brief new ID` writes one")
    write(listed.text)
    return FOUND_WRONG if listed.has_duplicates else 0


class _Told(NamedTuple):
    words: str
    hint: str


class _Whole(NamedTuple):
    """The briefings of a library as they are written, and what is wrong with the library itself."""

    root: Path
    text: str
    is_empty: bool
    told: list[_Told]
    has_duplicates: bool


def _whole(catalogue: "Catalogue", *, as_json: bool) -> _Whole:
    from tui.cli.listing import table

    told = [_shared(catalogue.root, one) for one in catalogue.shared_problems()]
    lines = [] if as_json else catalogue.lines()
    ids = [line[1] for line in lines if line[1]]
    if lines and len(set(ids)) == len(ids):
        return _Whole(catalogue.root, table(lines), is_empty=False, told=told, has_duplicates=False)
    duplicates = _duplicates(catalogue)
    briefings = [one._replace(problems=one.problems + (one.path in duplicates)) for one in catalogue.everything()]
    text = _json(catalogue.root, briefings) if as_json else table([one.line for one in briefings])
    return _Whole(catalogue.root, text, not briefings, told + list(duplicates.values()), bool(duplicates))


def _json(root: Path, briefings: "Sequence[Listed]") -> str:
    from tui.cli.listing_json import json_list

    return json_list(root, briefings)


def _shared(root: Path, one: "Told") -> _Told:
    from tui.cli.shown import shown_path
    from tui.load.names import SHARED_NAME

    place = f"{shown_path(root / SHARED_NAME)}:{one.line}:{one.column}"
    return _Told(f"{place}: {one.severity}[{one.code}]: {one.message}", one.hint)


def _duplicates(catalogue: "Catalogue") -> dict[str, _Told]:
    """What is said of each briefing, by its path, that has the id of an earlier one: where it stands is read anew."""
    from tui.cli.shown import shown_path
    from tui.library.catalogue.paths import place_in_list
    from tui.library.folder import Library, with_duplicates

    library = Library(catalogue.root)
    paths = sorted(catalogue.duplicated(), key=place_in_list)
    loaded = with_duplicates((library.load(catalogue.root / path) for path in paths), catalogue.root)
    return {
        path: _Told(
            f"{shown_path(one.path)}:{one.place.line}:{one.place.column}: {one.severity}[{one.code}]: {one.message}",
            one.hint,
        )
        for path, briefing in zip(paths, loaded, strict=True)
        for one in briefing.problems
        if one.code == "duplicate-briefing"
    }
