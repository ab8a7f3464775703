"""What a briefing is: frozen pydantic models, one file per concept."""
