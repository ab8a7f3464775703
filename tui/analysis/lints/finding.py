"""What a lint finds: sound by the format, and yet worth a second look."""

from dataclasses import dataclass

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a second look.

    `steps` lead to the value in the briefing's file: keys, and indexes of its lists. `private` is true where the value
    repeats words said off the record, so that nothing of it may be shown.
    """

    code: str
    steps: Steps
    message: str
    hint: str
    private: bool = False
