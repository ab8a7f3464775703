"""The YAML parser."""

from typing import Final

import yaml

# The pure Python parser gives the same events where PyYAML was built without libyaml.
PARSER: Final = getattr(yaml, "CLoader", yaml.Loader)
