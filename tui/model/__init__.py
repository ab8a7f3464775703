"""What a briefing is: frozen pydantic models, one file per concept."""

import sys
from types import ModuleType

# What other packages add to pydantic has no say in what a briefing is. To look for them, pydantic imports
# importlib.metadata, and with it email and zipfile, a twentieth of what an export takes. A pydantic without a module of
# this name looks for them all the same.
_loader = ModuleType("pydantic.plugin._loader")
_loader.get_plugins = tuple  # type: ignore[attr-defined]
sys.modules.setdefault(_loader.__name__, _loader)
