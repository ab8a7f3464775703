"""Bytes to text: UTF-8, with or without a byte order mark; anything else is named."""

import codecs
import re
from typing import Final

from tui.load.problem import FILE_START, Place

_OTHER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

# Every other byte of a UTF-16 text in Latin letters is zero.
_UTF_16_WITHOUT_MARK: Final = re.compile(rb"(?:\0[^\0]){4}|(?:[^\0]\0){4}")


class EncodingError(Exception):
    """Bytes that are not UTF-8, with the place of the first that is not."""

    def __init__(self, message: str, hint: str, place: Place = FILE_START) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place


def decode(content: bytes) -> str:
    """The text of a UTF-8 file, without its byte order mark; line ends are left as they are.

    Raises EncodingError for any other encoding.
    """
    for mark, name in _OTHER_MARKS:
        if content.startswith(mark):
            raise EncodingError(f"the file is encoded as {name}", "save it as UTF-8")
    if _UTF_16_WITHOUT_MARK.match(content):
        raise EncodingError("the file is encoded as UTF-16", "save it as UTF-8")
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        byte = error.object[error.start]
        raise EncodingError(f"the byte 0x{byte:02X} is not UTF-8", _encoding_hint(byte), _end(before)) from None


def _end(text: str) -> Place:
    lines = re.split(r"\r\n|\r|\n", text)
    return Place(len(lines), len(lines[-1]) + 1)


def _encoding_hint(byte: int) -> str:
    character = bytes([byte]).decode("cp1252", errors="replace")
    if character.isprintable() and character != "\ufffd":
        return f"save the file as UTF-8; in Windows-1252 this byte would be “{character}”"
    return "save the file as UTF-8"
