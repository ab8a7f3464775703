"""`brief check`: every problem, and the proof of every quote."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, WRONG_USAGE, Failure
from tui.cli.streams import coloured, is_terminal, tell, write

if TYPE_CHECKING:
    from tui.cli.checking import Checked
    from tui.library.folder import Library

_PLAIN_WIDTH = 120


@click.command(
    "check",
    short_help="Find what is wrong, and prove the quotes.",
    epilog=options.examples(
        "brief check",
        "brief check notes/story.yaml --strict",
        "brief check -f json | jq '.problems[].code'",
        "brief check -f sarif > brief.sarif",
    ),
)
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@options.library
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], form: str, strict: bool) -> int:
    """Print every problem to stdout: its place, an excerpt, what to do; and how each quote's proof came out.

    Each PATH is a briefing, by its file or its id, or a folder of briefings; without one, the whole library is
    checked. The exit code is 1 where there are errors, a quote that was altered among them.
    """
    from tui.cli.checking import check
    from tui.load.problem import Severity

    checked = check(_groups(ctx, paths))
    _print(checked, form)
    found = {one.finding.problem.severity for one in checked.seen}
    return FOUND_WRONG if Severity.ERROR in found or (strict and Severity.WARNING in found) else 0


def _groups(ctx: click.Context, paths: tuple[Path, ...]) -> "list[tuple[Library, list[Path]]]":
    from tui.cli.chosen import chosen_library
    from tui.cli.shown import shown_path
    from tui.library.folder import libraries_below

    if not paths:
        library = chosen_library(ctx)
        whole = list(library.paths())
        if not whole:
            tell(f"there is no briefing in {shown_path(library.root)}", "`brief new ID` writes one")
        return [(library, whole)]
    groups: dict[Path, tuple[Library, list[Path]]] = {}
    seen: set[str] = set()
    for path in paths:
        if not os.path.lexists(path):
            found = [_named(ctx, path)]
        else:
            found = libraries_below(path) if path.is_dir() else [_file(ctx, path)]
        if path.is_dir() and not found[0][1]:
            tell(f"there is no briefing in {shown_path(path)}")
        for library, files in found:
            kept = groups.setdefault(library.root.resolve(), (library, []))[1]
            # Unlike Path.resolve, realpath takes a link that leads in a circle.
            kept += [one for one in files if os.path.realpath(one) not in seen]
            seen |= {os.path.realpath(one) for one in files}
    return list(groups.values())


def _named(ctx: click.Context, path: Path) -> "tuple[Library, list[Path]]":
    """The briefing whose id was written where a path could stand."""
    from tui.cli.target import find

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,99}", str(path)):
        raise Failure(f"“{path}” does not exist", code=WRONG_USAGE)
    target = find(ctx, str(path))
    return target.library, [target.path]


def _file(ctx: click.Context, path: Path) -> "tuple[Library, list[Path]]":
    from tui.cli.target import lone
    from tui.load.names import SHARED_NAME

    library, path = lone(ctx, path)
    # What briefings share is checked with any of them, and alone too.
    is_shared = path.name == SHARED_NAME and path.parent.resolve() == library.root.resolve()
    return library, [] if is_shared else [path]


def _print(checked: "Checked", form: str) -> None:
    if form != "text":
        from tui.cli.sarif import sarif
        from tui.cli.shown import json_text

        write(json_text(_json(checked) if form == "json" else sarif(checked)))
        return
    from tui.cli.report import report

    size = shutil.get_terminal_size((_PLAIN_WIDTH, 24))
    width = size.columns if is_terminal(sys.stdout) else _PLAIN_WIDTH
    for piece in report(checked, colour=coloured(), width=width):
        write(piece)


def _json(checked: "Checked") -> dict[str, list[dict[str, object]]]:
    return {"problems": list(_problems(checked)), "quotes": list(_quotes(checked))}


def _problems(checked: "Checked") -> Iterator[dict[str, object]]:
    from tui.files.typed import typed

    for one in checked.seen:
        problem = one.finding.problem
        yield {
            "path": typed(problem.path),
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }


def _quotes(checked: "Checked") -> Iterator[dict[str, object]]:
    from tui.files.typed import typed

    for one in checked.quotes:
        yield {
            "briefing": one.briefing,
            "id": one.id,
            "source": one.source,
            "state": one.state,
            "path": typed(one.path),
            "line": one.line,
            "start": one.start,
            "end": one.end,
        }
