"""What the export dialog says: what is exported, what stays behind, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from tui.analysis.release import released
from tui.app.commands import key_names
from tui.app.commands_briefing import EXPORT
from tui.app.panes.words import count
from tui.app.widgets.title_line import focus_name
from tui.export.formats import FORMATS
from tui.load.characters import printable
from tui.model.edtf import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.analysis.view import View
    from tui.load.briefing import Loaded


def scope(view: View, name: str) -> str:
    """Sentences on what is exported in the format of that name: what narrows it, and into how many files it goes."""
    what = f"Only what bears on {focus_name(view)}" if view.focus is not None else "The whole briefing"
    date = describe(view.date)
    when = f"as of {date}" if view.as_of is None else f"as it stood on {date}"
    files = f"\n{name} is several files in one {FORMATS[name].suffix}." if FORMATS[name].is_archive else ""
    return f"{what}, {when}.{files}"


def only_with(option: str) -> str:
    """Which formats take an option, for where another one is chosen."""
    return f"only with {' and '.join(name for name, one in FORMATS.items() if option in one.takes)}"


def kept_back(loaded: Loaded, view: View) -> tuple[str, ...]:
    """Sentences on what does not go out: what was withheld, and what was left out because it is wrong."""
    withheld = sentences(released(view).withheld)
    if not loaded.left_out:
        return withheld
    names = ", ".join(printable(one) for one in loaded.left_out[:3])
    more = f" and {count(len(loaded.left_out) - 3, 'more part')}" if len(loaded.left_out) > 3 else ""
    return (*withheld, f"Left out because something is wrong with it: {names}{more}.")


def sentences(words: Iterable[str]) -> tuple[str, ...]:
    """Each with a capital and a full stop."""
    return tuple(f"{one[:1].upper()}{one[1:]}." for one in words)


def hint(keymap: Mapping[str, str]) -> Content:
    """The keys of the dialog; a click on what writes or closes does so."""
    keys = _keys(keymap)

    def told(identifiers: Iterable[str], word: str, action: str = "") -> Content:
        shown = " ".join(filter(None, (keys[one] for one in identifiers)))
        if not shown and not action:
            return Content()
        words = Content(f"{shown} {word}".strip())
        return words.stylize(Style.from_meta({"@click": f"screen.{action}"})) if action else words

    parts = (
        told(("export.previous_field", "export.next_field"), "line"),
        told(("export.previous_value", "export.next_value"), "choice"),
        told(("export.write",), "write", "write"),
        told(("export.close",), "close", "close"),
    )
    return Content(" · ").join(part for part in parts if part.plain)


def whether_to_replace(keymap: Mapping[str, str]) -> str:
    """What to press where a file is there already."""
    keys = _keys(keymap)
    return f"{keys['export.write'] or 'Writing again'} replaces it, {keys['export.close']} leaves it as it is."


def _keys(keymap: Mapping[str, str]) -> dict[str, str]:
    """The first key of each command of the dialog, as people call it; "" where it has none."""
    return {one.id: next(iter(key_names(one, keymap)), "") for one in EXPORT}
