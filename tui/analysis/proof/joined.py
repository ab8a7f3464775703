"""A match in several parts."""

from __future__ import annotations

from typing import NamedTuple


class Joined(NamedTuple):
    """Spans of the normalized text, in order, and what the raw text has between them and for bracketed letters."""

    parts: tuple[tuple[int, int], ...]
    dropped: tuple[str, ...]
