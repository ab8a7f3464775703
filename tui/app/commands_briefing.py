"""What can be done on a briefing's screen and in its export dialog."""

from typing import Final

from tui.app.commands import MOVE, Command, pages

_PANES: Final = "Panes"
_BRIEFING: Final = "Briefing"
_FINDING: Final = "Find and focus"
_READING: Final = "Your reading"
_TIME: Final = "As it stood"
_EXPORT: Final = "Export"
_NOTE: Final = "Note"

PANE_TITLES: Final = ("Overview", "Timeline", "Stakeholders", "Quotes", "Questions", "Figures", "Sources")

BRIEFING: Final = (
    Command(
        "briefing.open", "open", "enter", "Open", "Open the row; in the overview, go to its pane", _BRIEFING, show=True
    ),
    Command("briefing.follow", "follow", "enter", "Follow", "Go to the item under the cursor", _BRIEFING, show=True),
    Command("briefing.detail", "to_detail", "right,l", "Detail", "Move from the list into the detail", _BRIEFING),
    Command("briefing.list", "to_list", "left,h,q,escape", "List", "Go back to the list", _BRIEFING, show=True),
    Command(
        "briefing.give_back", "give_back", "escape,q", "Give back", "Give back what was narrowed", _FINDING, show=True
    ),
    Command(
        "briefing.close_list", "close_list", "q,escape", "Back", "Close a list beside the panes", _BRIEFING, show=True
    ),
    Command("briefing.return", "return", "backspace", "Return", "Go back along the way you came", _BRIEFING, show=True),
    Command("briefing.find", "find", "slash", "Find", "Narrow the pane to some words as you type", _FINDING, show=True),
    Command("briefing.next_match", "match(1)", "n", "Next match", "To the next match", _FINDING),
    Command("briefing.previous_match", "match(-1)", "N", "Match before", "To the match before", _FINDING),
    Command(
        "briefing.focus",
        "focus_here",
        "f",
        "Focus",
        "Show only what bears on an actor or a question; again, show everything",
        _FINDING,
        show=True,
    ),
    Command("briefing.choose_focus", "choose_focus", "F", "Focus on…", "Choose what to focus on by name", _FINDING),
    Command(
        "briefing.earlier",
        "step_date(-1)",
        "left_square_bracket,less_than_sign",
        "Earlier",
        "To the date before on which something became known",
        _TIME,
    ),
    Command(
        "briefing.later",
        "step_date(1)",
        "right_square_bracket,greater_than_sign",
        "Later",
        "To the next date on which something became known",
        _TIME,
    ),
    Command(
        "briefing.way", "way", "v", "View", "See the pane in another way: a chart, another list", _PANES, show=True
    ),
    Command("briefing.date", "type_date", "t", "Date", "Show it as it stood on a date that you type", _TIME, show=True),
    Command("briefing.newest", "newest", "0,backslash", "Newest", "Come back to the newest state", _TIME),
    Command(
        "briefing.problems", "problems", "exclamation_mark", "Problems", "List what is wrong with the file", _BRIEFING
    ),
    Command(
        "briefing.changes",
        "changes",
        "c",
        "Changes",
        "List what changed since you last read it, or since the date you stand at",
        _TIME,
        show=True,
    ),
    Command("briefing.changes_since", "changes_since", "C", "Changes since…", "List what changed since a date", _TIME),
    Command("briefing.news", "news", "u", "New", "Gather what is new to you", _READING, show=True),
    Command("briefing.mark_all_read", "mark_all_read", "U", "All read", "Mark everything as read", _READING),
    Command("briefing.copy", "copy('plain')", "y", "Copy", "Copy the item with its citation", _BRIEFING),
    Command("briefing.copy_markdown", "copy('markdown')", "Y", "Copy Markdown", "Copy it as Markdown", _BRIEFING),
    Command("briefing.edit", "edit", "e", "Edit", "Open the file at the item in your editor", _BRIEFING),
    Command("briefing.bookmark", "bookmark", "b", "Bookmark", "Bookmark the item, or take its bookmark away", _READING),
    Command("briefing.bookmarks", "bookmarks", "B", "Bookmarks", "List the bookmarks", _READING),
    Command("briefing.annotate", "annotate", "a", "Note", "Write a note on the item", _READING),
    Command("briefing.export", "export", "x", "Export", "Write the briefing to a file", _BRIEFING, show=True),
    Command(
        "briefing.compare",
        "compare",
        "d",
        "Difference",
        "In the stance matrix, what changed from the date you stand at, or your last visit, to the newest state",
        _TIME,
        show=True,
    ),
    Command("briefing.more", "importance(1)", "plus,equals_sign", "More", "Show more of the timeline", _PANES),
    Command("briefing.less", "importance(-1)", "minus", "Less", "Show only what matters more in the timeline", _PANES),
    Command("briefing.next_pane", "turn(1)", "tab,L", "Next pane", "To the next pane", _PANES),
    Command("briefing.previous_pane", "turn(-1)", "shift+tab,H", "Previous pane", "To the pane before", _PANES),
    *(
        Command(f"briefing.pane_{number}", f"pane({number})", str(number), title, f"To the pane {title}", _PANES)
        for number, title in enumerate(PANE_TITLES, start=1)
    ),
    Command("briefing.left", "move('left')", "left,h", "Left", "In a chart, to the left", MOVE),
    Command("briefing.right", "move('right')", "right,l", "Right", "In a chart, to the right", MOVE),
    Command("briefing.down", "move('down')", "down,j", "Down", "A row down; in a detail, to the next door", MOVE),
    Command("briefing.up", "move('up')", "up,k", "Up", "A row up; in a detail, to the door before", MOVE),
    *pages("briefing"),
)

EXPORT: Final = (
    Command("export.write", "write", "enter", "Write", "Write the file", _EXPORT, show=True),
    Command("export.next_field", "field(1)", "down", "Next line", "To the next line", _EXPORT),
    Command("export.previous_field", "field(-1)", "up", "Line before", "To the line before", _EXPORT),
    Command("export.next_value", "value(1)", "right,space", "Next choice", "Choose what stands at the right", _EXPORT),
    Command("export.previous_value", "value(-1)", "left", "Choice before", "Choose what stands at the left", _EXPORT),
    Command("export.close", "close", "escape", "Close", "Close without writing", _EXPORT, show=True),
)

NOTE: Final = (
    Command("note.keep", "keep", "escape,ctrl+s", "Keep", "Keep the note and close", _NOTE, show=True, priority=True),
    Command("note.give_up", "give_up", "ctrl+g", "Give up", "Leave the note as it was", _NOTE, priority=True),
)
