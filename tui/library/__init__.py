"""A folder of briefings."""
