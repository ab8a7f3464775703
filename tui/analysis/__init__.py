"""Pure questions to a Briefing."""
