"""Reading a library for its agenda, a briefing at a time."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.analysis.agenda import AgendaEntry, entries_of
from tui.analysis.release import released
from tui.analysis.view import View, view
from tui.cli.shown import as_argument, shown_path
from tui.cli.streams import tell
from tui.cli.wrong import counted
from tui.library.folder import Library
from tui.load.briefing import Loaded
from tui.load.problem import Severity


class Part(NamedTuple):
    """What one briefing has on the agenda, and its released View."""

    path: Path
    view: View
    entries: list[AgendaEntry]


class Dated(NamedTuple):
    """An entry, and the file it is from."""

    path: Path
    entry: AgendaEntry


class Reading:
    """Reads what is on the agenda of a library as of `today`, and says on stderr which briefings are wrong.

    Only what is due within `days`, or overdue, where that is given; only of `topic` and what is below it, where that
    is. The counts are those of what has been read up to now.
    """

    def __init__(self, library: Library, today: datetime.date, topic: str | None, days: int | None) -> None:
        self.library = library
        self.today = today
        self._topic = topic
        self._days = days
        self.briefings = 0
        self.found = 0
        self.wrong = 0
        self.knows_topic = False

    def parts(self) -> Iterator[Part]:
        """The briefings that have anything on the agenda, in the order of their paths."""
        for loaded in self.library.load_all():
            self.briefings += 1
            self._tell_wrong(loaded)
            briefing = loaded.briefing
            if briefing is None or not self._is_of_topic(briefing.topics):
                continue
            self.knows_topic = True
            shown = released(view(briefing)).view
            entries = [one for one in entries_of(shown, self.today) if self._is_within(one)]
            self.found += len(entries)
            if entries:
                yield Part(loaded.path, shown, entries)

    def _is_of_topic(self, topics: tuple[str, ...]) -> bool:
        asked = self._topic
        return asked is None or any(one == asked or one.startswith(f"{asked}/") for one in topics)

    def _is_within(self, entry: AgendaEntry) -> bool:
        days = entry.distance.days
        return self._days is None or (days is not None and days <= self._days)

    def _tell_wrong(self, loaded: Loaded) -> None:
        errors = sum(one.severity is Severity.ERROR for one in loaded.problems)
        if not errors:
            return
        self.wrong += 1
        path = shown_path(loaded.path)
        what = "is partly wrong" if loaded.briefing else "cannot be shown"
        hint = f"`brief check {as_argument(loaded.path)}` says what and where"
        tell(f"{path} {what} ({counted(errors)}), and may be missing here", hint)
