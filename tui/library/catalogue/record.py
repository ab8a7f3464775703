"""All that the catalogue keeps of one briefing, as plain values that go from process to process and into SQLite."""

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tui.analysis.fingerprint import fingerprints
from tui.analysis.release import released
from tui.analysis.veil import Veil
from tui.analysis.view import View, open_questions, view
from tui.library.catalogue.days import day_number
from tui.library.catalogue.passages import Passage, passages
from tui.library.catalogue.paths import stored_path
from tui.library.catalogue.schema import BOTH, INSIDE, OUTSIDE
from tui.library.catalogue.wordform import folded, harmless, indexed
from tui.load.briefing import Loaded
from tui.load.problem import Severity
from tui.model.actor import Actor
from tui.model.briefing import Briefing
from tui.model.duration import days
from tui.model.edtf import EDTF, describe

_LAST = -(2**62)


class ActorRow(NamedTuple):
    """An actor as a briefing has it; `key` tells it from every other."""

    key: bytes
    identifier: str
    name: str
    kind: str
    role: str
    country: str
    aliases: str
    anonymous: int
    shared: int
    names: tuple[str, ...]


class Record(NamedTuple):
    """The rows of one briefing, in the order of the tables' columns but for the file's number."""

    briefing: tuple[Any, ...]
    topics: tuple[str, ...]
    actors: tuple[tuple[int, ActorRow], ...]
    sources: tuple[tuple[str, str], ...]
    texts: tuple[tuple[Any, ...], ...]
    agenda: tuple[tuple[Any, ...], ...]
    document: tuple[str, str, str, str]
    about: str
    depends: bool
    """Whether another `library.yaml` could make another record of the same file."""


def record_of(loaded: Loaded, root: Path) -> Record:
    """The record of a briefing in the library at `root` (resolved)."""
    briefing = loaded.briefing
    problems = sum(one.severity is not Severity.NOTE for one in loaded.problems)
    if briefing is None:
        name = loaded.path.name
        nothing = ("", _printable(name), "", "", "", _LAST, folded(_printable(name)), 0, None, "", problems, "", None)
        return Record(
            nothing, (), (), (), (), (), (indexed([harmless(_printable(name))]), "", "", ""), "{}", depends=True
        )
    whole = view(briefing)
    out = released(whole).view
    document, about = _document(whole, out)
    return Record(
        _briefing(whole, problems),
        tuple(dict.fromkeys(steps for topic in briefing.topics for steps in _steps(topic))),
        _actor_rows(loaded, whole, out),
        tuple((one.id, folded(" ".join(filter(None, (one.title, one.publisher))))) for one in briefing.sources),
        tuple(_texts(loaded, briefing, root)),
        tuple(_agenda(whole)),
        document,
        about,
        _depends(loaded, briefing),
    )


def _printable(name: str) -> str:
    # The bytes of a name that is not UTF-8 cannot stand in a table of text.
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _briefing(whole: View, problems: int) -> tuple[Any, ...]:
    briefing = whole.briefing
    following = whole.next_date()
    return (
        briefing.id,
        briefing.title,
        "\n".join(briefing.topics),
        briefing.as_of.text,
        describe(briefing.as_of),
        day_number(briefing.as_of.upper),
        folded(briefing.title),
        open_questions(briefing.questions),
        following.text if following else None,
        describe(following) if following else "",
        problems,
        briefing.bottom_line,
        b"".join(fingerprints(briefing).values()),
    )


def _steps(topic: str) -> Iterable[str]:
    steps = topic.split("/")
    return ("/".join(steps[:depth]) for depth in range(1, len(steps) + 1))


def _depends(loaded: Loaded, briefing: Briefing) -> bool:
    values = loaded.document.values if loaded.document else {}
    own = sum(len(values.get(kind) or ()) for kind in ("actors", "sources"))
    return bool(loaded.problems) or own != len(briefing.actors) + len(briefing.sources)


def _actor_rows(loaded: Loaded, whole: View, out: View) -> tuple[tuple[int, ActorRow], ...]:
    shared = loaded.shared.shared.actors if loaded.shared else ()
    common = {one.id: one for one in shared}
    where = os.fsencode(loaded.path)
    inside = {_actor_row(one, common.get(one.id) is one, where) for one in whole.actors}
    if out is whole:
        return tuple((BOTH, one) for one in sorted(inside))
    outside = {_actor_row(one, common.get(one.id) is one, where) for one in out.actors}
    sides = [(BOTH, inside & outside), (INSIDE, inside - outside), (OUTSIDE, outside - inside)]
    return tuple((side, one) for side, rows in sides for one in sorted(rows))


def _actor_row(one: Actor, is_shared: bool, where: bytes) -> ActorRow:
    values = (
        one.id,
        one.name,
        one.kind or "",
        one.role or "",
        one.country or "",
        json.dumps(one.aliases, ensure_ascii=False),
        int(one.anonymous),
        int(is_shared),
    )
    # "A senior official" of one briefing is not that of another.
    apart = where if one.anonymous and not is_shared else b""
    key = sha256(json.dumps(values).encode() + apart).digest()[:16]
    return ActorRow(key, *values, tuple(dict.fromkeys(map(folded, (one.id, one.name, *one.aliases)))))


def _texts(loaded: Loaded, briefing: Briefing, root: Path) -> Iterable[tuple[Any, ...]]:
    sources = {one.id: one for one in briefing.sources}
    # A text has the words, and whose they are, of those who spoke off the record or go out without their name.
    veiled = Veil(briefing).quotes
    private = {one.source for one in briefing.quotes if one.attribution == "off-record" or one.id in veiled}
    for source, path in loaded.texts.items():
        relative = _below(root, loaded.path.parent, path, sources[source].text) if source in sources else None
        if relative is None:
            continue
        date: EDTF | None = sources[source].published or sources[source].accessed
        bounds = (date.text, day_number(date.lower), day_number(date.upper)) if date else (None, None, None)
        yield source, stored_path(relative), sources[source].name, *bounds, int(source in private)


def _below(root: Path, folder: Path, path: Path, text: str | None) -> str | None:
    """The path of a stored text relative to `root`, by the links it is written with; None where it leads out.

    What a link leads to may change without the briefing: then the same path has another text.
    """
    base = Path(os.path.realpath(folder)) if text is not None and path == folder / text else root
    place = os.path.realpath(path)
    relative = os.path.relpath(base / (text or ""), root)
    if _leads_up(relative) or os.path.realpath(root / relative) != place:
        # Through a folder beside the library, or up again from where a link leads.
        relative = os.path.relpath(place, root)
    return None if _leads_up(relative) else relative


def _leads_up(relative: str) -> bool:
    return relative.split("/", 1)[0] == ".."


def _agenda(whole: View) -> Iterable[tuple[Any, ...]]:
    for question in whole.questions:
        if question.status == "open":
            deadline = question.due if isinstance(question.due, str) else None
            who = [whole.name_of(actor) for actor in question.decided_by]
            due, warn = whole.due(question), question.warn
            yield (
                "question",
                question.id,
                question.text,
                "open",
                *_dates(due),
                deadline,
                warn and days(warn),
                _json(who),
            )
    for event in whole.events:
        status = whole.status(event)
        if event.kind == "deadline" or status == "planned":
            who = [whole.name_of(actor) for actor in event.actors]
            warn = event.warn
            kind = event.kind
            yield (
                kind,
                event.id,
                event.title,
                status,
                *_dates(event.date),
                event.superseded_by,
                warn and days(warn),
                _json(who),
            )


def _dates(date: EDTF | None) -> tuple[str | None, int | None, int | None]:
    return (date.text, day_number(date.lower), day_number(date.upper)) if date else (None, None, None)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _document(whole: View, out: View) -> tuple[tuple[str, str, str, str], str]:
    """The columns of the document and, by column, what the passages in it are of."""
    title = indexed([whole.briefing.title])
    inside = passages(whole)
    columns: dict[str, list[Passage]] = {"body": inside}
    if out is not whole:
        outside = passages(out)
        in_both = set(inside) & set(outside)
        columns = {
            "body": [one for one in inside if one in in_both],
            "inside": [one for one in inside if one not in in_both],
            "outside": [one for one in outside if one not in in_both],
        }
    texts = {name: indexed([one.text for one in found]) for name, found in columns.items()}
    about = json.dumps({name: [one.about for one in found] for name, found in columns.items()}, ensure_ascii=False)
    return (title, texts["body"], texts.get("inside", ""), texts.get("outside", "")), about
