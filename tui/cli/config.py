"""`brief config`: the file of settings."""

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, Failure
from tui.cli.streams import tell, write


@click.command(
    "config",
    short_help="Print or write the file of settings, documented.",
    epilog=options.examples(
        "brief config                    print every setting, as it is by default",
        "brief config --write            write that to where settings are read from",
        '$EDITOR "$(brief config --path)"',
    ),
)
@click.option("--write", "to_write", is_flag=True, help="Write the file to the platform's folder for settings.")
@click.option("--force", is_flag=True, help="With --write: replace the file that is there.")
@click.option("--path", "to_name", is_flag=True, help="Print where the file is looked for, and what is wrong with it.")
@click.pass_context
def command(ctx: click.Context, to_write: bool, force: bool, to_name: bool) -> int:
    """Print config.yaml to stdout with every setting and every key of the reader, as they are by default.

    With --write it is written to the platform's folder for settings, and its path printed; a file that is there is
    replaced only with --force.
    """
    from tui.cli.shown import shown_path
    from tui.files.typed import typed
    from tui.settings.config import config_path
    from tui.settings.documented import documented

    if to_write and to_name:
        raise click.UsageError("--write and --path exclude each other", ctx)
    if force and not to_write:
        raise click.UsageError("--force is about --write", ctx)
    path = config_path()
    if to_name:
        write(f"{typed(path)}\n")
        return _check()
    if not to_write:
        write(documented())
        return 0
    _write(documented(), replace=force)
    write(f"{typed(path)}\n")
    tell(f"{shown_path(path)} is written", "take away the `# ` before what you want to change")
    return 0


def _check() -> int:
    """Say what is wrong with the file that is there; the exit code."""
    from tui.cli.wrong import tell_problems
    from tui.settings.config import load_settings

    problems = load_settings().problems
    tell_problems(problems)
    return FOUND_WRONG if problems else 0


def _write(text: str, *, replace: bool) -> None:
    from tui.cli.shown import shown_path
    from tui.files.atomic import ExistsError, write_atomically
    from tui.settings.config import config_path

    path = config_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode(), replace=replace)
    except ExistsError:
        raise Failure(
            f"{shown_path(path)} exists already", "--force replaces it, with what you have set in it"
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{shown_path(path)} could not be written: {reason[:1].lower()}{reason[1:]}"
        raise Failure(message, "`brief config` prints it to stdout") from None
