"""What changed from one released View to another, in words and as JSON."""
