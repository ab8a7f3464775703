"""The two streams: results to stdout, words about them to stderr."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final, TextIO

from tui.cli.failure import Failure

CLOSED_PIPE: Final = 141
"""The exit code where nobody reads on: that of a program which SIGPIPE ended."""


class OutputError(Failure):
    """Stdout does not take what is written to it."""


def use_utf8() -> None:
    """Write UTF-8 to both streams whatever the locale says; what has no UTF-8 is written as an escape.

    Stdout gets a buffer where it has none (`python -u`): without one, what a full disk takes only in part is lost
    unsaid.
    """
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Write a result, as it is.

    Raises BrokenPipeError where nobody reads on, and OutputError where the disk is full and the like.
    """
    if sys.stdout is None:
        raise OutputError("the result could not be written: stdout is closed")
    with _explained():
        sys.stdout.write(text)


def write_bytes(content: bytes) -> None:
    """Write a result that is no text, as it is; raises what `write` does."""
    if sys.stdout is None:
        raise OutputError("the result could not be written: stdout is closed")
    with _explained():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def flush() -> None:
    """See to it that what was written has left; raises what `write` does."""
    if sys.stdout is not None:
        with _explained():
            sys.stdout.flush()


def tell(words: str, hint: str = "") -> None:
    """Say something about a result: each line of `words`, and the hint on a line of its own.

    Whatever is in it, nothing of it acts on a terminal.
    """
    from tui.load.characters import printable

    # Nothing is left to be said where stderr is closed.
    with suppress(OSError, AttributeError):
        sys.stderr.write("".join(f"brief: {printable(line)}\n" for line in words.split("\n")))
        if hint:
            sys.stderr.write(f"  {printable(hint)}\n")
        sys.stderr.flush()


def abandon_stdout() -> None:
    """Keep the interpreter from writing at its end what could not be written before."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; false of one that is closed."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def coloured() -> bool:
    """Whether stdout shows colour: a terminal that has it, and nobody who asked for none (no-color.org)."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def _explained() -> Iterator[None]:
    """Turn an error of the operating system into an OutputError, but for a closed pipe."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise OutputError(f"the result could not be written: {reason[:1].lower()}{reason[1:]}") from None
