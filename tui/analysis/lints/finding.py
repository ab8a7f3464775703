"""What a lint finds: sound by the format, and yet worth a second look."""

from typing import NamedTuple

Steps = tuple[str | int, ...]


class Finding(NamedTuple):
    """One thing worth a second look.

    `steps` lead to the value in the briefing's file: keys, and indexes of its lists. `private` is true where the value
    repeats words said off the record, so that nothing of it may be shown.
    """

    code: str
    steps: Steps
    message: str
    hint: str
    private: bool = False
