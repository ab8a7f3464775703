"""The formats there are, by name; the code of each is imported when it is first used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.view import View

Profile = Literal["full", "one-page", "timeline", "questions"]
"""How much of a briefing a document tells."""

PROFILES: Final[tuple[Profile, ...]] = get_args(Profile)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the suffix of its files and the module whose function `export` writes it.

    `takes` names what that function may be told besides the View. A format of several files has `is_archive`: its
    module has `files`, the content of each by its name, and its `export` gives the bytes of a zip of them.
    """

    suffix: str
    module: str
    takes: frozenset[str] = frozenset()
    is_archive: bool = False

    def __call__(self, view: View, **told: object) -> str:
        """The text of an already released View, which ends with one newline; not for an archive."""
        text: str = import_module(self.module).export(view, **told)
        return text

    def content(self, view: View, **told: object) -> bytes:
        """What stands in a file of this format."""
        written: str | bytes = import_module(self.module).export(view, **told)
        return written.encode("utf-8", "backslashreplace") if isinstance(written, str) else written

    def files(self, view: View) -> Mapping[str, bytes]:
        """The files of an archive by their names."""
        found: Mapping[str, bytes] = import_module(self.module).files(view)
        return found

    def left_out(self, view: View) -> tuple[str, ...]:
        """Sentences on what of an already released View the format cannot carry."""
        said = getattr(import_module(self.module), "left_out", None)
        return said(view) if said is not None else ()


_SHAPED: Final = frozenset({"profile"})

FORMATS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {
        "markdown": Exporter(".md", "tui.export.markdown.document", _SHAPED | {"with_front_matter", "since", "notes"}),
        "json": Exporter(".json", "tui.export.json"),
        "yaml": Exporter(".yaml", "tui.export.yaml"),
        "html": Exporter(".html", "tui.export.html.document", _SHAPED),
        "csv": Exporter(".zip", "tui.export.csv", is_archive=True),
        "ics": Exporter(".ics", "tui.export.ics.document"),
    }
)


def export(view: View, name: str, **told: object) -> str:
    """The text of a View in the format of that name; raises KeyError where there is none by it.

    The View has to be released already. The same View gives the same text on every machine and on every day.
    """
    return FORMATS[name](view, **told)
