"""`brief lock`: seal what is proven, so that the library can go out without the texts that it quotes."""

from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, Failure
from tui.cli.streams import tell, write

if TYPE_CHECKING:
    from tui.cli.sealing import Sealed
    from tui.library.folder import Library


@click.command(
    "lock",
    short_help="Seal the quotes that are proven.",
    epilog=options.examples("brief lock", "brief lock --library briefings"),
)
@options.library
@click.pass_context
def command(ctx: click.Context) -> int:
    """Prove every quote and write the seals to quotes.lock at the library's root; print what was sealed to stdout.

    A seal that still holds stays as it is, with its date, also where the text is not here. A quote that is altered or
    stands in several places is not sealed, and the exit code is 1. Of the library that ships, only one that is named
    with --library is written to.
    """
    from tui.cli.sealing import seal_library
    from tui.cli.shown import shown_path
    from tui.cli.template import today
    from tui.cli.writing import unwritable
    from tui.files.atomic import write_atomically
    from tui.load.seal import LOCK_NAME, load_lock, lock_text

    library = _library(ctx)
    path = library.root / LOCK_NAME
    lock = load_lock(library.root)
    if lock.problems:
        raise Failure(f"{shown_path(path)} cannot be read whole", "mend it, or take it away to seal everything anew")
    sealed = seal_library(library, lock.records, today().isoformat())
    if tuple(lock.records.values()) != sealed.records:
        try:
            write_atomically(path, lock_text(sealed.records).encode(), replace=True)
        except OSError as error:
            raise unwritable(path, error) from None
    count = len(sealed.records) - len(sealed.severed)
    write(f"{shown_path(path)}: {_number(count)} sealed, {sealed.fresh} of them anew\n")
    return _tell(sealed)


def _library(ctx: click.Context) -> "Library":
    from tui.cli.chosen import chosen
    from tui.library.folder import Library

    choice = chosen(ctx)
    if choice.ships and options.asked(ctx).library is None:
        raise Failure("the library that ships is not written to", "name yours with `--library DIR`")
    return Library(choice.root)


def _tell(sealed: "Sealed") -> int:
    for briefing, quote, state in sealed.refused:
        tell(f"not sealed: `{quote}` of `{briefing}` is {state}", "`brief check` shows why")
    for briefing, quote in sealed.severed:
        tell(f"the seal of `{quote}` of `{briefing}` is broken", "seal it anew where the text of its source is")
    if sealed.unproven:
        tell(f"{_number(sealed.unproven)} not sealed: no text is here to prove them against")
    if sealed.broken:
        noun = "briefing" if sealed.broken == 1 else "briefings"
        tell(f"{sealed.broken} {noun} cannot be read; the seals there are kept", "`brief check` says what is wrong")
    return FOUND_WRONG if sealed.refused or sealed.severed or sealed.broken else 0


def _number(count: int) -> str:
    return "1 quote" if count == 1 else f"{count} quotes"
