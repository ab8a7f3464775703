"""`brief`, `brief ID`: open the reader."""

import sys
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import is_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.folder import Library
    from tui.model.edtf import EDTF


class _Opening(click.Command):
    """The command that has no name."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        formatter.write_usage("brief", "[OPTIONS] ID|PATH[#ITEM]")


@click.command(
    cls=_Opening,
    epilog=options.examples(
        "brief tiktok-divestiture",
        "brief tiktok-divestiture#trump-xi-call --as-of 2025-09",
        "brief notes/story.yaml",
    ),
)
@click.argument("briefing", metavar="ID|PATH[#ITEM]", required=False, shell_complete=options.complete_ids)
@options.library
@options.as_of
@click.pass_context
def command(ctx: click.Context, briefing: str | None) -> int:
    """Open a briefing in this terminal, by its id or its file, at ITEM if one is named. Nothing goes to stdout."""
    if briefing is None:
        _need_terminal()
        from tui.cli.chosen import chosen

        # The folder alone: what reads briefings is imported once the first frame stands.
        return _run(chosen(ctx).root)
    from tui.cli.program import COMMANDS
    from tui.cli.target import find

    target = find(ctx, briefing, COMMANDS)
    _need_terminal()
    return _run(target.library, path=target.path, item=target.item, as_of=options.asked(ctx).as_of)


def _need_terminal() -> None:
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        instead = "`brief list` prints the briefings there are, `brief export ID` prints one"
        raise Failure("the reader needs a terminal", instead, WRONG_USAGE)


def _run(
    library: "Library | Path", *, path: "Path | None" = None, item: str | None = None, as_of: "EDTF | None" = None
) -> int:
    from tui.app.app import BriefApp
    from tui.settings.config import load_settings

    app = BriefApp(library, path=path, item=item, as_of=as_of, settings=load_settings())
    app.run()
    if app.error is not None:
        if sys.flags.dev_mode:
            raise app.error
        raise Failure(app.report, "it holds no text of your briefings: please send it with what you did")
    return app.return_code or 0
