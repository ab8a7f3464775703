"""`brief who`: an actor over every briefing of the library."""

from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import coloured, tell, write

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.catalogue.catalogue import Catalogue
    from tui.library.catalogue.deeds import Deed
    from tui.library.catalogue.people import Person
    from tui.library.catalogue.refresh import Outcome

_NEAREST = 3


@click.command(
    "who",
    short_help="Say what an actor wants, said and did.",
    epilog=options.examples(
        "brief who 'Donald Trump'",
        "brief who bytedance --json",
    ),
)
@click.argument("name", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.library
@click.pass_context
def command(ctx: click.Context, name: tuple[str, ...], as_json: bool) -> int:
    """Print to stdout who an actor is, with their positions, quotes and events over all briefings.

    NAME is a name, an alias or an id; or some words of a name. Where several go by it, each is shown, with what tells
    them apart. What was said off the record is left out, and background goes out without a name.
    """
    from tui.cli.catalogued import ask_library
    from tui.library.catalogue.deeds import deeds
    from tui.library.catalogue.people import named, people

    written = " ".join(name)

    def answer(catalogue: "Catalogue", _: "Outcome") -> "tuple[Path, list[tuple[Person, list[Deed]]], list[Person]]":
        everybody = people(catalogue.connection, whole=False)
        found = [(one, deeds(catalogue.connection, one, whole=False)) for one in named(everybody, written)]
        return catalogue.root, found, everybody

    root, found, everybody = ask_library(ctx, answer, with_texts=False)
    if not found:
        raise _unknown(written, everybody)
    if len(found) > 1:
        from tui.load.characters import printable

        tell(f"{len(found)} actors go by “{printable(written)}”")
    if as_json:
        from tui.cli.dossier import json_dossiers

        write(json_dossiers(root, found))
    else:
        from tui.cli.dossier import dossiers

        write(dossiers(found, coloured=coloured()))
    return 0


def _unknown(written: str, everybody: "list[Person]") -> Failure:
    from difflib import get_close_matches

    from tui.library.catalogue.wordform import folded

    names = {folded(name): name for one in everybody for name in (*one.ids, *one.aliases, one.name)}
    near = dict.fromkeys(names[one] for one in get_close_matches(folded(written[:60]), names, n=_NEAREST, cutoff=0.6))
    message = f"nobody in the library goes by “{written}”"
    hint = (
        f"did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else "`brief search WORDS` looks everywhere"
    )
    return Failure(message, hint, WRONG_USAGE)
