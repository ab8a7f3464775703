"""The program: its commands, each imported when it is named, and the options that all of them share."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import write
from tui.files.read import limit_size

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = (
    "agenda",
    "changes",
    "check",
    "config",
    "export",
    "list",
    "lock",
    "new",
    "schema",
    "search",
    "show",
    "themes",
    "who",
)
"""What there is a module `tui.cli.<name>` for; each has a click command named `command`."""


_WITH_DATE: Final = frozenset({"export", "show"})
"""The commands that have `--as-of`."""


class _Context(click.Context):
    def get_help(self) -> str:
        """Write the help as every result is written, and leave: click would be silent where stdout is closed."""
        write(super().get_help() + "\n")
        self.exit()


class _Program(click.Group):
    context_class = _Context

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands, and the briefings that could be opened."""
        from tui.cli.completion import ids

        return [*super().shell_complete(ctx, incomplete), *ids(ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is not None:
            return args[0], command, args[1:]
        # What is no command is a briefing to open; one that looks like an option came after `--`.
        return "", _command("open"), ["--", *args] if args[0].startswith("-") else args


def _command(name: str) -> click.Command:
    command: click.Command = import_module(f"tui.cli.{name}").command
    command.context_class = _Context
    return command


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from tui import __version__

        write(f"brief {__version__}\n")
        ctx.exit()


@click.group(
    cls=_Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[COMMAND | ID | PATH[#ITEM]] …",
    epilog=options.examples(
        "brief                                  open the library",
        "brief tiktok-divestiture               open a briefing",
        "brief tiktok-divestiture --as-of 2024  …as it stood at the end of 2024",
        "brief notes/story.yaml#trump-xi-call   open a file at an item",
        "brief --sample                         open the briefings that ship",
        "brief new my-story                     write a first briefing",
    )
    + "\n\nResults go to stdout, words about them to stderr. Exit codes: 0 all well, 1 errors found, 2 wrong usage.",
)
@options.library
@options.as_of
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Print the version, and leave.",
)
@click.pass_context
def program(ctx: click.Context) -> int | None:
    """Structured briefings: who stands where, who said exactly what, what is still open, and says who.

    Without a command, `brief` opens the library in this terminal; with an ID or a PATH, it opens that briefing, at
    ITEM if one is named. A command's name wins over an id.
    """
    asked = options.asked(ctx)
    if ctx.invoked_subcommand is None:
        if asked.as_of is not None:
            raise click.UsageError("--as-of is about one briefing: name it", ctx)
        code: int = ctx.invoke(_command("open"))
        return code
    if asked.as_of is not None and ctx.invoked_subcommand in COMMANDS and ctx.invoked_subcommand not in _WITH_DATE:
        raise click.UsageError(f"`brief {ctx.invoked_subcommand}` has no --as-of", ctx)
    return None


def run(arguments: list[str]) -> int:
    """Run the program, and give its exit code. Raises Failure for wrong usage, and whatever a command raises."""
    # As at the start of a process, whatever ran before in this one.
    limit_size()
    try:
        with program.make_context("brief", arguments) as ctx:
            result = program.invoke(ctx)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        raise _wrong_usage(error) from None
    except click.ClickException as error:
        raise Failure(error.format_message()) from None
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0


def _wrong_usage(error: click.UsageError) -> Failure:
    message = error.format_message().rstrip(".")
    command = error.ctx.command_path.strip() if error.ctx else "brief"
    return Failure(f"{message[:1].lower()}{message[1:]}", f"`{command} --help` says how it is used", WRONG_USAGE)
