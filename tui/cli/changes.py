"""`brief changes`: what changed in a briefing since a date, another file or a commit."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import tell, write

if TYPE_CHECKING:
    from tui.analysis.view import View
    from tui.model.edtf import EDTF


@click.command(
    "changes",
    short_help="Print what changed since a date, another file or a commit.",
    epilog=options.examples(
        'brief changes tiktok-divestiture --since "3 weeks ago"',
        "brief changes tiktok-divestiture --since 2025-09-15 --until 2025-09-18",
        "brief changes notes/story.yaml --from notes/story.old.yaml",
        "brief changes notes/story.yaml --since-commit HEAD~3",
        "brief changes tiktok-divestiture --since 2025-09 --json | jq '.changes[] | select(.what == \"move\")'",
    ),
)
@click.argument("briefing", metavar="ID|PATH")
@click.option("--since", metavar="DATE", callback=options.date, help="What was not known on this date yet.")
@click.option("--until", metavar="DATE", callback=options.date, help="As it stood on this date; else as of the newest.")
@click.option(
    "--from", "other", metavar="FILE", type=click.Path(path_type=Path), help="Compare with this version of the file."
)
@click.option("--since-commit", "commit", metavar="REV", help="Compare with the file at this git revision.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.library
@click.pass_context
def command(
    ctx: click.Context,
    briefing: str,
    *,
    since: "EDTF | None",
    until: "EDTF | None",
    other: Path | None,
    commit: str | None,
    as_json: bool,
) -> int:
    """Print what changed in a briefing to stdout, by meaning: another order or layout is no change.

    Between two dates it is what became known, and what only came of time passing; against another file or commit,
    whatever was edited. What was said off the record is left out, and that it changed.

    With --json it is an object: `briefing`, `since` and `until` (dates as of which the two were looked at), `fields`
    (the briefing's own that changed: key, before, after), and `changes`. Each change has `what` (judgment-revised,
    judgment-made, move, position, question-raised, question-settled, settled-otherwise, question-reopened, due-moved,
    estimate, event, status, date-moved, clock, quote, figure, figure-changed, actor, relation, source, edited or
    removed), `kind`, `id`, `label`, `before` and `after` (the item under the format's keys, or null), `fields` where
    it was edited, and `move` (from, to, size, direction, reversal). `clock` is a status that turned only because time
    passed; `earlier` in an item is what it took the place of.
    """
    from tui.analysis.changes import released_changes
    from tui.analysis.view import view
    from tui.cli.target import find
    from tui.cli.wrong import tell_wrong, usable
    from tui.model.edtf import describe

    _consider(ctx, since, until, other, commit)
    target = find(ctx, briefing)
    if target.item is not None:
        raise Failure("changes are those of a whole briefing", f"leave out `#{target.item}`", WRONG_USAGE)
    loaded = target.loaded
    current = usable(loaded, "shown")
    if other is not None or commit is not None:
        from tui.cli.versions import at_commit, from_file

        earlier = from_file(ctx, other, target) if other is not None else at_commit(commit or "", target)
    else:
        earlier = current
    before, after = view(earlier, since), view(current, until)
    between = _between(before, after, other, commit)
    if since is not None and before.date.upper > after.date.upper:
        if until is not None:
            raise Failure(f"--since is later than --until, {describe(after.date)}", "exchange them", WRONG_USAGE)
        # It rests since before that date.
        before = view(earlier)
        between = f"since {describe(since)}: the briefing goes up to {describe(after.date)}"
    found, (_, release) = released_changes(before, after)
    if as_json:
        from tui.cli.shown import json_text
        from tui.export.changes.json import values

        dates = {"since": str(since or before.date), "until": str(after.date)}
        write(json_text({"briefing": current.id, **dates, **values(found)}))
    else:
        from tui.cli.changing import report

        write(report(found, between))
    for sentence in release.withheld:
        tell(sentence)
    return tell_wrong(loaded, ", so that something is left out")


def _consider(
    ctx: click.Context, since: "EDTF | None", until: "EDTF | None", other: Path | None, commit: str | None
) -> None:
    if other is not None and commit is not None:
        raise click.UsageError("--from and --since-commit exclude each other", ctx)
    if since is None and other is None and commit is None:
        raise click.UsageError("say since when: --since DATE, --from FILE or --since-commit REV", ctx)
    if since is not None and until is not None and since.lower > until.upper:
        raise click.UsageError("--since is later than --until", ctx)


def _between(before: "View", after: "View", other: Path | None, commit: str | None) -> str:
    """What was compared, in words: `from 15 Sep 2025 to 19 Sep 2025`."""
    from tui.cli.shown import shown_path
    from tui.model.edtf import describe

    dates = f"as of {describe(before.date)}", f"as of {describe(after.date)}"
    if other is not None:
        return f"from {shown_path(other)}, {dates[0]}, to the briefing {dates[1]}"
    if commit is not None:
        return f"from the version at {commit}, {dates[0]}, to the briefing {dates[1]}"
    return f"from {describe(before.date)} to {describe(after.date)}"
