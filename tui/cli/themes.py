"""`brief themes`: the themes there are, and what they look like."""

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, WRONG_USAGE, Failure
from tui.cli.streams import write


@click.command(
    "themes",
    short_help="Print the themes there are, or preview one.",
    epilog=options.examples(
        "brief themes                list them",
        "brief themes brief-dusk     show what one looks like",
        "brief themes --json | jq -r '.[] | select(.contrast >= 7).name'",
    ),
)
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def command(name: str | None, as_json: bool) -> int:
    """Print the themes of the reader to stdout, one a line: dark or light, the lowest contrast of a text, from where.

    With NAME it previews that theme, in its colours where stdout is a terminal that has some. With --json it prints
    objects with name, kind, ships, path, contrast, lowest and used, one of which NAME chooses. The exit code is 1
    where a theme file of yours cannot be used.
    """
    from tui.cli.shown import json_text
    from tui.cli.theme_list import all_themes, entry, table
    from tui.cli.wrong import tell_problems

    found, problems = all_themes()
    tell_problems(problems)
    chosen = found
    if name is not None:
        chosen = [one for one in found if one.file.name == name]
        if not chosen:
            raise _unknown(name, [one.file.name for one in found])
    if as_json:
        write(json_text([entry(one) for one in chosen]))
    elif name is None:
        write(table(found))
    else:
        from tui.cli.theme_preview import preview

        write(preview(chosen[0]))
    return FOUND_WRONG if any(one.severity == "error" for one in problems) else 0


def _unknown(name: str, names: list[str]) -> Failure:
    from tui.load.suggest import did_you_mean

    hint = did_you_mean(name, names) or "`brief themes` prints the names there are"
    return Failure(f"there is no theme “{name}”", hint, WRONG_USAGE)
