"""`brief list`: the briefings of the library."""

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG
from tui.cli.streams import tell, write


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
    from tui.cli.chosen import chosen_library, tell_problems
    from tui.cli.listing import entries, table
    from tui.cli.shown import json_text, shown_path
    from tui.library.summary import summarize

    library = chosen_library(ctx)
    summaries, duplicates = [], []
    for loaded in library.load_all():
        summaries.append(summarize(loaded))
        duplicates += [one for one in loaded.problems if one.code == "duplicate-briefing"]
    if library.shared is not None:
        tell_problems(library.shared.problems)
    tell_problems(tuple(duplicates))
    if not summaries:
        tell(f"there is no briefing in {shown_path(library.root)}", "`brief new ID` writes one")
    write(json_text(entries(summaries)) if as_json else table(summaries))
    return FOUND_WRONG if duplicates else 0
