"""Printing what may be longer than the terminal is high."""

import os
import shlex
import subprocess
import sys
from contextlib import suppress

from tui.cli.streams import is_terminal, tell, write


def page(text: str, *, lines: int) -> None:
    """Print a text: through $PAGER, else less, where stdout is a terminal that has fewer than its `lines`.

    As with git, less is told to leave colours as they are unless $LESS says how it is to be run. An empty $PAGER, or
    `cat`, is none.
    """
    pager = _pager()
    if not pager or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)) or text.count("\n") < lines:
        write(text)
        return
    environment = {**os.environ, "LESS": os.environ.get("LESS", "FRX"), "LV": os.environ.get("LV", "-c")}
    try:
        running = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the user's own choice
    except OSError as error:
        if os.environ.get("PAGER"):
            tell(f"the pager “{pager[0]}” could not be started: {error.strerror}")
        write(text)
        return
    # A pager that is left early does not read to the end.
    with suppress(BrokenPipeError):
        running.communicate(text.encode("utf-8", "backslashreplace"))
    running.wait()


def _pager() -> list[str]:
    written = os.environ.get("PAGER")
    try:
        words = shlex.split("less" if written is None else written)
    except ValueError:
        tell(f"$PAGER cannot be read: {written}")
        return []
    return [] if words == ["cat"] else words
