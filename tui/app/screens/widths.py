"""The widths in cells from which a briefing's columns stand beside each other."""

from typing import Final

SIDE_BY_SIDE: Final = 100
"""The width from which the detail stands beside the list."""

IN_CONTEXT: Final = 160
"""The width from which what the selected item is tied to stands beside both."""
