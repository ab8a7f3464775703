"""`quotes.lock`: what was proven of each quote, so that a library can go out without the texts that it quotes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import yaml

from tui.files.read import UnreadableError, read_file
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.document import Document
from tui.load.outside import leads_out
from tui.load.problem import FILE_START, Problem, Severity

LOCK_NAME: Final = "quotes.lock"
LOCK_FORMAT: Final = "quotes-lock/1"
_HEADER: Final = "# What `brief lock` has proven, word for word. It is written by the program: do not edit it.\n"
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

Key = tuple[str, str]
"""A briefing's id and a quote's."""


class SealRecord(NamedTuple):
    """What was proven of one quote.

    The hashes are SHA-256 in hexadecimal: of the quote, of the source's record, of its text, and of the words of that
    text alone. `start` and `end` are code points in the text, `state` is the proof's, `date` the day it was sealed.
    """

    briefing: str
    quote: str
    source: str
    quote_sha256: str
    source_sha256: str
    text_sha256: str
    words_sha256: str
    start: int
    end: int
    state: str
    date: str

    @property
    def key(self) -> Key:
        """What the record is found by."""
        return self.briefing, self.quote


class Lock(NamedTuple):
    """A library's seals, by briefing and quote, and what is wrong with the file."""

    records: Mapping[Key, SealRecord] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def load_lock(root: Path) -> Lock:
    """Read the `quotes.lock` of the library at `root`; none is an empty one.

    A bad record is a problem and seals nothing. A file that is a link out of the library is one too, and is not read.
    """
    path = root / LOCK_NAME
    outside = leads_out(root, path)
    if outside is not None:
        return Lock(problems=(outside,))
    try:
        text = decode(read_file(path))
    except UnreadableError as error:
        if error.code == "no-such-file":
            return Lock()
        return Lock(problems=(_problem(path, FILE_START, error.code, f"the file {error.message}"),))
    except EncodingError as error:
        return Lock(problems=(_problem(path, error.place, "encoding", error.message),))
    return _lock(text, path)


def lock_text(records: Iterable[SealRecord]) -> str:
    """The text of a `quotes.lock`: records by briefing and quote, whatever order they come in."""
    items = [record._asdict() for record in sorted(records, key=lambda one: one.key)]
    body = {"format": LOCK_FORMAT, "quotes": items}
    return _HEADER + yaml.safe_dump(body, sort_keys=False, allow_unicode=True, width=200)


def _lock(text: str, path: Path) -> Lock:
    document, problems = compose(text, path)
    if document is None:
        return Lock(problems=tuple(problems))
    values = document.values
    if not isinstance(values, dict) or values.get("format") != LOCK_FORMAT or not _is_list(values.get("quotes")):
        return Lock(problems=(*problems, _problem(path, FILE_START, "bad-lock", f"this is not in {LOCK_FORMAT}")))
    records = {}
    for index, item in enumerate(values["quotes"] or ()):
        record = _record(item)
        if record is None:
            problems.append(
                _problem(path, _place(document, index), "bad-lock", "this seal is not whole, and seals nothing")
            )
        else:
            records[record.key] = record
    return Lock(records, tuple(problems))


def _record(item: Any) -> SealRecord | None:
    names = SealRecord._fields
    if not isinstance(item, dict) or set(item) != set(names) or not all(isinstance(item[name], str) for name in names):
        return None
    hashes = (value for name, value in item.items() if name.endswith("_sha256"))
    if not all(_SHA256.fullmatch(value) for value in hashes) or not _DATE.fullmatch(item["date"]):
        return None
    if not all(item[name].isascii() and item[name].isdigit() and len(item[name]) <= 9 for name in ("start", "end")):
        return None
    return SealRecord(**(item | {"start": int(item["start"]), "end": int(item["end"])}))


def _is_list(value: Any) -> bool:
    return value is None or isinstance(value, list)


def _place(document: Document, index: int) -> Any:
    return document.place(("quotes", index))


def _problem(path: Path, place: Any, code: str, message: str) -> Problem:
    return Problem(path, place, Severity.ERROR, code, message, "run `brief lock` where the texts are to seal anew")
