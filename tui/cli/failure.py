"""What a command raises when it cannot do what was asked."""

from typing import Final

FOUND_WRONG: Final = 1
"""The exit code where errors were found, or something could not be done."""
WRONG_USAGE: Final = 2
"""The exit code of wrong usage, and where there is nothing by the name that was given."""


class Failure(Exception):  # noqa: N818 - it is not always an error
    """Ends a command: `message` is a sentence for people, `hint` says what to do, `code` is the exit code."""

    def __init__(self, message: str, hint: str = "", code: int = FOUND_WRONG) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
