"""Comparing what users see with files that hold what they are meant to see."""

import os
from pathlib import Path

UPDATE = "BRIEF_UPDATE_GOLDEN"
"""Set to 1, this environment variable has the files rewritten; look at the difference before keeping it."""


def assert_golden(text: str, path: Path) -> None:
    """Compare a text with a golden file, byte for byte."""
    written = text.encode("utf-8")
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    assert path.exists(), f"{path.name} is not there; run with {UPDATE}=1"
    # As text, so that pytest shows which lines differ.
    assert written.decode("utf-8") == path.read_bytes().decode("utf-8")
