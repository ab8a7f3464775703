"""`brief export`: one View, written whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, WRONG_USAGE, Failure
from tui.cli.streams import tell, write
from tui.export.formats import FORMATS

if TYPE_CHECKING:
    from tui.analysis.lints.finding import Steps
    from tui.analysis.view import View
    from tui.export.markdown.since import Since
    from tui.load.briefing import Loaded
    from tui.model.briefing import Briefing
    from tui.model.edtf import EDTF

_STDOUT = Path("-")
_DEFAULT = "markdown"
_OTHER_SUFFIXES = {".markdown": "markdown", ".yml": "yaml"}


@click.command(
    "export",
    short_help="Write a briefing as Markdown, JSON, YAML or a calendar.",
    epilog=options.examples(
        "brief export tiktok-divestiture",
        "brief export tiktok-divestiture -o tiktok.md --force",
        "brief export notes/story.yaml -f json --as-of 2024-12",
        'brief export tiktok-divestiture --since "last week"',
    ),
)
@click.argument("briefing", metavar="ID|PATH")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="The format; else that of FILE's suffix, else markdown.",
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), default="-", help="Where to write; - is stdout."
)
@click.option("--since", metavar="DATE", callback=options.date, help="Say what changed since this date (in Markdown).")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@options.as_of
@options.library
@click.pass_context
def command(
    ctx: click.Context, briefing: str, *, form: str | None, output: Path, since: "EDTF | None", force: bool
) -> int:
    """Write a briefing in another format, to stdout or to FILE.

    What was said off the record is left out, and background goes out without a name: stderr says so, and which other
    text repeats words said off the record. The exit code is 1 where something else is left out, because it is wrong.
    A briefing of a library is never written over.
    """
    form = form or _form_of(output)
    from tui.analysis.release import released
    from tui.analysis.view import view
    from tui.cli.target import find
    from tui.export.formats import export

    target = find(ctx, briefing)
    if target.item is not None:
        raise Failure("an export is of a whole briefing", f"leave out `#{target.item}`", WRONG_USAGE)
    loaded = target.loaded
    if loaded.briefing is None:
        from tui.cli.chosen import tell_problems

        tell_problems(loaded.problems)
        raise Failure("nothing of this briefing can be exported")
    shown = view(loaded.briefing, options.asked(ctx).as_of)
    release = released(shown)
    text = export(release.view, form, _since(since, shown, loaded.briefing, form))
    if output == _STDOUT:
        write(text)
    else:
        from tui.cli.writing import write_file

        write_file(output, text, loaded, ctx, force=force)
    for sentence in (*release.withheld, *FORMATS[form].left_out(release.view)):
        tell(sentence)
    for sentence in _repeated(release.view, loaded.briefing):
        tell(sentence, "say it in other words, or leave it out")
    return _tell_left_out(loaded)


def _since(date: "EDTF | None", shown: "View", briefing: "Briefing", form: str) -> "Since | None":
    """What changed since a date, where one is asked for and the format tells it."""
    if date is None:
        return None
    if date.upper > shown.date.upper:
        raise Failure("--since is later than what it is compared with", "name an earlier date", WRONG_USAGE)
    if not FORMATS[form].tells_changes:
        telling = " and ".join(name for name, one in FORMATS.items() if one.tells_changes)
        tell(f"{form} has no place for what changed since a date; {telling} has")
        return None
    from tui.analysis.changes import released_changes
    from tui.analysis.view import view
    from tui.export.markdown.since import Since

    changes, _ = released_changes(view(briefing, date), shown)
    return Since(date, changes)


def _form_of(output: Path) -> str:
    if output == _STDOUT:
        return _DEFAULT
    suffix = output.suffix.lower()
    by_suffix = {one.suffix: name for name, one in FORMATS.items()} | _OTHER_SUFFIXES
    if suffix not in by_suffix:
        raise Failure(
            f"no format is known by the suffix of “{output}”", f"name one with -f: {', '.join(FORMATS)}", WRONG_USAGE
        )
    return by_suffix[suffix]


def _repeated(released: "View", whole: "Briefing") -> list[str]:
    """Sentences on what is exported and repeats words said off the record; they hold none of the words.

    They say so also where the briefing silences the lint, as what has been exported cannot be taken back.
    """
    if all(one.attribution != "off-record" for one in whole.quotes):
        return []
    from tui.analysis.lints.private import repeating

    places = [one.steps for one in repeating(released.briefing, whole)]
    telling = {steps[:2] for steps in places if steps[2:] == ("id",)}
    return [
        f"{_place(released.briefing, steps, name=steps[:2] not in telling)} repeats words said off the record"
        for steps in places
        if steps != ("bottom_line",) or released.bottom_line is not None
    ]


def _place(briefing: "Briefing", steps: "Steps", *, name: bool) -> str:
    """A place in a briefing as in "`title` of the event `talks`"; an item without its id where `name` is false."""
    from tui.load.prune import SINGULAR

    kind, *rest = steps
    noun = SINGULAR.get(str(kind))
    if noun is None:
        return f"`{kind}` of the briefing"
    index, *within = rest
    key = ".".join(str(step) for step in within if isinstance(step, str))
    if name:
        return f"`{key}` of the {noun} `{getattr(briefing, str(kind))[index].id}`"
    return f"`{key}` of {'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _tell_left_out(loaded: "Loaded") -> int:
    """Say what of the briefing, or of what its library shares, could not be exported; give the exit code."""
    from tui.cli.shown import shown_path
    from tui.load.problem import Severity

    shared = loaded.shared.problems if loaded.shared else ()
    errors = [one for one in (*loaded.problems, *shared) if one.severity is Severity.ERROR]
    if not errors:
        return 0
    said = [one.left_out for one in shared if one.severity is Severity.ERROR and one.left_out]
    for left_out in dict.fromkeys((*loaded.left_out, *said)):
        tell(f"left out: {left_out}")
    count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    path = shown_path(loaded.path)
    tell(f"{path} is partly wrong ({count})", f"`brief check {path}` says what and where")
    return FOUND_WRONG
