"""Paths held inside a library."""

from pathlib import Path


class OutsideError(ValueError):
    """A path that leads out of the library."""


def inside(root: Path, base: Path, written: str) -> Path:
    """The place that `written`, relative to the folder `base`, names within `root`.

    Symbolic links are followed before judging. Raises OutsideError where the place is not within `root`, or the
    path is absolute, or it cannot be resolved at all.
    """
    relative = Path(written)
    if relative.is_absolute() or "\0" in written:
        raise OutsideError(written)
    try:
        place = (base / relative).resolve()
        held = root.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        # A loop of symbolic links is a RuntimeError before Python 3.13.
        raise OutsideError(written) from error
    if not place.is_relative_to(held):
        raise OutsideError(written)
    return place


def number_of(path: Path) -> tuple[int, int] | None:
    """The device and number of the file at `path`, by which one in its place is told; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
