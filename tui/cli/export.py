"""`brief export`: one View, written whole or not at all."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import is_terminal, tell, write, write_bytes
from tui.export.formats import FORMATS, PROFILES

if TYPE_CHECKING:
    from tui.analysis.view import View
    from tui.cli.target import Target
    from tui.export.notes import NotesSection
    from tui.load.briefing import Loaded
    from tui.model.briefing import Briefing
    from tui.model.edtf import EDTF

_STDOUT = Path("-")
_DEFAULT = "markdown"
_OTHER_SUFFIXES = {".markdown": "markdown", ".htm": "html", ".yml": "yaml"}


@click.command(
    "export",
    short_help="Write a briefing in another format.",
    epilog=options.examples(
        "brief export tiktok-divestiture",
        "brief export tiktok-divestiture -o tiktok.html",
        "brief export tiktok-divestiture --profile one-page --for bytedance",
        "brief export tiktok-divestiture --front-matter -o posts/tiktok.md",
        "brief export tiktok-divestiture -f csv -o tables/",
        "brief export notes/story.yaml -f json --as-of 2024-12",
        'brief export tiktok-divestiture --since "last week"',
    ),
)
@options.briefing
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="The format; else that of FILE's suffix, else markdown.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default="-",
    help="Where to write; - is stdout. For csv: a folder, or a FILE that ends in .zip.",
)
@click.option("--since", metavar="DATE", callback=options.date, help="Say what changed since this date (in Markdown).")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="full",
    show_default=True,
    help="How much a document tells; one-page has at most 450 words.",
)
@click.option("--for", "actor", metavar="ACTOR", help="Only what bears on an actor, by id, name or alias.")
@click.option("--front-matter", is_flag=True, help="Begin Markdown with YAML for site generators.")
@click.option("--notes", "with_notes", is_flag=True, help="End Markdown with your own notes.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@options.as_of
@options.library
@click.pass_context
def command(
    ctx: click.Context,
    *,
    briefing: str,
    form: str | None,
    output: Path,
    since: "EDTF | None",
    profile: str,
    actor: str | None,
    front_matter: bool,
    with_notes: bool,
    force: bool,
) -> int:
    """Write a briefing in another format, to stdout or to FILE.

    \b
    markdown  a policy brief, in GitHub's dialect with footnotes
    json      for programs, under the format's own keys
    yaml      a briefing that stands alone, with its seals
    html      a policy brief as one page with drawings, also for paper
    csv       a table for each kind of item, in a folder or a zip
    ics       what has a date, for a calendar

    What was said off the record is left out, and background goes out without a name: stderr says so, what else the
    format cannot carry, and which text repeats words said off the record. The exit code is 1 where something is left
    out because it is wrong. A briefing of a library is never written over.
    """  # noqa: D301 - click reads the character as a mark
    if output.suffix.lower() == ".csv":
        hint = f"name a folder or a .zip: -f csv -o {output.with_suffix('')}/"
        raise Failure("csv is a table for each kind of item, in a file each", hint, WRONG_USAGE)
    form = form or _form_of(output)
    told = _told(form, profile, front_matter, with_notes)
    from tui.analysis.release import released
    from tui.analysis.repeated import repeated
    from tui.cli.target import find
    from tui.cli.wrong import usable

    target = find(ctx, briefing)
    if target.item is not None:
        raise Failure("an export is of a whole briefing", f"leave out `#{target.item}`", WRONG_USAGE)
    loaded = target.loaded
    whole = usable(loaded, "exported")
    exporter = FORMATS[form]
    shown = _shown(target, whole, actor, options.asked(ctx).as_of)
    release = released(shown)
    told |= _since(since, shown, whole, form, profile)
    notes = _notes(shown, whole) if with_notes else None
    if notes is not None:
        told["notes"] = notes.text
    if output != _STDOUT:
        from tui.cli.writing import write_export

        write_export(output, exporter, release.view, told=told, exported=loaded, ctx=ctx, force=force)
    elif exporter.is_archive:
        _write_archive(exporter.content(release.view), form)
    else:
        write(exporter(release.view, **told))
    if notes is not None:
        tell("1 note of yours goes out" if notes.count == 1 else f"{notes.count} notes of yours go out")
    for sentence in (*release.withheld, *(notes.withheld if notes else ()), *exporter.left_out(release.view)):
        tell(sentence)
    for sentence in repeated(release.view, whole):
        tell(sentence, "say it in other words, or leave it out")
    return _tell_left_out(loaded)


def _told(form: str, profile: str, front_matter: bool, with_notes: bool) -> dict[str, object]:
    """What the format is told besides the View; raises Failure for what it does not take."""
    asked: dict[str, object] = {}
    if profile != "full":
        asked["profile"] = profile
    if front_matter:
        asked["with_front_matter"] = True
    if with_notes:
        asked["notes"] = ""
    for name in sorted(asked.keys() - FORMATS[form].takes):
        written = {"profile": "--profile", "with_front_matter": "--front-matter", "notes": "--notes"}[name]
        able = ", ".join(one for one, exporter in FORMATS.items() if name in exporter.takes)
        raise Failure(f"{form} has no {written}", f"name a format that has it with -f: {able}", WRONG_USAGE)
    return asked


def _shown(target: "Target", briefing: "Briefing", actor: str | None, as_of: "EDTF | None") -> "View":
    """The View that is asked for, with the proofs of its quotes; it has not been released."""
    from tui.analysis.release import released
    from tui.analysis.view import view
    from tui.library.proofs import prove

    proofs = prove(target.loaded, target.library).proofs
    whole = view(briefing, as_of, None, proofs)
    if actor is None:
        return whole
    from tui.cli.actor import actor_named

    # Of those alone who are in what goes out: an actor may be known only by what was said off the record.
    return view(briefing, as_of, actor_named(actor, released(whole).view), proofs)


def _notes(shown: "View", briefing: "Briefing") -> "NotesSection":
    """This reader's notes on the briefing, as far as they may go out with what is shown of it."""
    from tui.analysis.view import view
    from tui.export.notes import notes_markdown
    from tui.reader.reader import ReaderState

    state = ReaderState()
    try:
        notes = state.notes.of(briefing.id)
    finally:
        state.close()
    for sentence in state.take_sentences():
        tell(sentence)
    return notes_markdown(shown, notes.values(), view(briefing))


def _since(date: "EDTF | None", shown: "View", briefing: "Briefing", form: str, profile: str) -> dict[str, object]:
    """What changed since a date, for a format and a profile that tell it; else nothing, and that is said."""
    if date is None:
        return {}
    if date.upper > shown.date.upper and shown.as_of is not None:
        from tui.model.edtf import describe

        raise Failure(f"--since is later than --as-of, {describe(shown.as_of)}", "name an earlier date", WRONG_USAGE)
    if "since" not in FORMATS[form].takes:
        able = " and ".join(name for name, one in FORMATS.items() if "since" in one.takes)
        tell(f"{form} has no place for what changed since a date; {able} has")
        return {}
    if profile == "one-page":
        tell("one-page has no room for what changed since a date; every other profile has")
        return {}
    from tui.analysis.changes import released_changes
    from tui.analysis.view import view
    from tui.export.markdown.since import Since

    # A briefing that rests since before that date is compared with itself.
    before = view(briefing, min(date, shown.date, key=lambda one: one.upper), shown.focus)
    changes, _ = released_changes(before, shown)
    return {"since": Since(date, changes)}


def _write_archive(content: bytes, form: str) -> None:
    if is_terminal(sys.stdout):
        raise Failure(f"{form} is several files", "name a folder or a .zip with -o", WRONG_USAGE)
    write_bytes(content)


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


def _tell_left_out(loaded: "Loaded") -> int:
    """Say what of the briefing, or of what its library shares, could not be exported; give the exit code."""
    from tui.cli.wrong import errors_of, tell_wrong

    said = [one.left_out for one in errors_of(loaded) if one.left_out]
    for left_out in dict.fromkeys((*loaded.left_out, *said)):
        tell(f"left out: {left_out}")
    return tell_wrong(loaded)
