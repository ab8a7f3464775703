"""Reading the stored texts of sources for the catalogue."""

from pathlib import Path
from typing import Final

from tui.files.paths import OutsideError, inside
from tui.files.read import UnreadableError
from tui.library.catalogue.contents import content_hash
from tui.library.catalogue.stamps import Stamp, stamp_of
from tui.library.catalogue.writing import Writer
from tui.load.decode import EncodingError
from tui.load.stored_text import read_stored_text

_OUTSIDE: Final = b"path-outside"
"""What stands for the content of a file outside of the library."""


def put_stored(writer: Writer, root: Path, path: str, stamp: Stamp | None) -> bool:
    """Write the stored text at `path`, relative to `root`; whether there is one.

    `stamp` is its own where it has been looked at. One that cannot be read, or that a link leads out of the library
    to, is as if it were empty.
    """
    place = root / path
    stamp = stamp or stamp_of(place)
    if stamp is None:
        return False
    try:
        inside(root, root, path)
    except OutsideError:
        # No file's hash: the link may come to lead to the same content within the library.
        writer.put_text(path, stamp, _OUTSIDE, "")
        return True
    written = content_hash(place)
    try:
        text = read_stored_text(place) or ""
    except (UnreadableError, EncodingError):
        text = ""
    writer.put_text(path, stamp, written, text)
    return True
