"""Names of files and ids: what is needed before anything is read."""

import re
import unicodedata
from typing import Final

SHARED_NAME: Final = "library.yaml"
"""The file of what a library's briefings share."""

FALLBACK: Final = "briefing"
"""The id of a briefing whose file's name has nothing to make one of."""


def slug(text: str) -> str:
    """`text` as an id: lower case, without accents, all else as single hyphens; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
