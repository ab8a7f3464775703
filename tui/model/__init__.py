"""What a briefing is: frozen pydantic models, one file per concept."""

import os

# What other packages add to pydantic has no say in what a briefing is, and looking for it takes 7 ms of every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
