"""The report of an error that nobody expected: where it arose, and nothing of what a briefing says.

An error's own words and a function's variables may hold a briefing's text, so they are left out.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from secrets import token_hex
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from tui import __version__
from tui.files.atomic import ExistsError, write_atomically
from tui.files.folders import state_folder
from tui.files.typed import typed
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES: Final = ("textual", "rich", "pydantic", "pydantic-core", "PyYAML", "click", "platformdirs")
_MOST_ERRORS: Final = 10
_MOST_PLACES: Final = 60


def report_of(error: BaseException) -> str:
    """What can be passed on of an error: its kind, the places in code that led to it, and the versions in use."""
    lines = [f"brief {__version__}", f"Python {platform.python_version()} on {platform.platform()}"]
    lines += [f"{name} {found}" for name in _PACKAGES if (found := _version(name))]
    for number, one in enumerate(_chain(error)):
        lines += ["", f"{'after ' if number else ''}{_kind(one)}"]
        places = [
            f"  {_shown(place.filename)}:{place.lineno} in {place.name}" for place in extract_tb(one.__traceback__)
        ]
        lines += places[-_MOST_PLACES:]
    return "\n".join(map(printable, lines)) + "\n"


def saved(error: BaseException) -> str:
    """Save the report of an error into the state folder, and give the sentence that says so."""
    what = f"an error that nobody expected ended the reader ({_kind(error)})"
    now = datetime.now(UTC)
    path = state_folder() / f"crash-{now:%Y%m%dT%H%M%SZ}-{token_hex(3)}.txt"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, report_of(error).encode("utf-8", "backslashreplace"))
    except (OSError, ExistsError) as failed:
        reason = getattr(failed, "strerror", None) or str(failed)
        return f"{what}, and its report could not be saved: {printable(reason)}"
    return f"{what}; its report is in {printable(typed(path))}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, and those that it came of, the last one first."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < _MOST_ERRORS:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _kind(error: BaseException) -> str:
    name = type(error).__qualname__
    module = type(error).__module__
    number = error.errno if isinstance(error, OSError) else None
    return "".join(
        (
            name if module == "builtins" else f"{module}.{name}",
            f" {errno.errorcode.get(number, number)}" if number is not None else "",
        )
    )


def _shown(filename: str) -> str:
    """The path of a module below the folder that it was imported from: where that is, is the user's own affair."""
    for folder in sorted(filter(None, sys.path), key=len, reverse=True):
        within = os.path.relpath(filename, folder) if filename.startswith(folder + os.sep) else ""
        if within:
            return within
    package = Path(__file__).resolve().parent.parent.parent
    path = Path(filename)
    return str(path.relative_to(package)) if path.is_relative_to(package) else path.name


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
