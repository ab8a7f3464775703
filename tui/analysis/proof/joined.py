"""A match in several parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """Spans of the normalized text, in order, and what the raw text has between them and for bracketed letters."""

    parts: tuple[tuple[int, int], ...]
    dropped: tuple[str, ...]
