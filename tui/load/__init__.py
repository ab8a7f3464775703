"""Text to Briefing, with a Problem for whatever is wrong."""
