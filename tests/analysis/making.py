"""Briefings for the tests of `tui.analysis`, written as their authors would."""

from pathlib import Path
from textwrap import dedent

from tui.load.briefing import load_text
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF

HEAD = """\
format: brief/1
id: story
title: A story
as_of: 2025-06-30
bottom_line: It goes on.
sources:
  - {id: early, title: Early, published: 2025-01-10}
  - {id: late, title: Late, published: 2025-06-20}
  - {id: undated, title: Undated}
  - {id: seen, title: Seen, accessed: 2025-03-03}
actors:
  - {id: ann, name: Ann}
  - {id: bob, name: Bob, note: He came round in June.}
  - {id: cyd, name: Cyd}
"""


def made(parts: str = "", head: str = HEAD) -> Briefing:
    """A briefing of `head` and `parts`, in which nothing is wrong."""
    loaded = load_text(head + dedent(parts), Path("/library/story.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing


def on(date: str) -> EDTF:
    return EDTF.parse(date)


def ids(items) -> list[str]:
    return [item.id for item in items]
