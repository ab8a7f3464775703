"""What is raised for a text that is not a date."""


class EDTFError(ValueError):
    """A text that is not a date of EDTF level 0 or 1.

    `message` is one sentence for people, without a full stop; `hint` says what to write instead, or is empty.
    Neither holds a control character, nor more than 40 characters of the text.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message
