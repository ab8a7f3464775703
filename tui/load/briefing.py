"""A file to a Briefing."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.files.collection import paused_collection
from tui.files.read import UnreadableError, read_file
from tui.load import ids
from tui.load.attribution import PrivateLines, doubt, marked, private_lines, unattributed
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.document import REFUSED, Document
from tui.load.format import not_a_briefing
from tui.load.names import FALLBACK, slug
from tui.load.problem import FILE_START, Problem, Severity
from tui.load.prune import Pruning
from tui.load.references import broken, circles, kinds_of, not_deadlines
from tui.load.shared import LoadedShared, merge
from tui.load.stand_in import StandIns
from tui.load.stored_text import check_paths, stored_at
from tui.load.validate import settle
from tui.model.briefing import Briefing


class Loaded(NamedTuple):
    """What became of a file: a Briefing, unless nothing of it can be shown, and all that is wrong with it.

    The document's values are those of the Briefing, so that its steps lead to where an item stands in the file.
    `texts` has the place of every stored text, by the source's id, whether or not a file is there.
    """

    path: Path
    briefing: Briefing | None
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    document: Document | None = None
    shared: LoadedShared | None = None
    texts: Mapping[str, Path] = MappingProxyType({})
    private_lines: PrivateLines = PrivateLines()


def load_file(path: Path, root: Path, shared: LoadedShared | None = None, *, limit: int | None = None) -> Loaded:
    """Load a briefing of the library at `root`; whatever is wrong is among its problems, and nothing is raised.

    `limit` is the largest size, in bytes, that is read; where it is None, it is that of `read_file`.
    """
    try:
        text = decode(read_file(path, limit))
    except UnreadableError as error:
        return _unreadable(path, error.code, f"the file {error.message}", error.hint)
    except EncodingError as error:
        problem = Problem(path, error.place, Severity.ERROR, "encoding", error.message, error.hint)
        # What cannot be read may hold anything.
        private = PrivateLines(everywhere=True)
        return Loaded(path, None, tuple(marked((problem,), private)), private_lines=private)
    return load_text(text, path, root, shared)


def load_text(text: str, path: Path, root: Path, shared: LoadedShared | None = None) -> Loaded:
    """Load a briefing from its text, as if it stood at `path` in the library at `root`."""
    with paused_collection():
        return _load(text, path, root, shared)


def _unreadable(path: Path, code: str, message: str, hint: str) -> Loaded:
    return Loaded(path, None, (Problem(path, FILE_START, Severity.ERROR, code, message, hint),))


def _load(text: str, path: Path, root: Path, shared: LoadedShared | None) -> Loaded:
    document, problems = compose(text, path)
    if document is not None:
        doubt(document)
    private = private_lines(document, text)
    objection = None if document is None else not_a_briefing(document, path)
    if document is None or document.values is REFUSED or objection is not None:
        problems += [objection] if objection else []
        return Loaded(path, None, _in_order(problems, private), private_lines=private)
    if document.values.get("id") is None:
        document.values["id"] = slug(path.stem) or FALLBACK
    ids.derive(document)
    if document.values.get("sources", []) is None:
        document.values["sources"] = []
    has_sources = bool(document.values.get("sources"))
    common = shared.shared if shared else None
    stand_ins = StandIns(document, path)
    pruning = Pruning(document)
    briefing, found = settle(
        Briefing,
        pruning,
        path,
        (
            lambda one: ids.duplicates(one, document, path),
            lambda one: broken(one, kinds_of(one, common), pruning.ids, document, path),
            lambda one: circles(one, common, document, path),
            lambda one: not_deadlines(one, document, path),
            lambda one: unattributed(one, common, pruning, path),
            lambda one: check_paths(one.sources, document, path, root),
        ),
        stand_ins.put,
    )
    problems += found + stand_ins.notes()
    texts: dict[str, Path] = {}
    if briefing is not None:
        texts = stored_at(briefing.sources, path.parent)
        if common is not None:
            briefing, lost = merge(briefing, common, document, path)
            problems += lost
            texts = stored_at(briefing.sources, root) | texts
    if not has_sources and (briefing is None or not briefing.sources):
        problems.append(_no_source(document, path))
    return Loaded(
        path,
        briefing,
        _in_order(problems, private),
        pruning.all_left_out(),
        document,
        shared,
        texts,
        private,
    )


def _in_order(problems: list[Problem], private: PrivateLines) -> tuple[Problem, ...]:
    return tuple(sorted(marked(problems, private), key=lambda one: one.sort_key))


def _no_source(document: Document, path: Path) -> Problem:
    place = document.place(("sources",), key=True) if "sources" in document.values else FILE_START
    message, hint = "a briefing needs one source at least", "add `sources:` with an `id` and a `title`"
    return Problem(path, place, Severity.ERROR, "missing-key", message, hint)
