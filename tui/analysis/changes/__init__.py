"""What changed between two Views of a briefing: as of two dates, or of two versions of its file; by meaning."""

from tui.analysis.changes.difference import Change, Changes, FieldChange, changes
from tui.analysis.changes.private import released_changes
from tui.analysis.changes.seen import Seen
from tui.analysis.changes.told import Told, What, told

__all__ = ["Change", "Changes", "FieldChange", "Seen", "Told", "What", "changes", "released_changes", "told"]
