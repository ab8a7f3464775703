"""The options that commands share, and what they ask for."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import click

from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import tell

if TYPE_CHECKING:
    from tui.model.edtf import EDTF

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Asked(NamedTuple):
    """What the shared options ask for, before a command's name or after it."""

    library: Path | None = None
    sample: bool = False
    as_of: "EDTF | None" = None


def asked(ctx: click.Context) -> Asked:
    """What the options that were read up to now ask for."""
    found = ctx.find_object(Asked)
    return found or Asked()


def examples(*lines: str) -> str:
    """The end of a command's help: what to write, line by line."""
    return "\b\n" + "\n".join(("Examples:", *(f"  {line}" for line in lines)))


def library(function: _Function) -> _Function:
    """Give a command `--library`, `--sample` and `--max-size`."""
    for decorate in (
        click.option(
            "--max-size",
            metavar="SIZE",
            expose_value=False,
            callback=_max_size,
            help="Read files of up to this size: 64M, 1G; 16M unless it is given.",
        ),
        click.option(
            "--sample", is_flag=True, expose_value=False, callback=_sample, help="Take the library that ships."
        ),
        click.option(
            "--library",
            metavar="DIR",
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_library,
            help="The library's folder; else $BRIEF_LIBRARY, `library:` in config.yaml, or ./briefings.",
        ),
    ):
        function = decorate(function)
    return function


def briefing(function: _Function) -> _Function:
    """Give a command its argument `ID|PATH`, whose ids a shell completes."""
    return click.argument("briefing", metavar="ID|PATH", shell_complete=complete_ids)(function)


def complete_ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[Any]:
    """What a shell proposes for an id."""
    from tui.cli.completion import ids

    return ids(ctx, incomplete)


def as_of(function: _Function) -> _Function:
    """Give a command `--as-of`."""
    return click.option(
        "--as-of",
        metavar="DATE",
        expose_value=False,
        callback=_as_of,
        help="Show it as it stood on this date (2024-04-24, 2024-04, 2024, 3 weeks ago).",
    )(function)


def _library(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        _ask(ctx, asked(ctx)._replace(library=value))


def _sample(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        _ask(ctx, asked(ctx)._replace(sample=True))


def _as_of(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        _ask(ctx, asked(ctx)._replace(as_of=dated(value)))


def date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> "EDTF | None":  # noqa: ARG001
    """The callback of an option that takes a date."""
    return None if value is None else dated(value)


def dated(text: str) -> "EDTF":
    """The date that somebody typed; where it hangs on today, stderr says which it was taken for.

    Raises Failure where it is none.
    """
    from tui.model.edtf import EDTFError, describe
    from tui.settings.clock import ClockError, today
    from tui.settings.typed_date import is_relative, typed_date

    try:
        # What does not hang on today is read without asking for it.
        found = typed_date(text, today() if is_relative(text) else datetime.date(2000, 1, 1))
    except EDTFError as error:
        raise Failure(_no_date(text, error.message), error.hint, WRONG_USAGE) from None
    except ClockError as error:
        raise Failure(str(error), code=WRONG_USAGE) from None
    if is_relative(text):
        from tui.load.characters import printable

        tell(f"“{printable(text)}” is taken for {describe(found)}")
    return found


def _no_date(text: str, reason: str) -> str:
    """Why a text is no date, which is named where the reason does not name it."""
    from tui.load.characters import shortened

    if "“" in reason or not text.strip():
        return reason
    # "February 2025 has 28 days" begins with a name.
    begins_with_a_name = re.match(r"[A-Z][a-z]+ \d", reason)
    return f"“{shortened(text, 40)}” is no date: {reason if begins_with_a_name else reason[:1].lower() + reason[1:]}"


def _max_size(ctx: click.Context, _: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - the names are click's
    if value is None:
        return
    from tui.files.read import limit_size

    found = _SIZE.fullmatch(value.strip())
    size = int(found[1]) * _UNITS[found[2].upper()] if found else 0
    if not 0 < size <= _LARGEST:
        raise Failure(f"“{value}” is not a size of a file", "write it as in `--max-size 64M`; 4G at most", WRONG_USAGE)
    limit_size(size)


_SIZE: Final = re.compile(r"(\d{1,12}) ?([KMG]?)(?:i?B)?", re.IGNORECASE | re.ASCII)
_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_LARGEST: Final = 4 << 30


def _ask(ctx: click.Context, value: Asked) -> None:
    if value.library is not None and value.sample:
        raise click.UsageError("--library and --sample exclude each other", ctx)
    ctx.obj = value
