"""What the seven panes of a briefing show: a View in, rows and details out. Nothing here knows a widget."""
