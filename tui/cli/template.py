"""The briefing that `brief new` writes."""

import datetime
from typing import Final

SCHEMA_NAME: Final = ".brief-schema.json"
"""The file beside a new briefing from which an editor knows the format, without a network."""

LIBRARY_TEXT: Final = """\
# What the briefings of this library share; `actors` and `sources` may stand here too.
title: My briefings
"""

_TEMPLATE: Final = """\
# yaml-language-server: $schema={schema}
# Ids are lower-case letters, digits and hyphens. `brief check` says what is wrong, and where.
format: brief/1
title: "{title}"
# The date up to which you have read.
as_of: {date}
# The conclusion first, in one to three sentences.
bottom_line: >-
  What the reader has to know, if they read nothing else.

sources:
  - id: first-source
    title: What the source is called
    # publisher: Example Times
    # url: https://example.org/article
    # published: {date}
    # text: texts/first-source.txt  # a stored copy, which quotes are proven against

# actors:
#   - id: somebody
#     name: Somebody Important
#     kind: person

# questions:
#   - id: what-is-open
#     text: Will it happen?
#     due: {date}
#     decided_by: [somebody]

# positions:
#   - actor: somebody
#     question: what-is-open
#     date: {date}
#     stance: support
#     quotes: [their-words]

# quotes:
#   - id: their-words
#     text: Word for word, as the source has it.
#     speaker: somebody
#     source: first-source

# events:
#   - id: what-happened
#     date: {date}
#     title: What happened
#     sources: [first-source]
"""


def briefing_text(identifier: str, date: datetime.date) -> str:
    """A briefing in which nothing is wrong, with what else there is as comments."""
    title = identifier.replace("-", " ").strip()
    return _TEMPLATE.format(schema=SCHEMA_NAME, title=title[:1].upper() + title[1:], date=date.isoformat())


def today() -> datetime.date:
    """The date on the user's calendar."""
    return datetime.datetime.now().astimezone().date()
