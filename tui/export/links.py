"""Addresses that may be links."""

import re
from typing import Final
from urllib.parse import quote

_LINKED: Final = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s])[^\s]*\Z", re.IGNORECASE)


def address(url: str | None) -> str | None:
    """An http, https or mailto address, percent-encoded so that no reader ends it before its end; None for another."""
    if not url or not _LINKED.match(url):
        return None
    return quote(url, safe="/:?#@!&'+,;=%-._~()*$[]")
