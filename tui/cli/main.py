"""Where `brief` begins and ends: its streams, and what became of it as an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NoReturn

from tui import __version__
from tui.cli import streams
from tui.cli.failure import Failure

COMPLETION: Final = "_BRIEF_COMPLETE"
"""The variable by which a shell asks for completion: `bash_source`, `zsh_source` and `fish_source` print the script."""

_ASKING: Final = frozenset({"list", "search", "who"})
"""The commands that ask the catalogue of a library, which has to be looked at first."""

INTERRUPTED: Final = 130
"""The exit code after Ctrl+C: that of a program which SIGINT ended."""


def program() -> NoReturn:
    """Run `brief` as a program of its own.

    Taking an interpreter apart costs a tenth of a command's time and gives nobody anything: all is written and closed
    by then. Where a thread is still at work it is waited for.
    """
    try:
        main()
    except SystemExit as ended:
        if "threading" not in sys.modules or sys.modules["threading"].active_count() == 1:
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError, ValueError, AttributeError):
                    stream.flush()
            os._exit(ended.code if isinstance(ended.code, int) else 1)
        raise


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `brief` with these arguments, by default those of the process, and end the process.

    The exit code is 0 where all is well, 1 where errors were found, 2 for wrong usage; 130 after Ctrl+C and 141 after
    a closed pipe, both without a word.
    """
    streams.use_utf8()
    running = gc.isenabled()
    # A command makes next to no cycles, and looking for them takes a tenth of its time. The reader turns it on again.
    gc.disable()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
    finally:
        if running:
            gc.enable()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    try:
        asked = os.environ.get(COMPLETION)
        if asked:
            code = _complete(asked)
        elif arguments == ["--version"]:
            code = _version()
        else:
            code = _command(arguments)
        streams.flush()
    except KeyboardInterrupt:
        streams.abandon_stdout()
        return INTERRUPTED
    except BrokenPipeError:
        streams.abandon_stdout()
        return streams.CLOSED_PIPE
    except Failure as failure:
        return _fail(failure)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return _fail(_unexpected(error))
    return code


def _complete(instruction: str) -> int:
    """Answer a shell that asks what could come next, or for the script by which it asks."""
    from click.shell_completion import get_completion_class

    from tui.cli.program import program

    shell, _, what = instruction.partition("_")
    completion = get_completion_class(shell)
    words, word = os.environ.get("COMP_WORDS"), os.environ.get("COMP_CWORD")
    # Only fish gives the word itself there, which may be empty.
    is_asked = words is not None and word is not None and (shell == "fish" or word.isdecimal())
    if completion is not None and what == "source":
        streams.write(completion(program, {}, "brief", COMPLETION).source())
        return 0
    if completion is not None and what == "complete" and is_asked:
        streams.write(completion(program, {}, "brief", COMPLETION).complete() + "\n")
        return 0
    # No shell asks like this, and there is nobody to tell.
    return 1


def _version() -> int:
    # Without click, which takes longer to import than this takes to answer.
    streams.write(f"brief {__version__}\n")
    return 0


def _command(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in _ASKING:
        from tui.cli.program import run

        return run(arguments)
    from tui.cli import ahead

    ahead.begin(arguments)
    try:
        from tui.cli.program import run

        return run(arguments)
    finally:
        ahead.end()


def _fail(failure: Failure) -> int:
    if isinstance(failure, streams.OutputError):
        streams.abandon_stdout()
    else:
        try:
            streams.flush()
        except (OSError, Failure):
            streams.abandon_stdout()
    from tui.load.characters import printable

    # What it repeats of an argument may have lines of its own, which are no words of the program's.
    streams.tell(printable(failure.message), failure.hint)
    return failure.code


def _unexpected(error: Exception) -> Failure:
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return Failure("the current folder is not there any more", "`cd` to one that is")
    if isinstance(error, OSError) and error.strerror:
        named = f"“{error.filename}”: " if error.filename is not None else ""
        return Failure(f"{named}{error.strerror[:1].lower()}{error.strerror[1:]}")
    if isinstance(error, MemoryError):
        return Failure("there is not enough memory for this")
    return Failure(
        f"an error that nobody expected, {type(error).__name__}: {error}",
        "`python -X dev -m tui …` shows where it arose; please report it",
    )
