"""How what a search finds, and what is known of people, reads; text from files is never parsed for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from tui.app.panes.text import Line, Piece, clip, line, one_line, pad
from tui.load.characters import printable
from tui.model.edtf import EDTF, EDTFError, describe
from tui.model.kinds import NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.catalogue.deeds import Deed
    from tui.library.catalogue.excerpt import Piece as Match
    from tui.library.catalogue.people import Person
    from tui.library.catalogue.search import Hit

_MUTED: Final = "$text-muted"
_MATCH: Final = "bold $text-accent"

_BEFORE: Final = 24
"""Characters that a list shows before what was found."""

_DATE: Final = 15
"""The cells of a date in a list, in which nearly all dates in words have room."""

_NOUNS: Final = NOUNS | {"briefing": "briefing", "text": "source text"}
HELP: Final = (
    'words · "a phrase" · begin* · -without'
    " · actor:name · topic:path · source:name · before:2025 · after:2024-05 · is:open"
)


def hit_line(hit: Hit, width: int) -> Line:
    """A found passage in the list: what it is of, its briefing, and the words around what was found."""
    noun = pad(line(_NOUNS[hit.kind], "muted"), 11)
    narrow = width < 90
    title = pad(clip(line(_shown(hit.title)), 18 if narrow else 34), 20 if narrow else 36)
    words = tuple(Piece(_shown(one.text, strip=False), "accent" if one.is_match else "plain") for one in _near(hit))
    sign = (Piece("! ", "warning"),) if hit.state == "off-record" else ()
    return clip((Piece(" "), *noun, Piece(" "), *title, *sign, *words), width)


def _near(hit: Hit) -> tuple[Match, ...]:
    """The passage from a little before what was found in it."""
    first, *rest = hit.passage
    if first.is_match or len(first.text) <= _BEFORE or not rest:
        return hit.passage
    return (first._replace(text=f"…{first.text[-_BEFORE:]}"), *rest)


def hit_detail(hit: Hit) -> Content:
    """A found passage in full, with where it stands."""
    facts = [_NOUNS[hit.kind], hit.item, _when(hit.date), hit.state.replace("-", " "), printable(hit.path)]
    parts = [Content.styled(_shown(hit.title), "bold")]
    parts.append(Content.styled(" · ".join(one for one in facts if one), _MUTED))
    if hit.state not in {"", "open"}:
        parts.append(
            Content.styled(f"! Said {hit.state.replace('-', ' ')}: `brief search` does not print it", "$text-warning")
        )
    words = (Content.styled(one.text, _MATCH) if one.is_match else Content(one.text) for one in hit.passage)
    return Content("\n").join([*parts, Content().join(words)])


def person_line(person: Person, width: int) -> Line:
    """An actor in the list, with in how many briefings they are."""
    count = f" {person.briefings:,} "
    sign = Piece("≠ ", "warning") if person.alike else Piece("  ")
    label = clip((sign, Piece(_shown(person.name))), max(4, width - len(count)))
    return (*pad(label, max(4, width - len(count))), Piece(count, "muted"))


def person_detail(person: Person) -> Content:
    """Who an actor is, and who else goes by one of their names."""
    count = "1 briefing" if person.briefings == 1 else f"{person.briefings:,} briefings"
    facts = [person.kind, *person.countries, count, f"id {', '.join(person.ids)}"]
    parts = [Content.styled(_shown(person.name), "bold"), Content.styled(" · ".join(filter(None, facts)), _MUTED)]
    if person.roles:
        parts.append(Content(_shown("; ".join(person.roles))))
    if person.aliases:
        parts.append(Content.assemble(("also ", _MUTED), _shown("; ".join(person.aliases))))
    parts += [Content.styled(f"≠ not the same as, by {_shown(one)}", "$text-warning") for one in person.alike]
    return Content("\n").join(parts)


def deed_line(deed: Deed, width: int) -> Line:
    """What bears on an actor, in a list."""
    kind = pad(line(_NOUNS[deed.kind], "muted"), 9)
    date = pad(clip(line(_when(deed.date), "muted"), _DATE), _DATE + 1)
    sign = (Piece("! ", "warning"),) if deed.state == "off-record" else ()
    return clip((Piece(" "), *kind, *date, *sign, Piece(_shown(deed.text))), width)


def deed_detail(deed: Deed) -> Content:
    """What bears on an actor in full, with where it stands."""
    facts = [_NOUNS[deed.kind], _when(deed.date), deed.state.replace("-", " "), _shown(deed.title), deed.item]
    return Content("\n").join([Content.styled(" · ".join(filter(None, facts)), _MUTED), Content(_shown(deed.text))])


def summary(title: str, facts: Sequence[str]) -> Content:
    """A line on top."""
    return Content.assemble((title, "bold"), "  ", (" · ".join(one for one in facts if one), _MUTED))


def _when(written: str) -> str:
    """A date in words; what is none as it was written."""
    try:
        return describe(EDTF(written)) if written else ""
    except EDTFError:
        return printable(one_line(written))


def _shown(text: str, *, strip: bool = True) -> str:
    return printable(one_line(text) if strip else text)
