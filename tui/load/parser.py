"""The YAML parser."""

from typing import Final

import yaml

# The pure Python parser gives the same events where PyYAML was built without libyaml.
PARSER: Final = getattr(yaml, "CLoader", yaml.Loader)

DEPTH_LIMIT: Final = 64
"""How deep mappings and sequences may nest."""

TOO_DEEP: Final = (f"more than {DEPTH_LIMIT} levels are nested here", "a briefing needs no more than six")
"""The message and the hint where they nest deeper."""
