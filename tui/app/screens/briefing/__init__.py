"""A briefing on the screen."""

from tui.app.screens.briefing.screen import BriefingScreen

__all__ = ["BriefingScreen"]
