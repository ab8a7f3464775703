"""Gathering what `brief check` reports: briefings, what is wrong with them, and the proofs of their quotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from tui.analysis.check import ChangedText, QuoteProof, changed_texts, prove_quotes
from tui.analysis.lints.problems import lint, lint_shared
from tui.analysis.proof import ProofState
from tui.analysis.proof_problems import Finding, findings, is_private, place_of, text_changed
from tui.files.read import UnreadableError, read_file
from tui.library.folder import Library, with_duplicates
from tui.library.texts import Texts
from tui.load.attribution import private_lines
from tui.load.briefing import Loaded
from tui.load.decode import EncodingError, decode
from tui.load.document import Document
from tui.load.outside import OUTSIDE
from tui.load.problem import FILE_START, Place, Problem
from tui.load.seal import Lock, load_lock
from tui.load.shared import LoadedShared
from tui.load.stored_text import missing_text, unreadable_text


class Seen(NamedTuple):
    """A finding, with the line of the file it is about; None where that cannot be shown, or may not be."""

    finding: Finding
    line: str | None


class ProvenQuote(NamedTuple):
    """One quote in the JSON of a check; `start` and `end` are code points of the stored text, None where not found."""

    briefing: str
    id: str
    source: str
    state: ProofState
    path: Path
    line: int
    start: int | None
    end: int | None


@dataclass(slots=True)
class Checked:
    """All that was found, in the order of files and lines."""

    briefings: int = 0
    seen: list[Seen] = field(default_factory=list)
    quotes: list[ProvenQuote] = field(default_factory=list)


def check(groups: Iterable[tuple[Library, Iterable[Path]]]) -> Checked:
    """Check files, group by group, each beside the library it belongs to."""
    checking = _Checking()
    for library, paths in groups:
        if library.shared is not None:
            checking.add_shared(library.shared)
        lock = load_lock(library.root)
        checking.add_lock(lock)
        for loaded in with_duplicates((library.load(path) for path in paths), library.root):
            checking.add(loaded, lock)
    checking.checked.seen.sort(key=lambda one: one.finding.problem.sort_key)
    return checking.checked


class _Checking:
    def __init__(self) -> None:
        self.checked = Checked()
        self._texts = Texts()
        self._shared: set[Path] = set()
        self._said: set[tuple[Path, Place, str]] = set()

    def add_shared(self, shared: LoadedShared) -> None:
        if shared.path not in self._shared:
            self._shared.add(shared.path)
            self._see((Finding(one) for one in (*shared.problems, *lint_shared(shared))), shared.document)

    def add_lock(self, lock: Lock) -> None:
        self._see((Finding(one) for one in lock.problems), None)

    def add(self, loaded: Loaded, lock: Lock) -> None:
        self.checked.briefings += 1
        self._see((Finding(one) for one in (*loaded.problems, *lint(loaded))), loaded.document)
        if loaded.briefing is None:
            return
        texts = self._texts.of(loaded)
        for source in sorted(texts):
            self._add_unreadable(source, loaded)
        missing = {source for source, text in texts.items() if text is None}
        proofs = prove_quotes(loaded.briefing, texts, lock.records)
        for changed in changed_texts(loaded.briefing, proofs, texts, lock.records):
            self._add_changed(changed, loaded)
        # Where seals stand for them, texts are meant to be elsewhere.
        for source in sorted(missing & {one.quote.source for one in proofs if one.proof.state is ProofState.UNPROVEN}):
            self._add_missing(source, loaded)
        self._see(findings(proofs, loaded), loaded.document)
        self.checked.quotes += [_proven(one, loaded) for one in proofs]

    def _add_unreadable(self, source: str, loaded: Loaded) -> None:
        error = self._texts.unreadable.get(loaded.texts[source])
        written = _written(source, loaded)
        if error is not None and written is not None:
            self._see_once(unreadable_text(error, written.path, written.file, written.place), written.document)

    def _add_missing(self, source: str, loaded: Loaded) -> None:
        written = _written(source, loaded)
        if written is not None and loaded.texts[source] not in self._texts.unreadable:
            self._see_once(missing_text(written.path, written.file, written.place), written.document)

    def _add_changed(self, changed: ChangedText, loaded: Loaded) -> None:
        written = _written(changed.source, loaded)
        if written is not None:
            self._see_once(text_changed(changed, written.file, written.place), written.document)

    def _see_once(self, problem: Problem, document: Document) -> None:
        """See what is wrong with a text once, however many briefings quote from it."""
        key = (problem.path, problem.place, problem.message)
        if key not in self._said:
            self._said.add(key)
            self._see([Finding(problem)], document)

    def _see(self, found: Iterable[Finding], document: Document | None) -> None:
        all_of_it = list(found)
        if all_of_it:
            lines = _lines(all_of_it[0].problem, document)
            self.checked.seen += [Seen(one, _line(one.problem, lines)) for one in all_of_it]


class _Written(NamedTuple):
    """Where a source's `text` is written: in the briefing's file, or in the one that its library shares."""

    path: str
    file: Path
    place: Place
    document: Document


def _written(source: str, loaded: Loaded) -> _Written | None:
    for file in (loaded, loaded.shared):
        if file is None or file.document is None:
            continue
        for index, item in enumerate(file.document.values.get("sources") or ()):
            if item["id"] == source:
                place = file.document.place(("sources", index, "text"))
                return _Written(item["text"], file.path, place, file.document)
    return None


def _proven(one: QuoteProof, loaded: Loaded) -> ProvenQuote:
    shown = not is_private(one, loaded)
    return ProvenQuote(
        loaded.briefing.id if loaded.briefing else "",
        one.quote.id,
        one.quote.source,
        one.proof.state,
        loaded.path,
        place_of(one, loaded).line,
        one.proof.start if shown else None,
        one.proof.end if shown else None,
    )


def _lines(problem: Problem, document: Document | None) -> list[str]:
    """The lines of the file that a problem is about, read again where there is no document of it.

    There are none of a file that stands outside the library.
    """
    if document is not None:
        return _LINE_END.split(document.text)
    if problem.code == OUTSIDE:
        return []
    try:
        content = read_file(problem.path)
    except UnreadableError:
        return []
    try:
        return _LINE_END.split(decode(content))
    except EncodingError as error:
        text = content.decode("utf-8", "replace")
        # Of another encoding than UTF-8 there is nothing to show; else the line tells where the wrong byte is.
        return [] if error.place == FILE_START or private_lines(None, text).everywhere else _LINE_END.split(text)


def _line(problem: Problem, lines: list[str]) -> str | None:
    number = problem.place.line - 1
    return None if problem.private or number >= len(lines) else lines[number]


_LINE_END: Final = re.compile(r"\r\n|\r|\n")
