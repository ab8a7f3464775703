"""`brief show`: a pane of a briefing, printed."""

import shutil
import sys
from typing import TYPE_CHECKING, Final

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import coloured, is_terminal, tell, write

if TYPE_CHECKING:
    from tui.analysis.release import Release
    from tui.analysis.view import View
    from tui.cli.target import Target

PANES: Final = ("overview", "timeline", "stakeholders", "quotes", "questions", "figures", "sources")
_PLAIN_WIDTH: Final = 100
_KEYS: Final = {
    "overview": ("topics", "authors", "bottom_line", "judgments"),
    "timeline": ("events",),
    "stakeholders": ("actors", "positions", "relations"),
    "questions": ("questions", "positions"),
}
"""What a pane is made of, where it is not the kind by whose name it goes."""


@click.command(
    "show",
    short_help="Print a pane of a briefing.",
    epilog=options.examples(
        "brief show tiktok-divestiture",
        "brief show tiktok-divestiture --pane quotes",
        "brief show tiktok-divestiture --pane timeline --as-of 2024-12",
        "brief show notes/story.yaml --pane questions | head -40",
        "brief show tiktok-divestiture --pane quotes --json | jq -r '.quotes[].text'",
    ),
)
@options.briefing
@click.option(
    "--pane", type=click.Choice(PANES), default=PANES[0], show_default=True, help="Which of the reader's panes."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.as_of
@options.library
@click.pass_context
def command(ctx: click.Context, *, briefing: str, pane: str, as_json: bool) -> int:
    """Print a pane of a briefing to stdout, as wide as the terminal.

    Where it is longer than the terminal is high, it goes through $PAGER, else less. With --json it is an object with
    id, title, as_of and what the pane is made of, under the format's own keys. As in every output of a command, nothing
    said off the record is there, and background has no name; the reader shows both.
    """
    from tui.cli.target import find
    from tui.cli.wrong import tell_wrong

    target = find(ctx, briefing)
    if target.item is not None:
        raise Failure("a pane shows a whole briefing", f"`brief {briefing}` opens it at the item", WRONG_USAGE)
    release = _released(target, ctx)
    if as_json:
        write(_json(release.view, pane))
    else:
        _print(release.view, pane)
    for sentence in release.withheld:
        tell(sentence)
    return tell_wrong(target.loaded)


def _json(view: "View", pane: str) -> str:
    import json

    from tui.cli.shown import json_text
    from tui.export.formats import FORMATS

    whole = json.loads(FORMATS["json"](view))
    whole["actors"] = [one for one in whole.get("actors", ()) if one["id"] not in view.stand_ins]
    kept = ("id", "title", "as_of", "tlp", *_KEYS.get(pane, (pane,)))
    return json_text({key: whole[key] for key in kept if whole.get(key)})


def _print(view: "View", pane: str) -> None:
    from tui.cli.pager import page
    from tui.cli.panes import printed

    size = shutil.get_terminal_size((_PLAIN_WIDTH, 24))
    width = size.columns if is_terminal(sys.stdout) else _PLAIN_WIDTH
    page(printed(view, pane, width=max(width, 20), colour=coloured()), lines=size.lines)


def _released(target: "Target", ctx: click.Context) -> "Release":
    from tui.analysis.release import released
    from tui.analysis.view import view
    from tui.cli.wrong import usable
    from tui.library.proofs import prove

    loaded = target.loaded
    return released(view(usable(loaded, "shown"), options.asked(ctx).as_of, None, prove(loaded, target.library).proofs))
