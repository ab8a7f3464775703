"""What changed since a date, for those who have read the brief before."""

from typing import NamedTuple

from tui.analysis.changes import Changes
from tui.export.changes.text import Line, sections
from tui.export.markdown.blocks import Entry, bullets, entry, heading
from tui.export.markdown.escape import inline
from tui.model.edtf import EDTF, describe


class Since(NamedTuple):
    """A date, and what changed since then between two released Views."""

    date: EDTF
    changes: Changes


def what_changed(since: Since) -> list[str]:
    """A section by kind of change; a sentence in it where nothing changed."""
    title = heading(2, f"What changed since {describe(since.date)}")
    found = sections(since.changes)
    if not found:
        return [title, "Nothing changed."]
    return [title, *(block for one in found for block in (heading(3, one.title), bullets(map(_entry, one.lines))))]


def _entry(line: Line) -> Entry:
    return entry(inline(line.text), below=(entry(inline(one)) for one in line.below))
