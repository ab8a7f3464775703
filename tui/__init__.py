"""brief: structured briefings, read in a terminal and proven against their sources."""

__version__ = "0.1.0"
