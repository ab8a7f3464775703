"""brief: structured briefings, read in a terminal and proven against their sources."""

import os

__version__ = "0.1.0"

# What other packages add to pydantic has no say in what a briefing is, and to look for it takes 7 ms of every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
