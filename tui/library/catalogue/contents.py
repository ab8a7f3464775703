"""What tells the content of a file from another."""

from hashlib import sha256
from pathlib import Path

from tui.files.read import UnreadableError, read_file
from tui.load.names import SHARED_NAME


def content_hash(path: Path) -> bytes:
    """What tells the content of the file at `path` from another; why it cannot be read where it cannot."""
    try:
        return sha256(read_file(path)).digest()
    except UnreadableError as error:
        return error.code.encode()


def shared_hash(root: Path) -> bytes:
    """The `content_hash` of the `library.yaml` of the library at `root`."""
    return content_hash(root / SHARED_NAME)
