"""`brief schema`: the format, for editors."""

import click

from tui.cli import options
from tui.cli.streams import write


@click.command(
    "schema",
    short_help="Print the format's JSON Schema, for editors.",
    epilog=options.examples(
        "brief schema > brief-schema.json",
    ),
)
def command() -> None:
    """Print the JSON Schema (draft-07) of a briefing to stdout, for editors.

    An editor with a YAML language server then completes keys and marks mistakes. `brief new` sets it up for what it
    writes.
    """
    from tui.cli.editor_schema import schema_text

    write(schema_text())
