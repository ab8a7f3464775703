"""A reader's own notes as a section of Markdown, for those who ask for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tui.analysis.lints.private import repeater
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
    """Markdown that ends with one newline, "" where there is no note, and sentences on what was kept back.

    `count` is how many notes stand in it.
    """

    text: str
    withheld: tuple[str, ...] = ()
    count: int = 0


def notes_markdown(view: View, notes: Iterable[ItemNote], whole: View | None = None) -> NotesSection:
    """The notes on a briefing's items, in the order in which they are given, each under what it is on.

    The View has not been released: it is released here. A note on a quote that is not on the record stays with the
    reader, as does one on what is known by nothing else, and one that repeats words said off the record. Where the
    View is narrowed, by a date or to what bears on somebody, `whole` is that of the briefing as it is, and a note on
    what the narrow one does not show stays too. One whose item is gone stands under what that was called.
    """
    whole = whole or view
    releases = [(one, released(one)) for one in ((view,) if whole is view else (view, whole))]
    repeats = repeater(whole.briefing) or (lambda _: False)
    blocks: list[str] = []
    private = repeating = elsewhere = 0
    for note in notes:
        if note.private or any(_stays(one, release, note.item) for one, release in releases):
            private += 1
        elif whole is not view and not _is_in(view, note.item) and _is_in(whole, note.item):
            elsewhere += 1
        elif repeats(note.text) or (not _is_in(whole, note.item) and repeats(note.label)):
            repeating += 1
        else:
            about = _about(releases[0][1].view, note)
            blocks += [f"{about} ({describe(EDTF.from_date(note.at.date()))}):", quotation(paragraphs(note.text))]
    text = "\n\n".join([heading(2, "Notes"), *blocks]) + "\n" if blocks else ""
    reasons = (
        (private, "on what was not said on the record"),
        (repeating, "with words that were said off the record"),
        (elsewhere, "on what is not exported"),
    )
    return NotesSection(text, tuple(_left_out(count, why) for count, why in reasons if count), len(blocks) // 2)


def _is_in(view: View, item: str) -> bool:
    return item in view.entries if item else view.bottom_line is not None


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


def _left_out(count: int, why: str) -> str:
    notes = "1 note was" if count == 1 else f"{count} notes were"
    return f"{notes} left out, {why}"
