"""`brief agenda`: what is open and what falls due, over all briefings."""

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli import options
from tui.cli.failure import FOUND_WRONG, WRONG_USAGE, Failure
from tui.cli.streams import tell, write

if TYPE_CHECKING:
    from tui.cli.agenda_reading import Reading

_STDOUT: Final = Path("-")
_SUFFIXES: Final = {".ics": "ics", ".json": "json"}


@click.command(
    "agenda",
    short_help="Print what is open and what falls due.",
    epilog=options.examples(
        "brief agenda",
        "brief agenda --within 2w --topic technology",
        "brief agenda --json | jq -r '.entries[] | select(.warned).text'",
        "brief agenda -o agenda.ics --force",
    ),
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics"]),
    help="The format; else that of FILE's suffix, else text.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs: the same as -f json.")
@click.option("--within", metavar="TIME", help="Only what is due within this time (30d, 2w), or overdue.")
@click.option("--topic", metavar="TOPIC", help="Only briefings of this topic, or of one below it.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), default="-", help="Where to write; - is stdout."
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@options.library
@click.pass_context
def command(
    ctx: click.Context,
    *,
    form: str | None,
    as_json: bool,
    within: str | None,
    topic: str | None,
    output: Path,
    force: bool,
) -> int:
    """Print the open questions and deadlines of all briefings, and the planned events that are still to come.

    They stand under overdue, this week (until Sunday), this month, later, and no date, as counted from today. A
    question that is due with a deadline stands below it. What a briefing wants a warning of (`warn`) has a sign once
    the time for it has come.

    With --json it is an object with `today` and `entries`. Each entry has group, days_left (below 0 when overdue), due
    (EDTF), date_text (the briefing's own words for it), warned, kind (question, deadline or event), id, text, status,
    importance, actors, briefing (id, title, path, topics, as_of, tlp), and questions: the open ones, each with id,
    text, decided_by, positions, sides, estimates and spread.

    With -f ics it is a calendar: deadlines and events are its events, other questions its tasks (which some programs,
    Google Calendar among them, do not show). The exit code is 1 where a briefing is wrong: something of it may be
    missing.
    """
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and -f {form} exclude each other", ctx)
    form = form or ("json" if as_json else _SUFFIXES.get(output.suffix.lower(), "text"))
    from tui.cli.agenda_reading import Reading
    from tui.cli.chosen import chosen_library
    from tui.cli.shown import shown_path
    from tui.cli.wrong import tell_problems

    today, days = _today(), _days(within)
    library = chosen_library(ctx)
    if library.shared is not None:
        tell_problems(library.shared.problems)
    reading = Reading(library, today, topic, days)
    text, left_out = _written(form, reading, to_file=output != _STDOUT)
    if topic is not None and reading.briefings and not reading.knows_topic:
        raise Failure(f"no briefing has the topic “{topic}”", "`brief list --json` has the topics of each", WRONG_USAGE)
    if output == _STDOUT:
        write(text)
    else:
        from tui.cli.writing import write_file
        from tui.load.briefing import Loaded

        write_file(output, text.encode("utf-8", "backslashreplace"), Loaded(library.root, None, ()), ctx, force=force)
    if not reading.briefings:
        tell(f"there is no briefing in {shown_path(library.root)}", "`brief new ID` writes one")
    elif not reading.found:
        tell(f"nothing is open and nothing falls due{f' within {within}' if within else ''}")
    for sentence in left_out:
        tell(sentence)
    return FOUND_WRONG if reading.wrong else 0


def _written(form: str, reading: "Reading", *, to_file: bool) -> tuple[str, tuple[str, ...]]:
    """The agenda in a format, and sentences on what that has no place for."""
    if form == "ics":
        from tui.export.ics.agenda import AgendaCalendar

        calendar = AgendaCalendar()
        for part in reading.parts():
            calendar.add(part.view, part.entries)
        return calendar.text(f"{reading.library.title}: agenda", reading.today), calendar.left_out
    from tui.cli.agenda_reading import Dated

    found = [Dated(part.path, entry) for part in reading.parts() for entry in part.entries]
    found.sort(key=lambda one: one.entry.order)
    if form == "json":
        from tui.cli.agenda_json import values
        from tui.cli.shown import json_text

        return json_text(values(found, reading.today)), ()
    from tui.cli.agenda_text import Style, text

    return text(found, reading.today, Style.plain() if to_file else Style.of_stdout()), ()


def _today() -> datetime.date:
    from tui.settings.clock import ClockError, today

    try:
        return today()
    except ClockError as error:
        raise Failure(str(error), code=WRONG_USAGE) from None


def _days(within: str | None) -> int | None:
    from tui.model.duration import PATTERN, days

    if within is None:
        return None
    if not re.fullmatch(PATTERN, within):
        hint = "write `30d` for days or `2w` for weeks"
        raise Failure(f"“{within}” is not a number of days or weeks", hint, WRONG_USAGE)
    return days(within)
