"""`brief search`: what is said where, over every briefing of the library."""

from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import coloured, tell, write

if TYPE_CHECKING:
    from tui.library.catalogue.catalogue import Catalogue
    from tui.library.catalogue.refresh import Outcome

_MOST = 20


@click.command(
    "search",
    short_help="Find words in every briefing.",
    epilog=options.examples(
        "brief search licensing deal",
        "brief search '\"golden share\" actor:bytedance before:2025'",
        "brief search is:open topic:technology --json",
    ),
)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1), default=_MOST, show_default=True, help="How many at most."
)
@options.library
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], as_json: bool, limit: int) -> int:
    """Print the passages in which all of the WORDS are found to stdout, the best first.

    A "phrase" stands in quotation marks, the beginning of a word ends in a star (licens*), and a word after a minus is
    not to be there. Filters are actor:, topic:, source:, before: and after: with a date, and is:open. Stored texts are
    searched too; what was said off the record is not found. With --json it is a list of objects with briefing, path,
    title, kind, item, date, passage and matches (where in the passage each begins and ends).
    """
    from tui.cli.catalogued import ask_library
    from tui.library.catalogue.query import QueryError, parse
    from tui.library.catalogue.search import search

    try:
        query = parse(" ".join(_quoted(one) for one in words))
    except QueryError as error:
        raise Failure(error.message, error.hint, WRONG_USAGE) from None
    if query.is_empty:
        raise Failure("there is no word to look for", "`brief search --help` says what can be asked", WRONG_USAGE)

    def answer(catalogue: "Catalogue", _: "Outcome") -> tuple[str, bool]:
        from tui.cli.found import hits_text, json_hits

        hits = search(catalogue.connection, query, whole=False, limit=limit)
        text = json_hits(catalogue.root, hits) if as_json else hits_text(hits, coloured=coloured())
        return text, bool(hits)

    text, has_found = ask_library(ctx, answer)
    if not has_found and not as_json:
        tell("nothing was found", "fewer words find more; `word*` finds whatever begins so")
    write(text)
    return 0


def _quoted(word: str) -> str:
    """An argument as one would type it: what the shell kept together stays a phrase."""
    if word.count('"') % 2:
        # A phrase that does not end would take in the arguments after it.
        word += '"'
    if any(mark in word for mark in '"“”') or not any(map(str.isspace, word)):
        return word
    key, colon, value = word.partition(":")
    return f'{key}:"{value}"' if colon and key.isalpha() and key.islower() and " " not in key else word
