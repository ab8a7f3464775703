"""The cells of a terminal that a text takes."""


def cell_width(text: str) -> int:
    """How many cells a text without control characters takes."""
    if text.isascii():
        return len(text)
    # What knows of other scripts is not imported where nothing is written in them.
    from rich.cells import cell_len  # noqa: PLC0415

    return cell_len(text)
