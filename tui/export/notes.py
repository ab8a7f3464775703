"""A reader's own notes as a section of Markdown, for those who ask for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tui.analysis.release import Release, released
from tui.analysis.view import View
from tui.export.markdown.blocks import heading, quotation
from tui.export.markdown.escape import inline, paragraphs
from tui.export.markdown.wording import label
from tui.model.edtf import EDTF, describe
from tui.model.quote import Quote


class ItemNote(Protocol):
    """A note on an item, as `tui.reader.notes.Note` is: `private` where the item was not on the record."""

    @property
    def item(self) -> str: ...  # noqa: D102 - as its name says
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def private(self) -> bool: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class NotesSection:
    """Markdown that ends with one newline, "" where there is no note, and sentences on what was kept back."""

    text: str
    withheld: tuple[str, ...] = ()


def notes_markdown(view: View, notes: Iterable[ItemNote]) -> NotesSection:
    """The notes on a briefing's items, in the order in which they are given, each under what it is on.

    The View is the whole one: it is released here. A note on a quote that is not on the record stays with the reader,
    as does one on what is known by nothing else. One whose item is gone stands under what that was called.
    """
    release = released(view)
    blocks: list[str] = []
    kept_back = 0
    for note in notes:
        if note.private or _stays(view, release, note.item):
            kept_back += 1
            continue
        about = _about(release.view, note)
        blocks += [f"{about} ({describe(EDTF.from_date(note.at.date()))}):", quotation(paragraphs(note.text))]
    text = "\n\n".join([heading(2, "Notes"), *blocks]) + "\n" if blocks else ""
    return NotesSection(text, _sentences(kept_back))


def _stays(view: View, release: Release, item: str) -> bool:
    entry = view.entries.get(item)
    if entry is None:
        return False
    if isinstance(entry.item, Quote) and entry.item.attribution != "on-record":
        return True
    return item not in release.view.entries


def _about(view: View, note: ItemNote) -> str:
    if not note.item:
        return "On the bottom line"
    if note.item in view.entries:
        return f"On {label(view, note.item)}"
    return f"On what is not in the briefing as it is shown: {inline(note.label)}"


def _sentences(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    notes = "1 note was" if count == 1 else f"{count} notes were"
    return (f"{notes} left out, on what was not said on the record",)
