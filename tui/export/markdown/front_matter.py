"""The head of a page for site generators: YAML between two lines of hyphens."""

import datetime
from typing import Any

import yaml

from tui.analysis.view import View
from tui.export.yaml import ODD


def front_matter(view: View) -> str:
    """What a site generator wants to know of a View; all quoting is the YAML library's.

    `date` is the last day that the View's date covers, as generators read nothing but days; `as_of` is the date itself.
    It has no `date` where the calendar of most programs does not go so far.
    """
    briefing = view.briefing
    known: dict[str, Any] = {
        "title": briefing.title,
        "id": briefing.id,
        "date": _day(view),
        "as_of": str(view.date),
        "tlp": briefing.tlp and briefing.tlp.label,
        "authors": list(briefing.authors),
        "tags": list(briefing.topics),
    }
    content = {key: value for key, value in known.items() if value}
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)
    return f"---\n{text}---"


class _Dumper(yaml.SafeDumper):
    """Writes text so that every parser reads it back as it was."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if ODD.search(text) else None)


_Dumper.add_representer(str, _text)


def _day(view: View) -> datetime.date | None:
    year, month, day = view.date.upper
    return datetime.date(year, month, day) if 1 <= year <= 9999 else None
