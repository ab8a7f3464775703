"""`library.yaml`: what the briefings of a library share."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from tui.files.read import UnreadableError, read_file
from tui.load import ids
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.document import Document
from tui.load.names import SHARED_NAME
from tui.load.outside import leads_out
from tui.load.problem import FILE_START, Problem, Severity
from tui.load.prune import Pruning, Steps
from tui.load.references import broken, circles, kinds_of
from tui.load.stored_text import check_paths
from tui.load.validate import settle
from tui.model.briefing import Briefing, Shared
from tui.model.kinds import KINDS, NOUNS
from tui.model.references import names
from tui.model.source import Source


class LoadedShared(NamedTuple):
    """What became of a library's `library.yaml`."""

    path: Path
    shared: Shared
    problems: tuple[Problem, ...] = ()
    document: Document | None = None


def load_shared(root: Path) -> LoadedShared | None:
    """Load the `library.yaml` of the library at `root`; None where there is none.

    One that is a link out of the library is a problem, and is not read.
    """
    path = root / SHARED_NAME
    outside = leads_out(root, path)
    if outside is not None:
        return _nothing(path, outside)
    try:
        text = decode(read_file(path))
    except UnreadableError as error:
        if error.code == "no-such-file":
            return None
        return _nothing(
            path,
            Problem(path, FILE_START, Severity.ERROR, error.code, f"the file {error.message}", error.hint),
        )
    except EncodingError as error:
        return _nothing(path, Problem(path, error.place, Severity.ERROR, "encoding", error.message, error.hint))
    return load_shared_text(text, path, root)


def _nothing(path: Path, *problems: Problem) -> LoadedShared:
    return LoadedShared(path, Shared(), problems)


def load_shared_text(text: str, path: Path, root: Path) -> LoadedShared:
    """Load a `library.yaml` from its text, as if it stood at `path` in the library at `root`."""
    document, problems = compose(text, path)
    if document is None:
        # An empty file still says where the library begins.
        return _nothing(path, *(one for one in problems if one.code != "empty"))
    if document.values is None:
        return _nothing(path)
    if not isinstance(document.values, dict):
        message, hint = "a library.yaml is keys and values", "its keys are `title`, `actors` and `sources`"
        return _nothing(path, *problems, Problem(path, document.place(()), Severity.ERROR, "wrong-type", message, hint))
    pruning = Pruning(document)
    shared, found = settle(
        Shared,
        pruning,
        path,
        [
            lambda one: ids.duplicates(one, document, path),
            lambda one: broken(one, kinds_of(one, None), pruning.ids, document, path),
            lambda one: circles(one, None, document, path),
            lambda one: check_paths(one.sources, document, path, root),
        ],
        lambda _: True,
    )
    problems += found
    problems.sort(key=lambda one: one.sort_key)
    return LoadedShared(path, shared or Shared(), tuple(problems), document)


def merge(briefing: Briefing, shared: Shared, document: Document, path: Path) -> tuple[Briefing, list[Problem]]:
    """The briefing with every shared actor and source that it uses after its own, in the library's order.

    With it come problems where a shared source that it uses names an id which is something else in the briefing.
    """
    used = _used(briefing, shared)
    if not used:
        return briefing, []
    lost_origins = _lost_origins(briefing, shared, used)
    lost = {id(source) for source, _ in lost_origins}
    sources = (
        one.model_copy(update={"origin": None}) if id(one) in lost else one for one in shared.sources if one.id in used
    )
    merged = briefing.model_copy(
        update={
            "actors": (*briefing.actors, *(one for one in shared.actors if one.id in used)),
            "sources": (*briefing.sources, *sources),
        }
    )
    return merged, _shadowed(lost_origins, document, path)


def _shadowed(lost_origins: list[tuple[Source, Steps]], document: Document, path: Path) -> list[Problem]:
    problems = []
    for source, steps in lost_origins:
        noun = NOUNS[str(steps[0])]
        problems.append(
            Problem(
                path,
                document.place((*steps, "id")),
                Severity.ERROR,
                "wrong-kind",
                f"`{source.origin}` is the `origin` of the library's source `{source.id}`; here, that of a {noun}",
                f"give this {noun} another id",
                f"`origin` of the source `{source.id}`",
            )
        )
    return problems


def _lost_origins(briefing: Briefing, shared: Shared, used: set[str]) -> list[tuple[Source, Steps]]:
    other: dict[str, Steps] = {
        item.id: (kind, index)
        for kind in KINDS
        if kind != "sources"
        for index, item in enumerate(getattr(briefing, kind))
    }
    return [(one, other[one.origin]) for one in shared.sources if one.id in used and one.origin in other]


def _used(briefing: Briefing, shared: Shared) -> set[str]:
    own = {item.id for kind in KINDS for item in getattr(briefing, kind)}
    common = {item.id: item for item in (*shared.actors, *shared.sources) if item.id not in own}
    used = _named(item for kind in KINDS for item in getattr(briefing, kind)) & common.keys()
    waiting = list(used)
    while waiting:
        further = (_named([common[waiting.pop()]]) & common.keys()) - used
        used |= further
        waiting += further
    return used


def _named(items: Iterable[BaseModel]) -> set[str]:
    return {name for item in items for name in names(item)}
