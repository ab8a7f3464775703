"""Widgets that draw line by line, so that what they cost does not grow with what they hold."""
